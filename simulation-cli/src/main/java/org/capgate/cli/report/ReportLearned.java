package org.capgate.cli.report;

import java.util.List;
import org.capgate.calibration.Learned;
import org.capgate.cli.learn.LearnedSets;
import org.capgate.cli.output.Html;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.report.HtmlTable.Cell;

/** What the findings taught about the parameters, as {@code capgate learned} says it. */
final class ReportLearned {
  private static final int MOST_PAIRS = 8;
  private static final int MOST_DIRECTIONS = 5;

  private final Html html;
  private final ReportContent content;

  ReportLearned(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
  }

  void section(String heading) {
    html.open("section", "aria-labelledby", "learned").element("h2", heading, "id", "learned");
    if (content.learned().isEmpty()) {
      html.paragraph(
          "Not computed: this takes more parameter sets than there are fitted parameters, with"
              + " values of all of them (option --ensemble).");
    } else {
      show(content.learned().get());
    }
    html.close("section");
  }

  private void show(LearnedSets known) {
    html.paragraph(
        "From %s parameter sets of the model that ships. Contraction is 1 where a parameter is known and 0 where it is as wide as its prior: %s. Directions are combinations of parameters; %s."
            .formatted(known.sets(), known.halfKnown(), known.stillWide()));
    parameters(known);
    html.open("details").element("summary", "Where each parameter lies in its plausible range");
    InlineFigure.show(html, "marginals", known.marginals(content.provenance()));
    html.close("details");
    pairs(known);
    directions(known);
  }

  private void parameters(LearnedSets known) {
    HtmlTable table =
        HtmlTable.folded(
            html,
            "What became of each parameter, " + known.halfKnown(),
            List.of(
                "Parameter",
                "Contraction",
                "Shipped",
                "90 % of sets",
                "Unit",
                "Goes with (correlation)",
                "Leans on, by which its mean moves (standard deviations)"));
    for (Learned.OfParameter one : known.mostLearnedFirst()) {
      table.row(
          "",
          "",
          one.parameter().name(),
          List.of(
              Cell.number(Numeral.fixed(one.contraction(), 2)),
              Cell.number(Numeral.digits(one.parameter().value(), 3)),
              Cell.number(LearnedSets.range(one)),
              Cell.text(
                  one.parameter().unit().equals("dimensionless") ? "1" : one.parameter().unit()),
              Cell.text("%s (%s)".formatted(one.partner(), Numeral.fixed(one.correlation(), 2))),
              Cell.text("%s (%s)".formatted(one.leansOn(), Numeral.fixed(one.moves(), 2)))));
    }
    table.end();
  }

  private void pairs(LearnedSets known) {
    HtmlTable table =
        HtmlTable.shown(
            html, "Strongest correlations", List.of("Parameter", "Goes with", "Correlation"));
    for (Learned.OfParameter one : firstOf(known.strongestPairsFirst(), MOST_PAIRS)) {
      table.row(
          "",
          "",
          one.parameter().name(),
          List.of(Cell.text(one.partner()), Cell.number(Numeral.fixed(one.correlation(), 2))));
    }
    table.end();
  }

  private void directions(LearnedSets known) {
    HtmlTable table =
        HtmlTable.shown(
            html,
            "Combinations that are known best",
            List.of("Largest parts", "Variance (1 before any finding)"));
    for (Learned.Direction direction : firstOf(known.learned().directions(), MOST_DIRECTIONS)) {
      table.row(
          "",
          "",
          LearnedSets.parts(direction),
          List.of(Cell.number(Numeral.digits(direction.variance(), 2))));
    }
    table.end();
  }

  private static <T> List<T> firstOf(List<T> all, int most) {
    return all.stream().limit(most).toList();
  }
}
