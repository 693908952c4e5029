package org.capgate.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.calibration.Influence.Lean;
import org.capgate.cli.learn.LearnedSets;
import org.capgate.cli.model.ParameterLine;
import org.capgate.cli.output.Html;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.report.HtmlTable.Cell;
import org.capgate.input.Numbers;

/** Every number of the model with its source, and what leans on it. */
final class ReportLedger {
  /** A figure leans on a parameter that moves what it shows by more than this share. */
  static final double LEAST_MOVE = 0.1;

  private static final List<String> COLUMNS =
      List.of(
          "Parameter",
          "Value",
          "Unit",
          "Range",
          "90 % of sets",
          "Grade",
          "What leans on it",
          "Source");

  private final Html html;
  private final ReportContent content;
  private final Map<String, Lean> leans = new LinkedHashMap<>();
  private final Map<String, String> bands = new LinkedHashMap<>();

  ReportLedger(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
    content.leans().forEach(lean -> leans.put(lean.parameter(), lean));
    content
        .learned()
        .ifPresent(
            known ->
                known
                    .learned()
                    .parameters()
                    .forEach(one -> bands.put(one.parameter().name(), LearnedSets.range(one))));
  }

  void section(String heading) {
    List<ParameterLine> lines = ParameterLine.all(content.model());
    Grades grades = Grades.shipped();
    long assumed = lines.stream().filter(ParameterLine::isAssumed).count();
    html.open("section", "aria-labelledby", "parameters")
        .element("h2", heading, "id", "parameters");
    html.paragraph(
        lines.size()
            + " numbers, "
            + assumed
            + " of them ASSUMED: nobody measured them, or not here. The grade of a number with a"
            + " source is the confidence that seeds/evidence/parameters.csv gives the row it names;"
            + " 'cited' is a source that is not graded there.");
    explainLeaning();
    int first = content.model().parameters().parameters().size();
    List<ParameterLine> stated = lines.subList(0, first);
    List<ParameterLine> others = lines.subList(first, lines.size());
    html.element("h3", "Parameters of the equations, and fitted numbers of compounds");
    table("Parameters of the equations, and fitted numbers of compounds", stated, grades);
    html.element("h3", "Other numbers of the compounds");
    html.paragraph("These were not moved.");
    table("Other numbers of the compounds", others, grades);
    html.close("section");
  }

  private void explainLeaning() {
    if (leans.isEmpty()) {
      html.paragraph(
          "What leans on each number was not computed: no swing was asked for (option --swing).");
      return;
    }
    html.paragraph(
        "What leans on a number: it alone was lowered and raised by "
            + Numbers.text(content.swingPercent())
            + " %, within its range, and everything was simulated again. Listed are the findings whose"
            + " verdict changes, and the figures whose measure moves by more than "
            + Numeral.digits(100 * LEAST_MOVE, 2)
            + " % of its response:");
    html.open("ul");
    content
        .probes()
        .forEach(
            (figure, measure) -> {
              html.open("li").element("a", figure, "href", "#figure-" + figure);
              html.text(": " + measure).close("li");
            });
    html.close("ul");
    long findings = leans.values().stream().filter(lean -> !lean.flipped().isEmpty()).count();
    long figures = leans.values().stream().filter(lean -> !figures(lean).isEmpty()).count();
    html.paragraph(
        leans.size()
            + " numbers were moved: "
            + findings
            + " of them change a verdict, "
            + figures
            + " move a figure. Numbers moved together may do more: how far they move together is"
            + " what the bands of this page show.");
  }

  private void table(String caption, List<ParameterLine> lines, Grades grades) {
    HtmlTable table = HtmlTable.folded(html, caption, COLUMNS);
    for (ParameterLine line : lines) {
      String grade = grades.of(line);
      table.row(
          "",
          line.isAssumed() ? "assumed" : "",
          line.name(),
          List.of(
              Cell.number(Numeral.compact(line.value())),
              Cell.text(line.unit().equals("dimensionless") ? "1" : line.unit()),
              Cell.number(Numeral.compact(line.low()) + " to " + Numeral.compact(line.high())),
              Cell.number(bands.getOrDefault(line.name(), "not drawn")),
              new Cell(
                  (line.isAssumed() ? "<strong>ASSUMED</strong>" : Html.escaped(grade))
                      + (line.isFitted() ? ", fitted" : ""),
                  ""),
              leaning(line),
              Cell.text(line.source())));
    }
    table.end();
  }

  private Cell leaning(ParameterLine line) {
    Lean lean = leans.get(line.name());
    if (lean == null) {
      return Cell.text(leans.isEmpty() ? "" : "not moved");
    }
    StringBuilder markup = new StringBuilder();
    for (String id : lean.flipped()) {
      markup.append(link("finding-" + id, id));
    }
    figures(lean)
        .forEach(
            (figure, move) ->
                markup
                    .append(link("figure-" + figure, figure))
                    .append("(")
                    .append(Double.isInfinite(move) ? "fails" : Numeral.fixed(100 * move, 0) + " %")
                    .append(") "));
    return markup.length() == 0 ? Cell.text("little") : new Cell(markup.toString().strip(), "");
  }

  private static Map<String, Double> figures(Lean lean) {
    Map<String, Double> figures = new LinkedHashMap<>();
    lean.moves()
        .forEach(
            (figure, move) -> {
              if (!(move <= LEAST_MOVE)) {
                figures.put(figure, move);
              }
            });
    return figures;
  }

  private static String link(String target, String text) {
    return "<a href=\"#" + Html.escaped(target) + "\">" + Html.escaped(text) + "</a> ";
  }
}
