package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.capgate.analysis.Table;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class FindingsReportTest {

  private static FindingsReport report(String... standingAndVerdict) {
    Rows rows = new Rows();
    for (int i = 0; i < standingAndVerdict.length; i += 2) {
      rows.row("id", "R" + i, "standing", standingAndVerdict[i], "source", "A \"B\", C\\D");
    }
    List<Evaluation> evaluations = new ArrayList<>();
    for (Finding finding : rows.read().findings()) {
      boolean passed = standingAndVerdict[2 * evaluations.size() + 1].equals("pass");
      evaluations.add(
          new Evaluation(
              finding,
              OptionalDouble.of(120),
              OptionalDouble.of(120),
              OptionalDouble.of(passed ? 96 : 118),
              OptionalDouble.of(passed ? -0.2 : -2.0 / 120),
              Verdict.when(passed),
              "needs -10 % or less"));
    }
    return new FindingsReport("f.csv", evaluations);
  }

  @Test
  void theLastLineOfTheTextCounts() {
    String text = report("established", "pass", "inferred", "fail", "inferred", "pass").toText();
    assertTrue(text.endsWith("\n2 passed, 1 failed\n"), text);
    assertTrue(text.contains("inferred: 1 passed, 1 failed (reported, does not gate)\n"), text);
  }

  @Test
  void onlyAFailedEstablishedFindingGates() {
    assertFalse(
        report(
                "established",
                "pass",
                "inferred",
                "fail",
                "remembered",
                "fail",
                "conflicting",
                "fail")
            .anyEstablishedFailed());
    assertTrue(report("inferred", "pass", "established", "fail").anyEstablishedFailed());
  }

  @Test
  void theTextShowsBaselineValueUnitAndChangeOfEveryFinding() {
    String text = report("established", "pass", "conflicting", "fail").toText();
    assertTrue(
        text.lines()
            .anyMatch(
                line -> line.matches("pass +R0 +immobility at 24 h: decrease +120 +96 +s +-20 %")),
        text);
    assertTrue(text.contains("FAIL  R2  "), text);
    assertTrue(text.contains("-20 %"), text);
    assertTrue(text.contains("-1.7 %"), text);
  }

  @Test
  void theExperimentComesFirstAndLinesFitTheTerminal() {
    FindingsReport report = report("established", "pass", "conflicting", "fail");
    for (int columns : new int[] {60, 80, 100, 140}) {
      List<String> lines = report.toText(columns).lines().toList();
      String experiment = report.evaluations().get(0).finding().condition().text();
      int at = lines.indexOf(experiment);
      assertTrue(at >= 0 && lines.get(at + 1).startsWith("pass"), () -> String.join("\n", lines));
      for (String line : lines) {
        assertTrue(line.length() <= columns, () -> line + " is longer than " + columns);
      }
    }
  }

  @Test
  void numbersInTheJsonAreNumbers() {
    Finding finding =
        new Rows()
            .row(
                "readout",
                "brain-hnk",
                "expected",
                "value",
                "versus",
                "none",
                "magnitude",
                "8 uM (5 to 10)")
            .read()
            .finding("R1");
    String json =
        new FindingsReport("f.csv", List.of(Evaluation.impossible(finding, "x"))).toJson();
    assertTrue(json.contains("\"at_h\": 24,"), json);
    assertTrue(
        json.contains(
            "\"magnitude\": {\"value\": 8, \"low\": 5, \"high\": 10, \"unit\": \"uM\","
                + " \"ofPeak\": false}"),
        json);
    assertTrue(report("established", "pass").toJson().contains("\"magnitude\": null"));
  }

  @Test
  void theCsvHoldsEveryColumnOfTheFileAndTheNumbers() {
    Table table = report("established", "pass").table();
    assertTrue(table.header().containsAll(FindingFile.COLUMNS));
    assertEquals(96, table.number(0, "value"));
    assertEquals(120, table.number(0, "baseline"));
    assertEquals(-0.2, table.number(0, "relativeChange"));
    assertEquals("s", table.text(0, "unit"));
    assertEquals("pass", table.text(0, "verdict"));
  }

  @Test
  void theJsonIsReadableAndEscaped() {
    // Every JSON text is YAML 1.2, so the YAML reader at hand can read it back.
    Object read =
        new Load(LoadSettings.builder().build())
            .loadFromString(report("established", "pass", "inferred", "fail").toJson());
    String shown = String.valueOf(read);
    assertTrue(shown.startsWith("{file=f.csv, passed=1, failed=1, establishedFailed=0, "), shown);
    assertTrue(
        shown.contains("source=A \"B\", C\\D, baseline=120, reference=120, value=96"), shown);
  }

  @Test
  void numbersThatDoNotExistAreNullInTheJsonAndEmptyInTheCsv() {
    Finding finding = new Rows().row().read().finding("R1");
    FindingsReport report =
        new FindingsReport("f.csv", List.of(Evaluation.impossible(finding, "no\tkinetics")));
    assertTrue(report.toJson().contains("\"value\": null"), report.toJson());
    assertTrue(report.toJson().contains("no\\u0009kinetics"), report.toJson());
    assertTrue(report.table().isMissing(0, "value"));
    assertTrue(report.toText().endsWith("0 passed, 1 failed\n"));
  }

  @Test
  void theTextShowsWhatTheValueWasComparedWithElseTheUntreatedState() {
    Finding finding = new Rows().row().read().finding("R1");
    OptionalDouble none = OptionalDouble.empty();
    OptionalDouble baseline = OptionalDouble.of(111);
    OptionalDouble value = OptionalDouble.of(96);
    Evaluation compared =
        new Evaluation(finding, baseline, OptionalDouble.of(222), value, none, Verdict.PASS, "");
    Evaluation alone = new Evaluation(finding, baseline, none, value, none, Verdict.PASS, "");
    String text = new FindingsReport("f.csv", List.of(compared, alone)).toText();
    List<String> rows = text.lines().filter(line -> line.startsWith("pass")).toList();
    assertTrue(rows.get(0).contains(" 222 ") && !rows.get(0).contains(" 111 "), text);
    assertTrue(rows.get(1).contains(" 111 "), text);
  }

  @Test
  void aStandingThatNoFindingHasIsNotCounted() {
    assertFalse(report("established", "pass").toText().contains("remembered"));
  }

  @Test
  void theTableIsWrittenInTheWordsOfTheFile() {
    FindingFile file =
        new Rows()
            .row("id", "A", "at_h", "baseline", "versus", "wild-type")
            .row("id", "B", "at_h", "peak", "versus", "finding:A")
            .read();
    Table table =
        new FindingsReport(
                "f.csv",
                file.findings().stream().map(row -> Evaluation.impossible(row, "not run")).toList())
            .table();
    assertEquals("baseline", table.text(0, "at_h"));
    assertEquals("wild-type", table.text(0, "versus"));
    assertEquals("peak", table.text(1, "at_h"));
    assertEquals("finding:A", table.text(1, "versus"));
  }

  @Test
  void theCsvIsTheTableAndTheJsonLeavesSpacesAlone() {
    FindingsReport report = report("established", "pass");
    assertEquals(report.table().toCsv(), report.toCsv());
    assertTrue(report.toCsv().contains("R0"), report.toCsv());
    assertTrue(report.toJson().contains("needs -10 % or less"), report.toJson());
  }
}
