package org.capgate.cli.trial;

import java.io.PrintWriter;
import org.capgate.analysis.Table;
import org.capgate.cli.output.Numeral;
import org.capgate.ensemble.Blocks;
import org.capgate.trial.TailoringReport;
import org.capgate.trial.TrialReport;

/** What is printed about a part of the subjects, and about the best arm for each. */
final class TrialWords {
  /** Fewer subjects say nothing about rules. */
  static final int LEAST_TAILORED = 20;

  private static final int MOST_CARRIERS = 8;

  private TrialWords() {}

  static void print(TrialReport report, Blocks blocks, PrintWriter out) {
    report.trial().among().ifPresent(part -> printPart(report, part.words(), out));
    report.trial().tailored(blocks).ifPresent(tailored -> print(tailored, out));
  }

  private static void printPart(TrialReport report, String words, PrintWriter out) {
    if (Double.isNaN(report.part().share())) {
      return;
    }
    double[] ends = report.part().interval();
    out.println();
    out.println(
        "among those with %s (%s %% of all, 95 %% interval %s to %s)"
            .formatted(words, percent(report.part().share()), percent(ends[0]), percent(ends[1])));
    out.println();
    out.print(
        report
            .partEndpoints()
            .select("endpoint", "arm", "subjects", "mean", "low", "high", "published", "source")
            .toText());
    out.println();
    out.println("what they have that the others have not, in standard deviations:");
    Table carriers = report.part().carriers();
    for (int row = 0; row < Math.min(MOST_CARRIERS, carriers.size()); row++) {
      out.println(
          "  %-60s %s (%s to %s), %s %% of the variance of the score"
              .formatted(
                  carriers.text(row, "number"),
                  Numeral.digits(carriers.number(row, "difference"), 2),
                  Numeral.digits(carriers.number(row, "low"), 2),
                  Numeral.digits(carriers.number(row, "high"), 2),
                  percent(carriers.number(row, "shareOfVariance"))));
    }
  }

  private static String percent(double share) {
    return Numeral.digits(100 * share, 3);
  }

  private static void print(TailoringReport tailored, PrintWriter out) {
    out.println();
    if (tailored.subjects() < LEAST_TAILORED) {
      out.println(
          "the best arm for each: %s subjects are too few, %s are needed"
              .formatted(tailored.subjects(), LEAST_TAILORED));
      return;
    }
    out.println("the best arm for each of %s subjects".formatted(tailored.subjects()));
    out.println();
    out.print(tailored.arms().toText());
    out.println();
    Table summary = tailored.summary();
    out.print(
        summary
            .select(
                "price",
                "bestForAll",
                "worth",
                "gainIfKnown",
                "gainOfOneQuestion",
                "gainOfTwoQuestions",
                "twoLow",
                "twoHigh")
            .toText());
    out.println();
    out.print(tailored.features().toText());
    out.println();
    tailored
        .tooLate()
        .forEach(name -> out.println("not asked for, because arms have parted before: " + name));
    out.println(
        tailored.isWorthAsking()
            ? "the rule of at most two questions: " + tailored.rule()
            : "no rule of at most two questions gains anything for sure in subjects it was not found"
                + " in; the best for all is as good");
  }
}
