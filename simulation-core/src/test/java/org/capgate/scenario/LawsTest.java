package org.capgate.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.random.RandomStream;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.api.Test;

/**
 * What must hold whatever the parameters, over seeded random parameter sets, genotypes and doses.
 */
class LawsTest {
  private static final int CASES = 300;

  /**
   * Factor around the shipped value within which parameters are drawn: wide enough to matter, most
   * circuits still have a resting state.
   */
  private static final double FACTOR = 1.25;

  @Test
  void eif4eIsConservedFractionsStayInBoundsAndStatesStayPositive() {
    int finished = 0;
    for (int number = 0; number < CASES; number++) {
      ParameterSet parameters = parameters(number);
      Genotype genotype = genotype(number);
      Trajectory run;
      try {
        run = run(parameters, genotype, number);
      } catch (IntegrationException | SteadyStateException noRestingBranch) {
        continue; // a circuit without a resting branch is refused by name, not simulated
      }
      finished++;
      for (double tHours : run.timesHours()) {
        checkSample(run, tHours, parameters, genotype, "case " + number + " at " + tHours + " h");
      }
    }
    assertTrue(
        finished >= 0.6 * CASES,
        "only " + finished + " of " + CASES + " random circuits could be simulated");
  }

  private static Trajectory run(ParameterSet parameters, Genotype genotype, int number) {
    double dose = RandomStream.of(11, number, 0, "dose").logUniform(0.5, 60);
    OdeSystem system =
        Scenario.mouse()
            .parameters(parameters)
            .genotype(genotype)
            .stress(number % 3 == 0 ? Stress.CHRONIC : Stress.NONE)
            .treatment(
                Regimen.parse(
                    "ketamine " + dose + " mg/kg ip at 0 h",
                    Place.UNKNOWN,
                    CompoundCatalogue.standard()))
            .build()
            .instantiate(number);
    return Solvers.rodas4(1e-5)
        .solve(system, TimeSpan.hours(0, 48), Sampling.at(0, 0.25, 0.5, 1, 2, 4, 8, 24, 48));
  }

  private static void checkSample(
      Trajectory run, double tHours, ParameterSet p, Genotype genotype, String where) {
    for (CellClass cells : CellClass.values()) {
      String cell = cells == CellClass.EXCITATORY ? "Excitatory" : "Inhibitory";
      double free = run.valueAt("freeEif4e" + cell + "Micromolar", tHours);
      double eif4e = p.value("eif4eTotalMicromolar");
      double activeAtRest = 1 / (1 + Math.pow(p.value("mtorc1Threshold" + cell), 3));
      double ratio =
          p.value("hypophosphorylated4ebpPerEif4e" + cell)
              * (1 + p.value("mtorc1On4ebp") * activeAtRest);
      double share = p.value("fourEbp1Share" + cell);
      double kd4g = p.value("eif4gDissociationMicromolar");
      double accounted =
          free
              + p.value("eif4gPerEif4e") * eif4e * free / (kd4g + free)
              + bound(
                  run,
                  tHours,
                  p,
                  free,
                  "1",
                  cell,
                  eif4e * ratio * share * genotype.scaleOf(Gene.EBP1, cells))
              + bound(
                  run,
                  tHours,
                  p,
                  free,
                  "2",
                  cell,
                  eif4e * ratio * (1 - share) * genotype.scaleOf(Gene.EBP2, cells));
      double total = eif4e * genotype.scaleOf(Gene.EIF4E, cells);
      assertEquals(
          total,
          accounted,
          1e-7 * Math.max(total, 1e-3),
          "eIF4E, " + where); // samples solve it to 1e-3 of the tolerance 1e-5 and better
      assertTrue(free >= 0 && free <= total, "free eIF4E, " + where);
      for (String fraction : new String[] {"phospho4ebpFraction", "phosphoEef2", "mtorc1"}) {
        double value = run.valueAt(fraction + cell, tHours);
        assertTrue(
            value >= -1e-6 && value <= 1 + 1e-6,
            fraction + " " + value + ", " + where); // 1e-6: tolerance of the run
      }
      assertTrue(run.valueAt("trkb" + cell, tHours) >= -1e-6, "trkb, " + where);
      assertTrue(run.valueAt("rate" + cell + "Hertz", tHours) > 0, "rate, " + where);
      assertTrue(
          run.valueAt("rate" + cell + "Hertz", tHours) <= p.value("maximalRate" + cell + "Hertz"),
          "rate, " + where);
    }
    for (String positive : new String[] {"slowProteinExcitatory", "fastProteinExcitatory"}) {
      assertTrue(run.valueAt(positive, tHours) >= -1e-6, positive + ", " + where);
    }
    for (String share :
        new String[] {"suppressionInhibitory", "eligibilityExcitatory", "plasticityPermission"}) {
      double value = run.valueAt(share, tHours);
      assertTrue(value >= -1e-6 && value <= 1 + 1e-6, share + " " + value + ", " + where);
    }
    double output = run.valueAt("inhibitoryTransmissionRelative", tHours);
    assertTrue(output >= 1 - p.value("suppressionDepth") - 1e-6, "output, " + where);
    double signal = run.valueAt("stressSignal", tHours);
    assertTrue(signal >= -1e-9 && signal <= 1 + 1e-9, "stress signal, " + where);
    double strength = run.valueAt("excitatoryTransmissionRelative", tHours);
    assertTrue(strength > 0, "strength, " + where);
    double immobility = run.valueAt("immobilitySeconds", tHours);
    assertTrue(
        immobility > 0 && immobility < p.value("immobilityMaximumSeconds"), "immobility, " + where);
    double score = run.valueAt("depressionScorePoint", tHours);
    assertTrue(score > 0 && score < 60, "depression score, " + where);
  }

  private static double bound(
      Trajectory run,
      double tHours,
      ParameterSet p,
      double free,
      String isoform,
      String cell,
      double total) {
    double phospho = run.valueAt("phospho4ebpFraction" + cell, tHours);
    double kd = p.value("fourEbp" + isoform + "DissociationMicromolar");
    double kdPhospho = kd * p.value("phosphoAffinityLoss");
    return total * (1 - phospho) * free / (kd + free) + total * phospho * free / (kdPhospho + free);
  }

  private static ParameterSet parameters(int number) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (Parameter parameter : ParameterSet.standard().parameters()) {
      if (parameter.isFitted() && parameter.low() > 0) {
        double low = Math.max(parameter.low(), parameter.value() / FACTOR);
        double high = Math.min(parameter.high(), parameter.value() * FACTOR);
        values.put(
            parameter.name(),
            RandomStream.of(11, number, 0, parameter.name()).logUniform(low, high));
      }
    }
    return ParameterSet.standard().with(values);
  }

  private static Genotype genotype(int number) {
    RandomStream stream = RandomStream.of(11, number, 0, "genotype");
    if (number % 2 == 0) {
      return Genotype.wildType();
    }
    Gene gene = number % 4 == 1 ? Gene.EBP1 : Gene.EBP2;
    CellClass cells = number % 8 < 4 ? CellClass.EXCITATORY : CellClass.INHIBITORY;
    return Genotype.scaled(gene, stream.uniform(0, 1.5)).in(cells);
  }
}
