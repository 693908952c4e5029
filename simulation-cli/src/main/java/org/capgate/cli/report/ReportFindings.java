package org.capgate.cli.report;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.capgate.cli.output.Bands;
import org.capgate.cli.output.Html;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.report.HtmlTable.Cell;
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
  private final ReportSets sets;
  private final Function<ReportSets.Member, FindingsReport> bySet;

  /**
   * Findings of one kind.
   *
   * @param bySet what a parameter set says of the same ones
   */
  ReportFindings(Html html, ReportSets sets, Function<ReportSets.Member, FindingsReport> bySet) {
    this.html = html;
    this.sets = sets;
    this.bySet = bySet;
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
                + passing(sets.of(bySet, row)).map("; reproduced %s"::formatted).orElse("")
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
      List<Evaluation> others = sets.of(bySet, row);
      table.row(
          anchor(row),
          row.passed() ? "pass" : "fail",
          finding.id(),
          List.of(
              verdict(row, others),
              Cell.text(finding.condition().text()),
              Cell.text(finding.question()),
              Cell.text(expected(finding)),
              Cell.number(simulated(row, others)),
              Cell.number(change(row, others)),
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

  private static String simulated(Evaluation row, List<Evaluation> others) {
    if (row.value().isEmpty()) {
      return "none";
    }
    String unit = row.finding().readout().unit();
    String value = beside(row, others, Evaluation::value);
    String from =
        row.reference().isPresent()
            ? ", against " + beside(row, others, Evaluation::reference)
            : "";
    return value + (unit.equals("1") || unit.equals("rel.") ? "" : " " + unit) + from;
  }

  private static String beside(
      Evaluation row, List<Evaluation> others, Function<Evaluation, OptionalDouble> number) {
    return Bands.beside(
        number.apply(row).orElseThrow(),
        ReportSets.numbers(others, number),
        value -> Numeral.digits(value, 4));
  }

  private static String change(Evaluation row, List<Evaluation> others) {
    OptionalDouble change = row.relativeChange();
    return change.isEmpty()
        ? "–"
        : Bands.beside(
            change.getAsDouble(),
            ReportSets.numbers(others, Evaluation::relativeChange),
            Numeral::percent);
  }

  /** How many sets reproduce a finding. */
  private static Optional<String> passing(List<Evaluation> others) {
    return ReportSets.shareOf(others, Evaluation::passed).findFirst();
  }

  /** Said in words, and by weight and sign as well as by colour. */
  private static Cell verdict(Evaluation row, List<Evaluation> others) {
    return new Cell(
        (row.passed()
                ? "<span aria-hidden=\"true\">✓ </span>pass"
                : "<strong><span aria-hidden=\"true\">✗ </span>fail</strong>")
            + passing(others).map("; reproduced %s"::formatted).orElse("")
            + "<br/><small>"
            + Html.escaped(row.reason())
            + "</small>",
        "verdict");
  }
}
