package org.capgate.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.capgate.input.Place;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.population.Population;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.capgate.trial.Arm;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialReport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Depressed people with a biology and kinetics of their own, from drawing them to rows of text:
 * settled, one infusion of ketamine, 28 days, 10 readouts at 8 times, tolerance 1e-4. With {@code
 * -jvmArgsAppend "--add-modules jdk.incubator.vector"} several side by side.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(3)
public class CohortBenchmark {
  private static final int SUBJECTS = 1024;

  /** Threads they are shared among. */
  @Param({"1", "2"})
  public int threads;

  private long seed;

  /** Others every time. */
  @Benchmark
  @OperationsPerInvocation(SUBJECTS)
  public TrialReport subjects(ProcessorTime time) {
    TrialReport report = cohort(seed++).run(threads);
    time.add(SUBJECTS);
    return report;
  }

  static Trial cohort(long seed) {
    List<Readout> nine =
        List.of(
            Readout.MOOD,
            Readout.EXCITATORY_TRANSMISSION,
            Readout.INHIBITORY_TRANSMISSION,
            Readout.EXCITATORY_RATE,
            Readout.INHIBITORY_RATE,
            Readout.GLUTAMATE,
            Readout.BDNF,
            Readout.MTORC1,
            Readout.PHOSPHO_4EBP);
    Regimen infusion =
        Regimen.parse(
            "ketamine 0.5 mg/kg iv at 0 h for 0.667 h",
            Place.UNKNOWN,
            CompoundCatalogue.standard());
    return Trial.in(Population.named("depressed-human"))
        .arm(new Arm("ketamine", Genotype.wildType(), infusion))
        .reading(nine)
        .atHours(0, 2, 24, 72, 168, 336, 504, 672)
        .subjects(SUBJECTS)
        .seed(seed)
        .build();
  }
}
