package org.capgate.evidence;

import java.util.OptionalDouble;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;

/**
 * The report as a person reads it in a terminal. The baseline shown is what the value was compared
 * with, the settled untreated state where it was compared with nothing.
 */
final class FindingsText {

  private final FindingsReport report;

  FindingsText(FindingsReport report) {
    this.report = report;
  }

  String render() {
    StringBuilder text = new StringBuilder();
    text.append("Findings of ").append(report.file()).append("\n\n");
    text.append(table().toText()).append('\n');
    for (Standing standing : Standing.values()) {
      int passed = report.count(standing, Verdict.PASS);
      int failed = report.count(standing, Verdict.FAIL);
      if (passed + failed > 0) {
        text.append(standing.word()).append(": ");
        text.append(passed).append(" passed, ").append(failed).append(" failed");
        text.append(standing.gates() ? "\n" : " (reported, does not gate)\n");
      }
    }
    return text.append(report.summary()).append('\n').toString();
  }

  private Table table() {
    TableBuilder table =
        Table.builder()
            .text("verdict")
            .text("id")
            .text("finding")
            .text("expected")
            .text("baseline")
            .text("value")
            .text("unit")
            .text("change")
            .text("bound")
            .text("standing")
            .text("subject and treatment");
    for (Evaluation row : report.evaluations()) {
      Finding finding = row.finding();
      table.row(
          row.passed() ? "pass" : "FAIL",
          finding.id(),
          finding.question(),
          finding.expected().word(),
          number(row.reference().isPresent() ? row.reference() : row.baseline()),
          number(row.value()),
          finding.unit(),
          row.relativeChange().isPresent()
              ? Text.signedPercent(row.relativeChange().getAsDouble())
              : "",
          row.reason(),
          finding.standing().word(),
          finding.condition().text());
    }
    return table.build();
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() ? Text.number(number.getAsDouble()) : "";
  }
}
