package org.capgate.treatment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.SeedFiles;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What compound files say in words is true of the numbers they are solved with. */
class CompoundClaimsTest {
  private static final Pattern HALF_LIFE =
      Pattern.compile("(?<!distribution |brain )half-life(?: of)? ([0-9.]+) (min|h)\\b");
  private static final Map<String, SourcedNumber> NUMBERS = new HashMap<>();

  static {
    CompoundCatalogue.standard()
        .withNumbers(ParameterSet.standard().compoundNumbers())
        .numbers()
        .forEach(number -> NUMBERS.put(number.path(), number));
  }

  static Stream<Named<CsvTable.Row>> claims() {
    return CsvTable.read(SeedFiles.text("compounds/claims.csv"))
        .withColumns("compound", "words", "number", "relation", "factor", "other")
        .rows()
        .stream()
        .map(row -> Named.of("%s: %s".formatted(row.text("compound"), row.text("words")), row));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void theNumberIsAsTheDescriptionSays(CsvTable.Row row) {
    String compound = row.requiredText("compound");
    assertTrue(
        SeedFiles.text("compounds/%s.yaml".formatted(compound))
            .text()
            .contains(row.requiredText("words")),
        () -> "%s is not in the text of %s".formatted(row.text("words"), compound));
    double value = number(row.requiredText("number"));
    double bound = row.number("factor", Bounds.positive(""));
    if (!row.text("other").isEmpty()) {
      bound *= number(row.text("other"));
    }
    boolean holds =
        switch (row.oneOf("relation", List.of("more than", "less than", "equal to"))) {
          case "more than" -> value > bound;
          case "less than" -> value < bound;
          default -> value == bound;
        };
    assertTrue(holds, () -> "%s: %s is %s".formatted(row.place(), row.text("number"), value));
  }

  /** To two digits, as the texts have it. */
  @Test
  void statedHalfLivesFollowFromVolumeAndClearance() {
    List<String> wrong = new ArrayList<>();
    int checked = 0;
    for (SourcedNumber clearance : NUMBERS.values()) {
      String path = clearance.path();
      if (!path.endsWith("/central/clearanceLitresPerHourPerKilogram")) {
        continue;
      }
      Matcher stated = HALF_LIFE.matcher(clearance.source());
      if (stated.find()) {
        checked++;
        double statedHours =
            Double.parseDouble(stated.group(1)) / (stated.group(2).equals("min") ? 60 : 1);
        double volume =
            number(path.replace("clearanceLitresPerHourPerKilogram", "volumeLitresPerKilogram"));
        double hours = StrictMath.log(2) * volume / clearance.value();
        if (Math.abs(hours / statedHours - 1) > 0.05) {
          wrong.add("%s says %s, but it is %.3g h".formatted(path, stated.group(), hours));
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(checked > 20, "%d half-lives read".formatted(checked));
  }

  /** A substance that is not converted has no path to what it is not converted to. */
  @ParameterizedTest
  @ValueSource(strings = {"d2-ketamine", "d2-norketamine", "s-ketamine", "s-norketamine"})
  void whatIsNotConvertedToHnkHasNoPathToIt(String compound) {
    assertFalse(reaches(compound, "hnk"));
    assertTrue(reaches("r-ketamine", "hnk"));
    assertTrue(reaches("ketamine", "hnk"));
  }

  private static boolean reaches(String compound, String metabolite) {
    return NUMBERS.keySet().stream()
        .filter(path -> path.startsWith(compound + "/") && path.contains("/metabolites/"))
        .map(path -> path.split("/metabolites/")[1].split("/")[0])
        .anyMatch(formed -> formed.equals(metabolite) || reaches(formed, metabolite));
  }

  private static double number(String path) {
    SourcedNumber number = NUMBERS.get(path);
    if (number == null) {
      throw new IllegalArgumentException("no number '%s'".formatted(path));
    }
    return number.value();
  }
}
