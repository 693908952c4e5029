package org.capgate.presets;

import java.util.List;
import org.capgate.io.SearchFile;
import org.capgate.search.Nsga2;
import org.capgate.search.Search;

/** When to give ketamine for weeks: how much, how often, for how long? */
public final class BestSchedule {
  private BestSchedule() {}

  public static void main(String[] arguments) {
    SearchFile file = SearchFile.preset("best-schedule");
    Attempts attempts = new Attempts();
    attempts
        .tried("best-schedule", () -> found(file, file.settings()))
        .ifPresent(designs -> designs.forEach(design -> System.out.println(line(design))));
    attempts.end();
  }

  /** Schedules that no other beats. */
  static List<Search.Scored> found(SearchFile file, Nsga2.Settings settings) {
    return file.search(List.of()).run(settings, 2, generations -> {});
  }

  static String line(Search.Scored design) {
    return "mood %s after four weeks, %s doses: %s"
        .formatted(
            (float) design.number(0), (int) design.number(2), design.design().treatment().text());
  }
}
