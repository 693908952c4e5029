package org.capgate.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;

/** Subjects drawn by number, so that a failure can be replayed. */
final class RandomSubjects {
  private static final long SEED = 23;
  private static final String[] GIVEN = {
    "ketamine %s mg/kg iv at 0 h",
    "ketamine %s mg/kg ip at 0 h",
    "hnk %s mg/kg ip at 0 h",
    "s-ketamine %s mg/kg ip at 0 h; rapamycin 20 mg/kg ip at 0 h",
    "mk-801 %s mg/kg ip at 0 h; ketamine 100 mg/kg ip at 6 h",
  };

  private RandomSubjects() {}

  /** Fitted parameters from their whole ranges. */
  static ParameterSet parameters(int number) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : ParameterSet.standard().parameters()) {
      if (parameter.isFitted()) {
        RandomStream stream = RandomStream.of(SEED, number, 0, parameter.name());
        values.put(
            parameter.name(),
            parameter.low() > 0
                ? stream.logUniform(parameter.low(), parameter.high())
                : stream.uniform(parameter.low(), parameter.high()));
      }
    }
    return ParameterSet.standard().with(values);
  }

  /** Half of all totals as in the wild type, a tenth lost, the others up to five times as large. */
  static Genotype genotype(int number) {
    RandomStream stream = RandomStream.of(SEED, number, 0, "genotype");
    Genotype genotype = Genotype.wildType();
    for (Gene gene : Gene.values()) {
      for (CellClass cells : CellClass.values()) {
        double which = stream.uniform(0, 1);
        double factor = stream.uniform(0, 5);
        genotype =
            genotype.and(
                Genotype.scaled(gene, which < 0.5 ? 1 : which < 0.6 ? 0 : factor).in(cells));
      }
    }
    return genotype;
  }

  /** Something given in a dose between low and far beyond any that is used. */
  static Regimen treatment(int number) {
    double dose = RandomStream.of(SEED, number, 0, "dose").logUniform(0.5, 300);
    return Regimen.parse(
        GIVEN[number % GIVEN.length].formatted(dose), Place.UNKNOWN, CompoundCatalogue.standard());
  }

  static Stress stress(int number) {
    return number % 4 == 0 ? Stress.CHRONIC : Stress.NONE;
  }
}
