package org.capgate.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The report as a person reads it in a terminal: each experiment, and below it what was measured.
 * The baseline shown is what the value was compared with, the settled untreated state where it was
 * compared with nothing.
 */
final class FindingsText {
  /** Columns of a terminal of which nothing is known. */
  static final int USUAL_WIDTH = 100;

  private static final int LEAST_QUESTION = 16;
  private static final String GAP = "  ";
  private static final List<String> HEADER = List.of("baseline", "value", "unit", "change");

  private final FindingsReport report;
  private final int width;

  /** Lines no longer than {@code width} characters where words allow it. */
  FindingsText(FindingsReport report, int width) {
    this.report = report;
    this.width = width;
  }

  /** The short cells of a row; the question before them takes what is left of the line. */
  private record Row(Evaluation evaluation, String verdict, String id, List<String> cells) {}

  String render() {
    StringBuilder text = new StringBuilder();
    text.append("Findings of ").append(report.file()).append('\n');
    addRows(text);
    text.append('\n');
    for (Standing standing : Standing.values()) {
      int passed = report.count(standing, Verdict.PASS);
      int failed = report.count(standing, Verdict.FAIL);
      if (passed + failed > 0) {
        text.append("%s: %s passed, %s failed".formatted(standing.word(), passed, failed));
        text.append(standing.gates() ? "\n" : " (reported, does not gate)\n");
      }
    }
    return text.append(report.summary()).append('\n').toString();
  }

  private void addRows(StringBuilder text) {
    List<Row> rows = report.evaluations().stream().map(FindingsText::row).toList();
    int idWidth = rows.stream().mapToInt(row -> row.id().length()).max().orElse(0);
    int[] widths = HEADER.stream().mapToInt(String::length).toArray();
    int cellsWidth = 0;
    for (int i = 0; i < widths.length; i++) {
      for (Row row : rows) {
        widths[i] = Math.max(widths[i], row.cells().get(i).length());
      }
      cellsWidth += GAP.length() + widths[i];
    }
    int left = "FAIL".length() + 2 * GAP.length() + idWidth;
    int question = Math.max(LEAST_QUESTION, width - left - cellsWidth);
    text.append('\n').append(" ".repeat(left + question)).append(cells(HEADER, widths));
    String experiment = "";
    for (Row row : rows) {
      String condition = row.evaluation().finding().condition().text();
      if (!condition.equals(experiment)) {
        text.append('\n').append(String.join("\n", wrapped(condition, width))).append('\n');
        experiment = condition;
      }
      List<String> lines = wrapped(question(row.evaluation().finding()), question);
      text.append(padded(row.verdict(), 4)).append(GAP).append(padded(row.id(), idWidth));
      text.append(GAP).append(padded(lines.get(0), question)).append(cells(row.cells(), widths));
      lines.stream().skip(1).forEach(more -> text.append(" ".repeat(left)).append(more + "\n"));
      if (!row.evaluation().passed()) {
        for (String more : wrapped(row.evaluation().reason(), width - left)) {
          text.append(" ".repeat(left)).append(more).append('\n');
        }
      }
    }
  }

  /** Numbers end at the right of their column, words begin at its left. */
  private static String cells(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = cells.get(i);
      boolean number = !HEADER.get(i).equals("unit");
      String blank = " ".repeat(widths[i] - cell.length());
      line.append(GAP).append(number ? blank + cell : cell + blank);
    }
    return line.toString().stripTrailing() + "\n";
  }

  private static Row row(Evaluation row) {
    Finding finding = row.finding();
    OptionalDouble baseline = row.reference().isPresent() ? row.reference() : row.baseline();
    String change =
        row.relativeChange().isPresent()
            ? Text.signedPercent(row.relativeChange().getAsDouble())
            : "";
    return new Row(
        row,
        row.passed() ? "pass" : "FAIL",
        finding.id(),
        List.of(number(baseline), number(row.value()), finding.unit(), change));
  }

  /** {@code immobility at 24 h: decrease (inferred)}; what is usual is left out. */
  private static String question(Finding finding) {
    String question = finding.question();
    String usual = " versus " + Comparison.UNTREATED.word();
    String asked =
        question.endsWith(usual)
            ? question.substring(0, question.length() - usual.length())
            : question;
    String standing =
        finding.standing().gates() ? "" : " (%s)".formatted(finding.standing().word());
    return "%s: %s%s".formatted(asked, finding.expected().word(), standing);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** At least one line. */
  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  private static String number(OptionalDouble number) {
    return number.isPresent() ? Text.number(number.getAsDouble()) : "";
  }
}
