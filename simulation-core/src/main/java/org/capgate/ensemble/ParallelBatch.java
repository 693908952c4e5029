package org.capgate.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.solver.Rosenbrock;
import org.jspecify.annotations.Nullable;

/**
 * Solves many systems on several threads and, where Java was started with the Vector API ({@code
 * --add-modules jdk.incubator.vector}), several of them side by side in each thread.
 *
 * <pre>{@code
 * List<ParallelBatch.Outcome> runs = ParallelBatch.solve(
 *     Solvers.standard(1e-4), 1000, this::animal, TimeSpan.days(0, 7), Sampling.endOnly(), 2);
 * }</pre>
 */
public final class ParallelBatch {
  private ParallelBatch() {}

  /**
   * How one system ended: one of both is null.
   *
   * @param trajectory with the bits of {@link Rosenbrock#solve}, whatever was solved beside it
   * @param failure why there is none
   */
  public record Outcome(@Nullable Trajectory trajectory, @Nullable IntegrationException failure) {
    /**
     * The trajectory.
     *
     * @throws IntegrationException when the system could not be solved
     */
    public Trajectory orThrow() {
      if (trajectory != null) {
        return trajectory;
      }
      if (failure != null) {
        throw failure;
      }
      throw new IllegalStateException("neither solved nor failed");
    }
  }

  /**
   * The outcomes of systems 0 to count − 1, in that order.
   *
   * @param count ≥ 0
   * @param systems by number, asked for on any thread; must depend on the number alone
   * @param threads ≥ 1
   */
  public static List<Outcome> solve(
      Rosenbrock integrator,
      int count,
      IntFunction<OdeSystem> systems,
      TimeSpan span,
      Sampling sampling,
      int threads) {
    Outcome[] outcomes = new Outcome[count];
    Rosenbrock.Outcomes told =
        new Rosenbrock.Outcomes() {
          @Override
          public void solved(int number, Trajectory trajectory) {
            outcomes[number] = new Outcome(trajectory, null);
          }

          @Override
          public void failed(int number, IntegrationException failure) {
            outcomes[number] = new Outcome(null, failure);
          }
        };
    AtomicInteger next = new AtomicInteger();
    OrderedParallel.map(
        threads,
        threads,
        worker -> {
          integrator.solveEach(
              () -> {
                int number = next.getAndIncrement();
                return number < count ? number : -1;
              },
              systems,
              span,
              sampling,
              told);
          return worker;
        },
        done -> {});
    return new ArrayList<>(Arrays.asList(outcomes));
  }
}
