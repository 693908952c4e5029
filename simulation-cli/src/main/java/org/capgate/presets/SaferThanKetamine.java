package org.capgate.presets;

import java.util.List;
import org.capgate.io.SearchFile;
import org.capgate.search.Nsga2;
import org.capgate.search.Search;

/** Which compounds would do for mood what ketamine does, with less of a surge of dopamine? */
public final class SaferThanKetamine {
  private SaferThanKetamine() {}

  public static void main(String[] arguments) {
    SearchFile file = SearchFile.preset("safer-than-ketamine");
    Attempts attempts = new Attempts();
    attempts
        .tried("safer-than-ketamine", () -> found(file, file.settings()))
        .ifPresent(designs -> designs.forEach(design -> System.out.println(line(design))));
    attempts.end();
  }

  /** Designs that no other beats. */
  static List<Search.Scored> found(SearchFile file, Nsga2.Settings settings) {
    return file.search(List.of()).run(settings, 2, generations -> {});
  }

  static String line(Search.Scored design) {
    return "mood %s a day later, surge %s: %s"
        .formatted((float) design.number(0), (float) design.number(1), design.values());
  }
}
