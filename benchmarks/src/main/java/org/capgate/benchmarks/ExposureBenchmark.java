package org.capgate.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.capgate.exposure.Exposure;
import org.capgate.input.Place;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Effects on all targets in a mouse: closed form against its table, and making the table. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class ExposureBenchmark {

  private static final int TURNS = 100;

  /** What is given at t = 0. */
  @Param({"ketamine 10 mg/kg ip", "hnk 10 mg/kg ip", "rapamycin 0.2 nmol icv"})
  public String treatment = "";

  private final CompoundCatalogue standard = CompoundCatalogue.standard();
  private final double[] effect = new double[Target.values().length];
  private final double[] effectPerHour = new double[effect.length];
  private final List<Regimen> regimens = new ArrayList<>(); // equal but for the time
  private int next;
  private Exposure.Cursor table = Exposure.none().newCursor();
  private Exposure.Cursor exact = table;
  private double tHours;

  /** Cursors in the segment after the dose. */
  @Setup
  public void give() {
    for (int turn = 0; turn < TURNS; turn++) {
      String at = treatment + " at " + turn * 1e-3 + " h";
      regimens.add(Regimen.parse(at, Place.UNKNOWN, standard));
    }
    Exposure exposure = Exposure.of(regimens.get(0), Species.MOUSE, Preparation.IN_VIVO, standard);
    table = exposure.newCursor();
    exact = exposure.newExactCursor();
    table.enterSegment(1);
    exact.enterSegment(1);
  }

  /** Ascending times with a step of an hour's hundredth, begun again after ten hours. */
  private double nextHours() {
    tHours = tHours > 10 ? 0.001 : tHours + 0.01;
    return tHours;
  }

  /** Effects and their rates in closed form. */
  @Benchmark
  public double[] closedForm() {
    exact.evaluate(nextHours(), effect, effectPerHour);
    return effect;
  }

  /** Effects and their rates from the table. */
  @Benchmark
  public double[] tableWithRates() {
    table.evaluate(nextHours(), effect, effectPerHour);
    return effect;
  }

  /** Effects from the table. */
  @Benchmark
  public double[] table() {
    table.effects(nextHours(), effect, 0, 1);
    return effect;
  }

  /** Effects when nothing is left. */
  @Benchmark
  public double[] tableWhenQuiet() {
    table.effects(1000 + nextHours(), effect, 0, 1);
    return effect;
  }

  /**
   * An exposure made anew and the table of the segment after the dose, until nothing is left; more
   * treatments in turn than are kept.
   */
  @Benchmark
  public Exposure.Cursor exposeAndTabulate() {
    next = (next + 1) % TURNS;
    Exposure.Cursor cursor =
        Exposure.of(regimens.get(next), Species.MOUSE, Preparation.IN_VIVO, standard).newCursor();
    cursor.enterSegment(1);
    return cursor;
  }

  /** The same without the table. */
  @Benchmark
  public Exposure.Cursor expose() {
    next = (next + 1) % TURNS;
    return Exposure.of(regimens.get(next), Species.MOUSE, Preparation.IN_VIVO, standard)
        .newExactCursor();
  }
}
