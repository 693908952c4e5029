package org.capgate.cli.compare;

import java.util.ArrayList;
import java.util.List;
import org.capgate.cli.output.Bands;
import org.capgate.cli.output.GenotypeLabel;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.Terminal;
import org.capgate.cli.output.Wrapped;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.treatment.Regimen;
import org.capgate.uncertainty.TreatmentResponse;

/**
 * A comparison on a terminal; each readout as a block of columns, of which as many as fit stand
 * side by side.
 */
final class ComparisonText {
  private static final int LABEL_WIDTH = 22;
  private static final int UNTREATED_WIDTH = "  untreated".length();
  private static final String TRANSMISSION = "transmission (1 = wild type at rest)";

  private static final List<Column> COLUMNS =
      List.of(
          new Column("mood", Readout.MOOD, 0, 7, 3),
          new Column("immobility (s)", Readout.IMMOBILITY, 1, 6, 1),
          new Column("excitatory", Readout.EXCITATORY_TRANSMISSION, 1, 6, 3),
          new Column("inhibitory", Readout.INHIBITORY_TRANSMISSION, 1, 6, 3));

  private final Comparison comparison;
  private final ComparisonPlan plan;

  ComparisonText(Comparison comparison) {
    this.comparison = comparison;
    this.plan = comparison.plan();
  }

  /**
   * A readout in the table.
   *
   * @param gap before the first number, characters
   * @param width of one number, characters
   * @param decimals of one number
   */
  private record Column(String title, Readout readout, int gap, int width, int decimals) {
    boolean isTransmission() {
      return readout.equals(Readout.EXCITATORY_TRANSMISSION)
          || readout.equals(Readout.INHIBITORY_TRANSMISSION);
    }
  }

  /** Readouts at the reported times, one line per genotype and treatment. */
  String table() {
    StringBuilder text = new StringBuilder();
    List<Column> block = new ArrayList<>();
    int width = LABEL_WIDTH;
    for (Column column : COLUMNS) {
      if (!block.isEmpty() && width + width(column) > Terminal.columns()) {
        add(text, block);
        text.append('\n');
        block.clear();
        width = LABEL_WIDTH;
      }
      block.add(column);
      width += width(column);
    }
    add(text, block);
    return text.toString();
  }

  private void add(StringBuilder text, List<Column> columns) {
    StringBuilder titles = new StringBuilder(" ".repeat(LABEL_WIDTH));
    StringBuilder times = new StringBuilder(" ".repeat(LABEL_WIDTH));
    for (Column column : columns) {
      titles.append(Numeral.right(column.title(), width(column)));
      times.append(" ".repeat(column.gap()));
      for (double tHours : plan.reportedHours()) {
        times.append(Numeral.right(Numeral.time(tHours), numberWidth(column)));
      }
    }
    if (columns.stream().anyMatch(Column::isTransmission)) {
      line(text, Numeral.right(TRANSMISSION, titles.length()));
    }
    line(text, titles.toString());
    line(text, times.toString());
    for (Genotype genotype : plan.genotypes()) {
      line(text, GenotypeLabel.of(genotype));
      for (Regimen treatment : plan.treatments()) {
        line(text, row(comparison.arm(genotype, treatment), plan.label(treatment), columns));
      }
    }
  }

  private String row(Comparison.Arm arm, String label, List<Column> columns) {
    StringBuilder row = new StringBuilder();
    String indented = "  " + label;
    if (indented.length() > LABEL_WIDTH) { // on a line of its own
      row.append(indented).append('\n').append(" ".repeat(LABEL_WIDTH));
    } else {
      row.append(Numeral.left(indented, LABEL_WIDTH));
    }
    for (Column column : columns) {
      row.append(" ".repeat(column.gap()));
      for (double tHours : plan.reportedHours()) {
        String number = Numeral.fixed(arm.at(column.readout(), tHours), column.decimals());
        row.append(Numeral.right(number, numberWidth(column)));
      }
    }
    return row.toString();
  }

  private int width(Column column) {
    return column.gap() + numberWidth(column) * plan.reportedHours().size();
  }

  /** As stated, or wider where few numbers stand below a long title. */
  private int numberWidth(Column column) {
    int times = plan.reportedHours().size();
    int forTitle = (column.title().length() + 1 - column.gap() + times - 1) / times;
    return Math.max(column.width(), forTitle);
  }

  /** One line per genotype, for as many treatments at a time as fit: does it respond? */
  String summary() {
    int labelWidth = "genotype".length();
    for (Genotype genotype : plan.genotypes()) {
      labelWidth = Math.max(labelWidth, GenotypeLabel.of(genotype).length());
    }
    StringBuilder text = new StringBuilder();
    line(text, "Immobility at 24 h, change against the same genotype untreated");
    text.append(Wrapped.text("(" + TreatmentResponse.RULE + ")", ""));
    comparison
        .sets()
        .ifPresent(
            sets ->
                text.append(
                    Wrapped.text(
                        "(in brackets: 90 %% of %s sets that agree with the findings; in %%: share of them with the verdict)"
                            .formatted(sets.members()),
                        "")));
    List<Regimen> block = new ArrayList<>();
    int width = labelWidth + UNTREATED_WIDTH;
    for (Regimen treatment : plan.activeTreatments()) {
      if (!block.isEmpty() && width + 2 + responseWidth(treatment) > Terminal.columns()) {
        addSummary(text, block, labelWidth);
        block.clear();
        width = labelWidth + UNTREATED_WIDTH;
      }
      block.add(treatment);
      width += 2 + responseWidth(treatment);
    }
    addSummary(text, block, labelWidth);
    return text.toString();
  }

  private void addSummary(StringBuilder text, List<Regimen> treatments, int labelWidth) {
    StringBuilder header = new StringBuilder(Numeral.left("", labelWidth) + "  untreated");
    for (Regimen treatment : treatments) {
      header.append("  ").append(Numeral.left(plan.label(treatment), responseWidth(treatment)));
    }
    line(text, header.toString());
    for (Genotype genotype : plan.genotypes()) {
      StringBuilder row = new StringBuilder(Numeral.left(GenotypeLabel.of(genotype), labelWidth));
      double untreated =
          comparison.arm(genotype, plan.treatments().get(0)).untreated(Readout.IMMOBILITY);
      row.append("  ").append(Numeral.right(Numeral.fixed(untreated, 1) + " s", 9));
      for (Regimen treatment : treatments) {
        String response = text(genotype, treatment);
        row.append("  ").append(Numeral.left(response, responseWidth(treatment)));
      }
      line(text, row.toString());
    }
  }

  private String text(Genotype genotype, Regimen treatment) {
    TreatmentResponse response = comparison.response(genotype, treatment);
    String change = Numeral.right(Numeral.percent(response.change()), 8);
    return comparison
        .sets(genotype, treatment)
        .map(
            sets ->
                "%s (%s)  %s in %s %%%s"
                    .formatted(
                        change,
                        Bands.range(sets),
                        sets.mostSay(),
                        Math.round(100 * sets.saying()),
                        sets.isOtherwise() ? "; shipped: " + response.verdict() : ""))
        .orElse(change + "  " + response.verdict());
  }

  private int responseWidth(Regimen treatment) {
    int width = plan.label(treatment).length();
    for (Genotype genotype : plan.genotypes()) {
      width = Math.max(width, text(genotype, treatment).length());
    }
    return width;
  }

  private static void line(StringBuilder text, String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
