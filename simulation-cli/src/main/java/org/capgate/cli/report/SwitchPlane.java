package org.capgate.cli.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.analysis.Nullclines;
import org.capgate.analysis.Table;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.output.GenotypeLabel;
import org.capgate.cli.output.TreatmentLabel;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.PhasePlane;

/**
 * The switch of inhibitory neurons in the plane of BDNF and mTORC1, with everything that takes a
 * day or longer held where it rests.
 *
 * @param scenario whose untreated state is looked at
 * @param nullclines of the plane
 */
record SwitchPlane(Scenario scenario, Nullclines nullclines) {
  static final String BDNF = "bdnf";
  static final String MTORC1 = "mtorc1Inhibitory";

  /** Time constants of 20 h and more, against 3 h and less of all other variables. */
  static final List<String> SLOW =
      List.of(
          "plasticityThreshold",
          "stressSignal",
          "serotoninAdaptation",
          "slowProteinExcitatory",
          "suppressionInhibitory",
          "averageInhibition");

  private static final double MOST_BDNF = 3.5;
  private static final int POINTS = 60;

  /** Enough to find the crossings, which Newton's method then makes exact. */
  private static final int COARSE_POINTS = 20;

  private static final double RUN_HOURS = 24;

  static SwitchPlane of(Scenario scenario) {
    return new SwitchPlane(scenario, nullclines(scenario, POINTS));
  }

  /** Steady states with slow variables held; empty where there is no state to hold them at. */
  static Optional<Table> crossings(Scenario scenario) {
    try {
      return Optional.of(nullclines(scenario, COARSE_POINTS).steadyStates());
    } catch (SteadyStateException none) {
      return Optional.empty();
    }
  }

  private static Nullclines nullclines(Scenario scenario, int points) {
    Scenario untreated = scenario.untreated();
    return Nullclines.of(
            untreated.instantiate(Provenance.SEED),
            0,
            untreated.settled().state(),
            new Nullclines.Axis(BDNF, 0.2, MOST_BDNF, points),
            new Nullclines.Axis(MTORC1, 0, 1, points))
        .holding(SLOW)
        .compute();
  }

  /** The plane, with the way the treated run takes on it. */
  Figure figure(Map<String, String> provenance) {
    OdeSystem system = scenario.instantiate(Provenance.SEED);
    Trajectory run =
        Solvers.standard().solve(system, TimeSpan.hours(0, RUN_HOURS), Sampling.everyMinutes(5));
    String given = TreatmentLabel.of(scenario.treatment(), scenario.compounds());
    return PhasePlane.titled("The switch at rest: " + GenotypeLabel.of(scenario.genotype()))
        .horizontal(new AxisLabel("BDNF", "relative to rest"))
        .vertical(new AxisLabel("Inhibitory mTORC1", "active fraction"))
        .nullcline("BDNF stands still", lines(BDNF))
        .nullcline("mTORC1 stands still", lines(MTORC1))
        .steadyStates(nullclines.steadyStates())
        .path("24 h after " + given, run.series(BDNF), run.series(MTORC1))
        .note(
            "Nullclines without drug. Held where this genotype rests: sliding threshold, synaptic"
                + " proteins, suppression and average of inhibition, stress and serotonin signals."
                + " All other variables are quasi-steady. The run is that of the full model.")
        .provenance(provenance)
        .build();
  }

  private Table lines(String variable) {
    return nullclines.lines().where("nullcline", variable);
  }
}
