package org.capgate.benchmarks.network;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link SynapseBenchmark} and prints nanoseconds per synapse, and which share of the
 * bandwidth of the memory, measured before and after, the bytes of the synapses take.
 *
 * <p>Arguments: {@code --quick} for 10⁵ neurons, one fork and fewer iterations; {@code --forks N}.
 */
public final class SynapseReport {
  private SynapseReport() {}

  /** Prints the table. */
  public static void main(String[] arguments) throws RunnerException {
    boolean isQuick = arguments.length > 0 && arguments[0].equals("--quick");
    double before = MemoryBandwidth.bytesPerNanosecond();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(SynapseBenchmark.class.getName())
            .verbosity(VerboseMode.SILENT)
            .shouldFailOnError(true);
    if (isQuick) {
      options
          .param("neurons", "100000")
          .forks(1)
          .warmupIterations(2)
          .measurementIterations(3)
          .warmupTime(TimeValue.milliseconds(300))
          .measurementTime(TimeValue.milliseconds(300));
    } else if (arguments.length == 2 && arguments[0].equals("--forks")) {
      options.forks(Integer.parseInt(arguments[1]));
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    double after = MemoryBandwidth.bytesPerNanosecond();
    double bandwidth = Math.max(before, after);
    String java = System.getProperty("java.version");
    System.out.printf(
        Locale.ROOT, "memory: %.1f GB/s (triad, one thread); JDK %s%n%n", bandwidth, java);
    System.out.println("| neurons | weights | sums | ms | ns a synapse | bytes | of bandwidth |");
    System.out.println("| ---: | --- | --- | ---: | ---: | ---: | ---: |");
    results.forEach(result -> print(result, bandwidth));
  }

  private static void print(RunResult result, double bandwidth) {
    String label = result.getPrimaryResult().getLabel();
    int neurons = Integer.parseInt(result.getParams().getParam("neurons"));
    boolean isAlike = result.getParams().getParam("weights").equals("alike");
    double milliseconds = result.getPrimaryResult().getScore();
    double synapses = (double) neurons * SynapseBenchmark.SOURCES_PER_TARGET;
    double nanoseconds = 1e6 * milliseconds / synapses;
    double bytes = (label.equals("shortIndices") ? 2 : 4) + (isAlike ? 0 : 4);
    System.out.printf(
        Locale.ROOT,
        "| %d | %s | %s | %.2f | %.3f | %.0f | %.0f %% |%n",
        neurons,
        isAlike ? "alike" : "own",
        label,
        milliseconds,
        nanoseconds,
        bytes,
        100 * bytes / bandwidth / nanoseconds);
  }
}
