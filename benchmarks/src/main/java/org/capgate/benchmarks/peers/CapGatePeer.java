package org.capgate.benchmarks.peers;

import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;

/** An integrator of CapGate on one form of the equations. */
final class CapGatePeer implements Peer {
  private final String solver;
  private final OdeSystem system;
  private final TimeSpan span;
  private final Sampling sampling;

  CapGatePeer(String solver, OdeSystem system, Problem problem) {
    this.solver = solver;
    this.system = system;
    this.span = problem.span();
    this.sampling = problem.sampling();
  }

  @Override
  public Object solve(double relative, double absolute) {
    return CapGateSolvers.of(solver, relative).solve(system, span, sampling);
  }

  @Override
  public Solved read(Object solution) {
    Trajectory trajectory = (Trajectory) solution;
    return new Solved(
        trajectory.statistics().rhsEvaluations(), Problem.values(trajectory, system.size()));
  }

  @Override
  public String toString() {
    return "CapGate " + solver;
  }
}
