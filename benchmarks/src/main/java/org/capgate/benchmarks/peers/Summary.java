package org.capgate.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import org.capgate.benchmarks.peers.Contestant.Kind;
import org.capgate.benchmarks.peers.SideBySide.Time;

/** The last lines: ratios at equal error, and each figure beside its target. */
final class Summary {
  private static final double LOOSE = 1e-5;
  private static final double TIGHT = 1e-8;
  private static final double OF_COHORT = 2e-5;

  private final SideBySide animal;
  private final Cohorts cohorts;
  private final Path folder;
  private final Printer out;

  Summary(SideBySide animal, Cohorts cohorts, Path folder, Printer out) {
    this.animal = animal;
    this.cohorts = cohorts;
    this.folder = folder;
    this.out = out;
  }

  void print(OptionalDouble compareSeconds) throws IOException {
    timesAt(LOOSE);
    timesAt(TIGHT);
    out.line("");
    out.line(
        "Figures and targets: ratios of medians within this run; CVODE is the build named above");
    ratioOfAnimal("CVODE KLU", 15);
    ratioOfAnimal("CVODE dense", 40);
    ratioOfAnimal("deSolve lsoda", 13);
    ratioOfAnimal("odeint rosenbrock4", 30);
    ratioOfAnimal("commons-math3 DP853", 1e5);
    out.target(
        "one animal at error 1e-8: best peer / CapGate",
        ratio(
            animal.fastest(Kind.STIFF, TIGHT, Time.MEDIAN),
            animal.fastest(Kind.CAPGATE, TIGHT, Time.MEDIAN)),
        "x",
        2,
        false);
    Peak peak = Peak.measured(folder);
    cohort(Cohorts.OWN, 60, 20);
    cohort(Cohorts.IN_VECTORS, 200, peak.isOfAvx512() ? 60 : 40);
    share(peak);
    out.target("./capgate compare, built", compareSeconds, "s", 3, true);
  }

  private void cohort(String name, double overDense, double overSparse) {
    CohortRow row = cohorts.of(name);
    OptionalDouble own = row.perSecondAt(OF_COHORT);
    out.target(
        "cohort at error 2e-5, per core: " + name + " / CVODE dense",
        ratio(own, cohorts.of("CVODE dense").perSecondAt(OF_COHORT)),
        "x",
        overDense,
        false);
    out.target(
        "the same / CVODE KLU",
        ratio(own, cohorts.of("CVODE KLU").perSecondAt(OF_COHORT)),
        "x",
        overSparse,
        false);
    out.target(
        "two threads over one, " + name,
        Double.isNaN(row.scaling()) ? OptionalDouble.empty() : OptionalDouble.of(row.scaling()),
        "x",
        1.95,
        false);
  }

  private void timesAt(double error) {
    OptionalDouble median = animal.fastest(Kind.CAPGATE, error, Time.MEDIAN);
    OptionalDouble best = animal.fastest(Kind.CAPGATE, error, Time.BEST);
    out.line("");
    out.line(
        "%-38s %14s %12s %14s %12s",
        String.format(Locale.ROOT, "At error %.0e", error),
        "median ms",
        "/ CapGate",
        "best ms",
        "/ CapGate");
    for (Contestant contestant : animal.measured().keySet()) {
      OptionalDouble ownMedian = animal.at(contestant, error, Time.MEDIAN);
      OptionalDouble ownBest = animal.at(contestant, error, Time.BEST);
      out.line(
          "  %-36s %14s %12s %14s %12s%s",
          contestant.label(),
          Printer.number("%.4f", ownMedian),
          Printer.number("%.2f", ratio(ownMedian, median)),
          Printer.number("%.4f", ownBest),
          Printer.number("%.2f", ratio(ownBest, best)),
          animal.isExtrapolated(contestant) ? "  E, at any error" : "");
    }
    out.line("  / CapGate: over the time of the fastest CapGate solver of the ordinary equations");
  }

  private void ratioOfAnimal(String name, double target) {
    OptionalDouble time =
        animal.measured().keySet().stream()
            .filter(contestant -> contestant.name().equals(name))
            .findFirst()
            .map(contestant -> animal.at(contestant, LOOSE, Time.MEDIAN))
            .orElse(OptionalDouble.empty());
    out.target(
        "one animal at error 1e-5: " + name + " / CapGate",
        ratio(time, animal.fastest(Kind.CAPGATE, LOOSE, Time.MEDIAN)),
        "x",
        target,
        false);
  }

  private void share(Peak peak) {
    double reached =
        Math.max(
            cohorts.of(Cohorts.OWN).mostOperationsPerSecond(),
            cohorts.of(Cohorts.IN_VECTORS).mostOperationsPerSecond());
    OptionalDouble share = OptionalDouble.empty();
    if (peak.isMeasured()) {
      out.line(
          "  peak of one core: %.1f GFLOP/s, fused multiply-add in vectors of %d doubles;"
              + " scalar %.1f",
          peak.inVectors(), peak.lanes(), peak.scalar());
      share = reached > 0 ? OptionalDouble.of(100e-9 * reached / peak.inVectors()) : share;
    }
    out.target("cohort, share of the peak of a core", share, "%", 20, false);
  }

  private static OptionalDouble ratio(OptionalDouble numerator, OptionalDouble denominator) {
    return numerator.isPresent() && denominator.isPresent()
        ? OptionalDouble.of(numerator.getAsDouble() / denominator.getAsDouble())
        : OptionalDouble.empty();
  }
}
