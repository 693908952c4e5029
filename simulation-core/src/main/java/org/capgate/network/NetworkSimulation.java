package org.capgate.network;

import java.util.Arrays;
import java.util.List;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Statistics;
import org.capgate.dynamics.TimeGrid;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.exposure.Exposure;
import org.capgate.input.InputException;
import org.capgate.input.Place;

/**
 * A network on its way through time. Not for several threads at once.
 *
 * <p>Order of what happens at one instant: the step that ends there; samples, which show the
 * network before anything else; input noise; rules given with {@link #at} in the order they were
 * given; rules given with {@link #every}, likewise; doses.
 */
public final class NetworkSimulation {
  /** Last relative correction at which a network counts as settled, relative to the tolerance. */
  private static final double SETTLED = 1e-3;

  /** Error of rates allowed, relative to the tolerance of a step. */
  private static final double RATE_SHARE = 0.05;

  private static final double ABSOLUTE_TOLERANCE = 0.1; // relative to the relative one

  /** As for one animal: reciprocal of the fastest equilibration rate of a compound. */
  private static final double FIRST_STEP_HOURS = 0.015;

  private final Network network;
  private final NetworkEquations equations;
  private final NetworkStepper stepper;
  private final World world;
  private final double[] breakpointsHours;
  private final Agenda agenda = new Agenda();
  private final Observation observation;
  private final SlowNoise noise;
  private int segment;
  private double fromHours; // where the next call goes on
  private Runnable afterStep = () -> {};

  NetworkSimulation(Network network, double startHours) {
    this.network = network;
    this.fromHours = startHours;
    NetworkAssembly assembly = new NetworkAssembly(network);
    Exposure exposure = network.scenario().exposure();
    breakpointsHours = exposure.breakpointsHours();
    equations =
        new NetworkEquations(
            assembly.groups,
            assembly.kernels,
            assembly.tissueShared,
            assembly.synapses,
            exposure,
            network.executor());
    double relative = network.relativeTolerance();
    stepper =
        new NetworkStepper(
            equations,
            assembly.initial,
            startHours,
            new NetworkStepper.Tolerance(relative, ABSOLUTE_TOLERANCE * relative));
    world = new World(network, equations);
    for (Network.Mosaic mosaic : network.mosaics()) {
      assembly.mosaic(mosaic, world);
    }
    equations.rates.allow(0.1 * SETTLED * relative);
    equations.enterSegment(0);
    try {
      stepper.settle(SETTLED * relative);
    } catch (ArithmeticException e) {
      throw new IntegrationException(
          IntegrationException.Reason.ALGEBRAIC_EQUATIONS_UNSOLVED,
          null,
          startHours,
          "the untreated network has no state in which it rests: %s%s. Maybe give each neuron more synapses (%s)"
              .formatted(
                  equations.missing.clause(stepper.start()),
                  e.getMessage(),
                  network.synapsesPerNeuron()));
    }
    world.keepThresholds();
    equations.rates.allow(RATE_SHARE * relative);
    observation = new Observation(equations, stepper, world);
    noise = new SlowNoise(network, world, startHours);
    noise.start(agenda);
    segment = Arrays.binarySearch(breakpointsHours, startHours);
    segment = segment >= 0 ? segment + 1 : -segment - 1;
    restart();
  }

  /** Evaluates anew after inputs or the world changed. */
  private void restart() {
    equations.enterSegment(segment);
    stepper.restart(FIRST_STEP_HOURS);
    world.changesAreSeen();
  }

  /** Does something once, at a time not before the present. */
  public NetworkSimulation at(double tHours, Rule rule) {
    if (!(tHours >= stepper.tHours())) {
      throw new InputException(
          Place.UNKNOWN,
          "a rule must not be due before the present, "
              + stepper.tHours()
              + " h, but was "
              + tHours);
    }
    agenda.add(rule, tHours, 0);
    return this;
  }

  /** Does something every so many hours, the first time one interval from now. */
  public NetworkSimulation every(double intervalHours, Rule rule) {
    Settings.require("interval of a rule (h)", intervalHours, 1e-6, 1e9);
    agenda.add(rule, stepper.tHours() + intervalHours, intervalHours);
    return this;
  }

  /** Observes something at each sample time; give all collectors before the first run. */
  public NetworkSimulation collect(Collector collector) {
    observation.add(collector);
    return this;
  }

  /** Told after each step; a good moment to save. */
  public NetworkSimulation afterStep(Runnable action) {
    afterStep = action;
    return this;
  }

  /** The network, and how far it has come. */
  @Override
  public String toString() {
    return "%s, at %s h".formatted(network, tHours());
  }

  /** The present (h). */
  public double tHours() {
    return stepper.tHours();
  }

  /** The network at the present. */
  public NetworkView world() {
    world.at(stepper.tHours(), stepper.start());
    return world;
  }

  NetworkEquations equations() {
    return equations;
  }

  NetworkStepper stepper() {
    return stepper;
  }

  /** Number of synapses. */
  public long synapses() {
    return equations.synapses();
  }

  /**
   * Runs on from the present.
   *
   * @param endHours where to stop
   * @param samplesHours ascending, from the present on
   * @return readouts, then what collectors gave, at the sample times
   */
  public Trajectory run(double endHours, double... samplesHours) {
    double end = TimeGrid.rounded(endHours);
    if (end < stepper.tHours()) {
      throw new InputException(
          Place.UNKNOWN,
          "the run stands at %s h already, after its end at %s h".formatted(stepper.tHours(), end));
    }
    TimeSpan.hours(fromHours, end); // checks
    return runOnGrid(end, Arrays.stream(samplesHours).map(TimeGrid::rounded).toArray());
  }

  private Trajectory runOnGrid(double endHours, double[] samplesHours) {
    observation.begin(samplesHours, endHours);
    agenda.apply(stepper.tHours(), this::world);
    while (stepper.tHours() < endHours) {
      if (world.isChanged()) {
        restart();
      }
      double stop = nextStop(endHours);
      stepper.step(stop);
      double to = stepper.tHours() + stepper.stepHours();
      to = to >= stop * (1 - 1e-15) && stop - to < 1e-9 ? stop : to;
      observation.sampleStep(to);
      stepper.advance(to);
      agenda.apply(to, this::world);
      while (segment < breakpointsHours.length && to >= breakpointsHours[segment]) {
        segment++;
        world.markChanged();
      }
      if (world.isChanged()) {
        restart();
      }
      afterStep.run();
    }
    List<Variable> columns = observation.columns();
    double[][] series = observation.finish();
    fromHours = endHours;
    return Trajectory.ofReadouts(columns, samplesHours, series, statistics(), network.provenance());
  }

  /**
   * Runs on from the present in steps of equal size with the explicit Euler method, firing rates
   * relaxing in their membrane times: the motion that {@link #run} takes as settled. For confirming
   * it over a short window, since a day is 86 million steps of a millisecond. Without samples and
   * rules; the next {@link #run} settles the rates anew.
   *
   * @param stepHours must be short against the membrane times, 10 ms
   * @return number of steps
   */
  public long runExplicitly(double endHours, double stepHours) {
    TimeSpan span = TimeSpan.hours(stepper.tHours(), endHours);
    Settings.require("step (h)", stepHours, 1e-12, 5e-3 / 3600);
    if (nextStop(endHours) < endHours) {
      throw new InputException(
          Place.UNKNOWN,
          "explicit steps up to "
              + endHours
              + " h would pass a dose or a rule at "
              + nextStop(endHours)
              + " h: end there");
    }
    long steps = Math.max(1, Math.round(span.durationHours() / stepHours));
    double hours = span.durationHours() / steps;
    for (long i = 0; i < steps; i++) {
      equations.explicitStep(
          span.startHours() + i * hours, hours, stepper.start(), stepper.startRates());
    }
    stepper.moveTo(span.endHours());
    fromHours = span.endHours();
    world.markChanged();
    return steps;
  }

  private double nextStop(double endHours) {
    double stop = endHours;
    if (segment < breakpointsHours.length) {
      stop = Math.min(stop, breakpointsHours[segment]);
    }
    return Math.min(stop, agenda.nextHours());
  }

  private Statistics statistics() {
    return new Statistics(
        stepper.accepted(),
        stepper.rejected(),
        equations.evaluations(),
        stepper.accepted() + stepper.rejected(),
        stepper.accepted() + stepper.rejected(),
        Ros34pw2.METHOD.stages() * (stepper.accepted() + stepper.rejected()));
  }

  /** Passes over all synapses since the start. */
  public long synapticSweeps() {
    return equations.rates.sweeps();
  }

  /** The largest bound of the relative error of any neuron's rate in any evaluation. */
  public double largestRateError() {
    return equations.rates.largestError();
  }

  /**
   * Everything that decides how the run goes on; its arrays are valid until it does. Rules and
   * collectors are code and are not saved: give the same ones again before {@link #restore}.
   */
  public NetworkState save() {
    NetworkState state = new NetworkState();
    NetworkState.Part run = state.part("run");
    run.put("segment", segment);
    run.put("fromHours", fromHours);
    stepper.save(state);
    equations.save(state);
    agenda.save(state.part("agenda"));
    observation.save(state.part("samples"));
    world.save(state);
    for (CellGroup group : equations.groups) {
      noise.save(group.cellClass.ordinal(), state.part(NetworkAssembly.word(group.cellClass)));
    }
    return state;
  }

  /**
   * Goes on from a saved state, bit by bit when the end is the same: call before {@link #run}. A
   * later end is fine; sample times up to the present must be among those of the saved run.
   *
   * @throws InputException naming the value that does not fit this network
   */
  public void restore(NetworkState state) {
    NetworkState.Part run = state.part("run");
    segment = (int) run.count("segment");
    if (segment < 0 || segment > breakpointsHours.length) {
      throw new InputException(
          Place.UNKNOWN,
          "the saved network had %s changes of its treatment behind it, this one has %s"
              .formatted(segment, breakpointsHours.length));
    }
    fromHours = run.number("fromHours");
    stepper.restore(state);
    equations.restore(state);
    agenda.restore(state.part("agenda"));
    observation.restore(state.part("samples"));
    world.restore(state);
    for (CellGroup group : equations.groups) {
      noise.restore(group.cellClass.ordinal(), state.part(NetworkAssembly.word(group.cellClass)));
    }
    equations.enterSegment(segment);
    equations.shareAndObserve(stepper.tHours(), stepper.start());
  }
}
