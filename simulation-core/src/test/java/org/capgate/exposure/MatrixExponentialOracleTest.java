package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The closed form of 200 random regimens against matrix exponentials: all species and routes,
 * boluses, infusions, repeated doses, baths and actuators, with metabolites and lags; half of them
 * with the compounds that ship, half with made-up ones whose rates coincide.
 */
class MatrixExponentialOracleTest {

  /** Of the value; the worst found is 7e-12, of an effect with a broken power. */
  private static final double RELATIVE = 1e-10;

  /**
   * Right after a dose, and long before its metabolites, a level is a small difference of terms as
   * large as what is yet to come; they are rounded at 1e-16 and close rates lose up to 1/0.05 each.
   * The worst found is 3e-14.
   */
  private static final double OF_THE_PEAK = 1e-13;

  /** Everything measured at one time. */
  private record Moment(
      double hours, Map<String, Double> plasma, Map<String, Double> brain, double[] levels) {}

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void levelsAndEffectsAreThoseOfTheMatrixExponential(long seed) {
    Random random = new Random(seed);
    CompoundCatalogue catalogue =
        seed % 2 == 0 ? CompoundCatalogue.standard() : RandomCompounds.catalogue(random);
    boolean slice = seed % 10 >= 8;
    Species species = slice ? Species.MOUSE : Species.values()[(int) (seed / 2 % 3)];
    RandomRegimen regimen =
        slice
            ? RandomRegimen.inSlice(random, catalogue)
            : RandomRegimen.inVivo(random, species, catalogue);
    List<Compound> compounds = regimen.compounds(catalogue);
    CompartmentOracle oracle =
        slice ? CompartmentOracle.inSlice(compounds) : CompartmentOracle.inVivo(compounds, species);
    OracleReadout readout = new OracleReadout(compounds, species, oracle);
    List<Moment> expected = moments(regimen, oracle, readout);
    Map<String, Double> peaks = new LinkedHashMap<>();
    double[] raised = new double[readout.levels().length];
    for (Moment moment : expected) {
      moment.plasma.forEach((analyte, level) -> peaks.merge(analyte, level, Math::max));
      moment.brain.forEach((analyte, level) -> peaks.merge(analyte, level, Math::max));
      for (int i = 0; i < raised.length; i++) {
        raised[i] = Math.max(raised[i], OF_THE_PEAK * moment.levels[i]);
      }
    }

    Reading reading =
        slice
            ? Reading.ofSlice(regimen.text(), catalogue)
            : Reading.of(regimen.text(), species, catalogue);
    for (Moment moment : expected) {
      double hours = moment.hours;
      String when = " at %s h of %s".formatted(hours, regimen.text());
      moment.plasma.forEach(
          (analyte, level) ->
              close(analyte + when, level, reading.plasma(analyte, hours), peaks.get(analyte)));
      moment.brain.forEach(
          (analyte, level) ->
              close(analyte + when, level, reading.brain(analyte, hours), peaks.get(analyte)));
      double[] effects = reading.effects(hours);
      double[] higher = moment.levels.clone();
      for (int i = 0; i < higher.length; i++) {
        higher[i] += raised[i];
      }
      for (Target target : Target.values()) {
        double effect = readout.effect(target, moment.levels);
        double floor = Math.abs(readout.effect(target, higher) - effect);
        close(target + when, effect, effects[target.ordinal()], floor / OF_THE_PEAK);
      }
    }
  }

  private static void close(String what, double expected, double actual, double peak) {
    double allowed = RELATIVE * Math.abs(expected) + OF_THE_PEAK * peak;
    assertTrue(
        Math.abs(actual - expected) <= allowed,
        () -> "%s must be %s within %s, but was %s".formatted(what, expected, allowed, actual));
  }

  private static List<Moment> moments(
      RandomRegimen regimen, CompartmentOracle oracle, OracleReadout readout) {
    List<Moment> moments = new ArrayList<>();
    double[] times = regimen.timesHours();
    for (int i = 0; i < times.length; i++) {
      if (i > 0) {
        oracle.advance(times[i] - times[i - 1]);
      }
      regimen.apply(times[i], oracle);
      moments.add(new Moment(times[i], readout.plasma(), readout.brain(), readout.levels()));
    }
    return moments;
  }
}
