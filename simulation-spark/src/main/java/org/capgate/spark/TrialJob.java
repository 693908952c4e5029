package org.capgate.spark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.capgate.ensemble.Blocks;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialFile;
import org.capgate.trial.TrialReport;

/**
 * A trial as a job to submit: {@code spark-submit --class org.capgate.spark.TrialJob ... PRESET|
 * FILE.yaml --out DIR [--subjects N] [--replicates R] [--seed S]}. Exit code 2 for bad input, 1
 * when no subject could be simulated.
 */
public final class TrialJob {
  private static final String OUT = "--out";
  private static final List<String> NUMBERS = List.of("--subjects", "--replicates", "--seed");

  private TrialJob() {}

  public static void main(String[] arguments) {
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code;
    try {
      code = run(arguments);
    } catch (InputException e) {
      err.println("capgate: " + e.getMessage());
      code = 2;
    }
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int run(String[] arguments) {
    Map<String, String> options = options(arguments);
    String out = options.get(OUT);
    if (out == null || out.isBlank()) {
      throw new InputException(new Place(OUT, 0, 0), "must name a folder that all machines see");
    }
    TrialSource source = source(arguments[0], options);
    Trial trial = source.trial(); // what is wrong with it is said before Spark starts
    String folder = Path.of(out).toAbsolutePath().toString();
    Blocks blocks;
    SparkConf usual = new SparkConf().setAppName("capgate trial");
    try (JavaSparkContext spark = new JavaSparkContext(usual)) {
      blocks = SparkBlocks.compute(spark, source, folder);
    }
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("specification", blocks.specification());
    provenance.put("seed", Long.toString(blocks.seed()));
    blocks.writeCsv(Path.of(folder, "course.csv"), provenance);
    TrialReport report = trial.report(blocks);
    report.endpoints().withProvenance(provenance).writeCsv(Path.of(folder, "endpoints.csv"));
    report.comparisons().withProvenance(provenance).writeCsv(Path.of(folder, "comparisons.csv"));
    PrintStream screen = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    screen.print(report.endpoints().toText());
    screen.println("written to " + folder);
    return report.hasSubjects() ? 0 : 1;
  }

  private static TrialSource source(String what, Map<String, String> options) {
    Map<String, Long> changes = new LinkedHashMap<>();
    for (String option : NUMBERS) {
      String text = options.get(option);
      if (text != null) {
        changes.put(option, number(option, text));
      }
    }
    SourceText text =
        what.contains(".") || what.contains("/")
            ? SourceText.read(Path.of(what).toAbsolutePath())
            : TrialFile.presetText(what);
    return new TrialSource(text.name(), text.text(), changes);
  }

  private static long number(String option, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InputException(
          new Place(option, 0, 0), "must be a whole number, but was " + Names.quoted(text), e);
    }
  }

  /** Options and their values, which follow the name of the trial. */
  private static Map<String, String> options(String[] arguments) {
    if (arguments.length % 2 != 1) {
      throw new InputException(
          Place.UNKNOWN,
          "usage: PRESET|FILE.yaml --out DIR [--subjects N] [--replicates R] [--seed S]");
    }
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 1; i < arguments.length; i += 2) {
      if (!arguments[i].equals(OUT) && !NUMBERS.contains(arguments[i])) {
        throw new InputException(
            Place.UNKNOWN,
            Names.unknown(
                "option",
                arguments[i],
                List.of(OUT, NUMBERS.get(0), NUMBERS.get(1), NUMBERS.get(2))));
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }
}
