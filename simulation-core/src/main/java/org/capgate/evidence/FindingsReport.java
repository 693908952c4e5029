package org.capgate.evidence;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What became of every finding of a file.
 *
 * @param file name of the file
 * @param evaluations in the order of the file
 */
public record FindingsReport(String file, List<Evaluation> evaluations) {

  public FindingsReport {
    evaluations = List.copyOf(evaluations);
  }

  /** The file and its {@link #summary}. */
  @Override
  public String toString() {
    return "%s: %s".formatted(file, summary());
  }

  /** How many findings the simulation shows. */
  public int passed() {
    return (int) evaluations.stream().filter(Evaluation::passed).count();
  }

  /** How many it does not show, of whatever standing. */
  public int failed() {
    return evaluations.size() - passed();
  }

  /** How many of a standing, shown or not. */
  public int count(Standing standing, Verdict verdict) {
    return (int)
        evaluations.stream()
            .filter(row -> row.finding().standing() == standing && row.verdict() == verdict)
            .count();
  }

  /** Whether the evaluation as a whole fails: an established finding is not shown. */
  public boolean anyEstablishedFailed() {
    return evaluations.stream().anyMatch(Evaluation::gates);
  }

  /** {@code 50 passed, 2 failed}. */
  public String summary() {
    return passed() + " passed, " + failed() + " failed";
  }

  /** For a terminal of 100 columns; see {@link #toText(int)}. */
  public String toText() {
    return toText(FindingsText.USUAL_WIDTH);
  }

  /**
   * For a terminal: each experiment and what was measured in it, one line a finding where it fits;
   * counts by standing; at the end {@link #summary}.
   *
   * @param columns characters in a line
   */
  public String toText(int columns) {
    return new FindingsText(this, columns).render();
  }

  /** Comma-separated values, one finding a row; see {@link #table}. */
  public String toCsv() {
    return table().toCsv();
  }

  /**
   * A JSON object: file, counts, and the findings as in {@link #table}. Every number is a number: a
   * time in {@code at_h}, and {@code magnitude}, an object of value, low, high, unit and ofPeak or
   * null.
   */
  public String toJson() {
    return toJson(Map.of());
  }

  /** The same with where it comes from, unless that is empty. */
  public String toJson(Map<String, String> provenance) {
    return new FindingsJson(this).render(provenance);
  }

  /**
   * The findings in the words of their file, each with the simulated numbers in the unit of its
   * readout, verdict and reason.
   */
  public Table table() {
    TableBuilder table =
        Table.builder()
            .text("id")
            .text("area")
            .text("subject")
            .text("preparation")
            .text("stress")
            .text("genotype")
            .text("treatment")
            .text("readout")
            .text("at_h")
            .text("versus")
            .text("expected")
            .text("magnitude")
            .text("standing")
            .text("source")
            .number("baseline")
            .number("reference")
            .number("value")
            .text("unit")
            .number("relativeChange")
            .text("verdict")
            .text("reason");
    for (Evaluation row : evaluations) {
      Finding finding = row.finding();
      Condition condition = finding.condition();
      table.row(
          finding.id(),
          finding.area(),
          condition.subject().word(),
          condition.preparation().word(),
          condition.stress().word(),
          condition.genotype().text(),
          condition.treatment().text(),
          finding.readout().name(),
          finding.at().word(),
          finding.versus().word(),
          finding.expected().word(),
          finding.magnitude().map(Magnitude::text).orElse(""),
          finding.standing().word(),
          finding.source(),
          cell(row.baseline()),
          cell(row.reference()),
          cell(row.value()),
          finding.unit(),
          cell(row.relativeChange()),
          row.verdict().word(),
          row.reason());
    }
    return table.build();
  }

  private static @Nullable Double cell(OptionalDouble number) {
    return number.isPresent() ? Double.valueOf(number.getAsDouble()) : null;
  }
}
