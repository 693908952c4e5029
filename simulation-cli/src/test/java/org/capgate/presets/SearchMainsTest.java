package org.capgate.presets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.capgate.io.SearchFile;
import org.capgate.search.Nsga2;
import org.capgate.search.Search;
import org.junit.jupiter.api.Test;

class SearchMainsTest {
  private static final Nsga2.Settings FEW = new Nsga2.Settings(16, 4, 1);

  /** What no compound beats is at least as good in one aim as ketamine. */
  @Test
  void someDesignDoesMoreForMoodThanKetamineWithLessOfASurge() {
    SearchFile file = SearchFile.preset("safer-than-ketamine");
    Search.Scored ketamine =
        file.search(List.of()).scored(Map.of(), file.references().get("ketamine"));
    List<Search.Scored> found = SaferThanKetamine.found(file, FEW);
    assertTrue(
        found.stream()
            .anyMatch(
                design ->
                    design.number(0) >= ketamine.number(0)
                        && design.number(1) < ketamine.number(1)));
    assertTrue(SaferThanKetamine.line(found.get(0)).contains("clearance="));
  }

  @Test
  void moreDosesDoMoreForMood() {
    SearchFile file = SearchFile.preset("best-schedule");
    List<Search.Scored> found = BestSchedule.found(file, FEW);
    assertTrue(found.get(0).number(2) > found.get(found.size() - 1).number(2));
    assertTrue(found.get(0).number(0) > found.get(found.size() - 1).number(0));
    assertEquals(
        found.get(0).design().treatment().text(),
        BestSchedule.line(found.get(0)).split(": ", 2)[1]);
  }
}
