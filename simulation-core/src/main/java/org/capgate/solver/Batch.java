package org.capgate.solver;

import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.StepLanes;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.TrajectoryRecorder;
import org.jspecify.annotations.Nullable;

/**
 * Solves many systems on one thread, one in each lane. A lane has its own time and step size; a
 * lane whose system has ended takes the next one at once.
 */
final class Batch {
  private final Rosenbrock integrator;
  private final IntSupplier next;
  private final IntFunction<OdeSystem> systems;
  private final TimeSpan span;
  private final Sampling sampling;
  private final Rosenbrock.Outcomes outcomes;

  Batch(
      Rosenbrock integrator,
      IntSupplier next,
      IntFunction<OdeSystem> systems,
      TimeSpan span,
      Sampling sampling,
      Rosenbrock.Outcomes outcomes) {
    this.integrator = integrator;
    this.next = next;
    this.systems = systems;
    this.span = span;
    this.sampling = sampling;
    this.outcomes = outcomes;
  }

  void run() {
    int number = next.getAsInt();
    if (number < 0) {
      return;
    }
    OdeSystem first = systems.apply(number);
    StepLanes shared = first.newLanes(integrator.method());
    Place[] places = new Place[shared == null ? 1 : shared.count()];
    for (int i = 0; i < places.length; i++) {
      places[i] = new Place(shared == null ? null : new Stepping.Lane(shared, i));
    }
    places[0].enter(number, first);
    for (int active = filled(places); active > 0; active = filled(places)) {
      if (shared != null) {
        shared.attempt();
      }
      for (Place place : places) {
        place.go();
      }
    }
  }

  private int filled(Place[] places) {
    int active = 0;
    for (Place place : places) {
      active += place.fill() ? 1 : 0;
    }
    return active;
  }

  /** Where one system after the other is solved. */
  private final class Place {
    private final Stepping.@Nullable Lane lane;
    private int number;
    private @Nullable Stepping stepping;
    private @Nullable TrajectoryRecorder recorder;
    private boolean exhausted;

    Place(Stepping.@Nullable Lane lane) {
      this.lane = lane;
    }

    /** Takes the next system when there is none; false when none is left. */
    boolean fill() {
      while (stepping == null && !exhausted) {
        int taken = next.getAsInt();
        exhausted = taken < 0;
        if (!exhausted) {
          enter(taken, systems.apply(taken));
        }
      }
      return stepping != null;
    }

    void enter(int taken, OdeSystem system) {
      number = taken;
      guarded(
          () -> {
            TrajectoryRecorder samples = new TrajectoryRecorder(system, span, sampling);
            Stepping started = integrator.start(system, span, lane);
            started.record(samples);
            stepping = started;
            recorder = samples;
            proposeOrEnd(started, samples);
          });
    }

    /** Goes on from an attempt. */
    void go() {
      Stepping here = stepping;
      TrajectoryRecorder samples = recorder;
      if (here == null || samples == null) {
        return;
      }
      guarded(
          () -> {
            if (!here.isShared()) {
              here.attempt();
            }
            if (here.judge()) {
              here.record(samples);
              proposeOrEnd(here, samples);
            }
          });
    }

    private void proposeOrEnd(Stepping here, TrajectoryRecorder samples) {
      if (here.finished() || !here.propose()) {
        here.record(samples);
        stepping = null;
        recorder = null;
        outcomes.solved(number, samples.finish(here.statistics(), integrator.provenance()));
      }
    }

    private void guarded(Runnable work) {
      try {
        work.run();
      } catch (IntegrationException failure) {
        stepping = null;
        recorder = null;
        outcomes.failed(number, failure);
      }
    }
  }
}
