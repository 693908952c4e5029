package org.capgate.cli;

import java.util.List;
import java.util.OptionalDouble;
import org.capgate.cli.HtmlTable.Cell;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingsReport;
import org.capgate.evidence.Magnitude;

/** Findings beside what was simulated; what is not reproduced first, in full. */
final class ReportFindings {
  private static final List<String> COLUMNS =
      List.of(
          "Finding",
          "Verdict",
          "Experiment",
          "Measured",
          "Expected",
          "Simulated",
          "Change",
          "Standing",
          "Source");

  private final Html html;

  ReportFindings(Html html) {
    this.html = html;
  }

  /** What a report does not reproduce, each with what was expected and what came out. */
  void failures(String heading, FindingsReport report) {
    List<Evaluation> failed = report.evaluations().stream().filter(row -> !row.passed()).toList();
    html.element(
        "h3",
        "%s: %s of %s not reproduced"
            .formatted(heading, failed.size(), report.evaluations().size()));
    if (failed.isEmpty()) {
      html.paragraph("None: the simulation shows every one of them.");
    } else {
      html.open("ul");
      for (Evaluation row : failed) {
        html.open("li").element("a", row.finding().id(), "href", "#" + anchor(row));
        html.text(
            " "
                + row.finding().condition().text()
                + "; "
                + row.finding().question()
                + ": expected "
                + expected(row.finding())
                + ", but "
                + row.reason()
                + " ("
                + row.finding().standing().word()
                + (row.gates() ? ", gates" : "")
                + ")");
        html.close("li");
      }
      html.close("ul");
    }
  }

  /** Every row of a report. */
  void section(String id, String heading, String introduction, FindingsReport report) {
    html.open("section", "aria-labelledby", id).element("h2", heading, "id", id);
    html.paragraph(introduction);
    HtmlTable table = HtmlTable.folded(html, heading + ", " + report.summary(), COLUMNS);
    for (Evaluation row : report.evaluations()) {
      Finding finding = row.finding();
      table.row(
          anchor(row),
          row.passed() ? "pass" : "fail",
          finding.id(),
          List.of(
              verdict(row),
              Cell.text(finding.condition().text()),
              Cell.text(finding.question()),
              Cell.text(expected(finding)),
              Cell.number(simulated(row)),
              Cell.number(percent(row.relativeChange())),
              Cell.text(finding.standing().word()),
              Cell.text(finding.source())));
    }
    table.end();
    html.close("section");
  }

  private static String anchor(Evaluation row) {
    return "finding-" + row.finding().id();
  }

  private static String expected(Finding finding) {
    return finding.expected().word()
        + finding.magnitude().map(Magnitude::text).map(text -> ", " + text).orElse("");
  }

  private static String simulated(Evaluation row) {
    if (row.value().isEmpty()) {
      return "none";
    }
    String unit = row.finding().readout().unit();
    String value = Numeral.digits(row.value().getAsDouble(), 4);
    String from =
        row.reference().isPresent()
            ? ", against " + Numeral.digits(row.reference().getAsDouble(), 4)
            : "";
    return value + (unit.equals("1") || unit.equals("rel.") ? "" : " " + unit) + from;
  }

  private static String percent(OptionalDouble change) {
    return change.isPresent() ? Numeral.percent(change.getAsDouble()) : "–";
  }

  /** Said in words, and by weight and sign as well as by colour. */
  private static Cell verdict(Evaluation row) {
    return new Cell(
        (row.passed()
                ? "<span aria-hidden=\"true\">✓ </span>pass"
                : "<strong><span aria-hidden=\"true\">✗ </span>fail</strong>")
            + "<br/><small>"
            + Html.escaped(row.reason())
            + "</small>",
        "verdict");
  }
}
