package org.capgate.exposure;

import static org.capgate.treatment.CompoundText.drug;
import static org.capgate.treatment.CompoundText.metabolite;
import static org.capgate.treatment.CompoundText.peripheral;
import static org.capgate.treatment.CompoundText.read;
import static org.capgate.treatment.CompoundText.target;
import static org.capgate.treatment.CompoundText.targets;
import static org.capgate.treatment.CompoundText.trap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The closed form against numerical integration of the compartments as a pharmacologist would draw
 * them, with amounts that move between central and peripheral compartments instead of modes.
 */
class PharmacokineticsOracleTest {

  private static final double OFF = 0.9;

  /**
   * States: depot, icv, parent central, peripheral, brain, trap; metabolite central, brain; rate of
   * the infusion.
   */
  private record Oracle(
      double vc, double cl, double vp, double q, double ka, double vm, double clm, double firstPass)
      implements OrdinaryDifferentialEquation {

    @Override
    public int getDimension() {
      return 9;
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
      double plasma = y[2] / vc;
      double brain = y[4] + y[1] / 0.02;
      double exchange = q * (plasma - y[3] / vp);
      double eliminated = cl * plasma;
      double metabolite = y[6] / vm;
      return new double[] {
        -ka * y[0],
        -2 * y[1],
        y[8] + ka * y[0] + 2 * y[1] - eliminated - exchange,
        exchange,
        7 * (0.5 * plasma - y[4]),
        OFF * (brain - y[5]),
        // 0.8 of the dose arrive, so that a quarter as much is lost as passes the depot
        0.6 * eliminated + firstPass * 0.25 * ka * y[0] - clm * metabolite,
        7 * (0.5 * metabolite - y[7]),
        0
      };
    }
  }

  /**
   * The last column of each row makes rates of the parent and the metabolite equal or nearly so.
   */
  @ParameterizedTest(name = "ka {0}, metabolite clearance {1}, first pass {2}")
  @CsvSource({
    "4, 3, 0",
    "7, 14, 0",
    "7.0001, 1.8, 0",
    "0.9, 1.8000001, 0",
    "1.2, 30, 0",
    "4, 3, 0.7",
    "7, 14, 1",
    "7.0001, 14, 0.2",
    "0.9, 1.8000001, 0.9",
    "1.2, 30, 0.01"
  })
  void theFullChainAgreesWithIntegration(double absorption, double clearance, double firstPass) {
    double q = 1.5;
    Oracle oracle = new Oracle(2, 2.4, 3, q, absorption, 2, clearance, firstPass);
    String formed = metabolite("child", 0.6, firstPass);
    Compound parent =
        read(
            drug("parent", 2, 2.4, absorption, peripheral(3, q) + formed)
                + targets(trap("nmda-excitatory", 1, OFF)));
    Compound child =
        read(drug("child", 2, clearance, 3, "") + targets(target("ampa", "potentiate", 1, 1, 1)));
    CompoundCatalogue catalogue = CompoundCatalogue.of(List.of(parent, child));
    String treatment =
        "parent 5 mg/kg ip at 0 h every 1.5 h for 0.25 d; parent 8 mg/kg iv at 1 h for 0.7 h;"
            + " parent 3 mg/kg iv at 2 h; parent 2 nmol icv at 2.5 h";
    Reading reading = Reading.of(treatment, Species.MOUSE, catalogue);
    double[] y = new double[9];
    double now = 0;
    double[] sampled = {0.3, 1, 1.2, 1.7, 2, 2.2, 2.5, 2.8, 3, 4.5, 5, 9, 20};
    double[] events = {0, 1, 1.5, 1.7, 2, 2.5, 3, 4.5};
    for (double time : union(sampled, events)) {
      if (time > now) {
        DormandPrince853Integrator integrator =
            new DormandPrince853Integrator(1e-9, 1, 1e-13, 1e-13);
        y = integrator.integrate(oracle, new ODEState(now, y), time).getPrimaryState();
        now = time;
      }
      if (time == 0 || time == 1.5 || time == 3 || time == 4.5) {
        y[0] += 0.8 * 5; // molar mass 1000: mg/kg is µmol/kg
      }
      if (time == 1 || time == 1.7) {
        y[8] = time == 1 ? 8 / 0.7 : 0;
      }
      if (time == 2) {
        y[2] += 3;
      }
      if (time == 2.5) {
        y[1] += 2e-3 / Species.MOUSE.bodyWeightKilograms();
      }
      double scale =
          1e-8; // µM; concentrations are of the order of 1 µM, the integrator is at 1e-13
      assertEquals(y[2] / 2, reading.plasma("parent", time), scale);
      assertEquals(y[4] + y[1] / 0.02, reading.brain("parent", time), scale);
      assertEquals(-y[5] / (1 + y[5]), reading.effect(Target.NMDA_EXCITATORY, time), scale);
      assertEquals(y[6] / 2, reading.plasma("child", time), scale);
      assertEquals(y[7] / (1 + y[7]), reading.effect(Target.AMPA, time), scale);
    }
  }

  private static double[] union(double[] a, double[] b) {
    double[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return Arrays.stream(all).sorted().distinct().toArray();
  }
}
