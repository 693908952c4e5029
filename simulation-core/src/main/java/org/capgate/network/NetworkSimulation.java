package org.capgate.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Statistics;
import org.capgate.dynamics.TimeGrid;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.equations.Symbol;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.treatment.Exposure;

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
  private final double startHours;
  private final NetworkEquations equations;
  private final NetworkStepper stepper;
  private final World world;
  private final NeuronField sampleState;
  private final double[] breakpointsHours;
  private final Agenda agenda = new Agenda();
  private final List<Collector> collectors = new ArrayList<>();
  private final double[][] noise; // [class][neuron]
  private int segment;
  private double fromHours; // where the next call goes on
  private int samplesDone;
  private boolean isUnsettled; // whether rates have to be settled before the next step
  private double[][] series = new double[0][];
  private Runnable afterStep = () -> {};

  NetworkSimulation(Network network, double startHours) {
    this.network = network;
    this.startHours = startHours;
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
      assembly.mosaic(mosaic.genotype(), mosaic.fraction(), world);
    }
    equations.rates.tolerance = 0.1 * SETTLED * relative;
    equations.enterSegment(0);
    try {
      stepper.settle(SETTLED * relative);
    } catch (ArithmeticException e) {
      throw new IntegrationException(
          IntegrationException.Reason.ALGEBRAIC_EQUATIONS_UNSOLVED,
          null,
          startHours,
          "the untreated network has no state in which it rests: " + e.getMessage());
    }
    world.keepThresholds();
    equations.rates.tolerance = RATE_SHARE * relative;
    sampleState = stepper.newField();
    noise = new double[equations.groups.length][];
    for (int g = 0; g < noise.length; g++) {
      noise[g] = new double[equations.groups[g].neurons];
    }
    if (network.noise().deviation() > 0) {
      startNoise();
    }
    segment = Arrays.binarySearch(breakpointsHours, startHours);
    segment = segment >= 0 ? segment + 1 : -segment - 1;
    equations.enterSegment(segment);
    stepper.restart(FIRST_STEP_HOURS);
  }

  /** Does something once, at a time not before the present. */
  public NetworkSimulation at(double tHours, Rule rule) {
    if (!(tHours >= stepper.tHours)) {
      throw new InputException(
          Place.UNKNOWN,
          "a rule must not be due before the present, " + stepper.tHours + " h, but was " + tHours);
    }
    agenda.add(rule, tHours, 0);
    return this;
  }

  /** Does something every so many hours, the first time one interval from now. */
  public NetworkSimulation every(double intervalHours, Rule rule) {
    Settings.require("interval of a rule (h)", intervalHours, 1e-6, 1e9);
    agenda.add(rule, stepper.tHours + intervalHours, intervalHours);
    return this;
  }

  /** Observes something at each sample time; give all collectors before the first run. */
  public NetworkSimulation collect(Collector collector) {
    collectors.add(collector);
    return this;
  }

  /** Told after each step; a good moment to save. */
  public NetworkSimulation afterStep(Runnable action) {
    afterStep = action;
    return this;
  }

  /** The present (h). */
  public double tHours() {
    return stepper.tHours;
  }

  /** The network at the present. */
  public NetworkView world() {
    world.at(stepper.tHours, stepper.y0);
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
    return runOnGrid(
        TimeSpan.hours(fromHours, endHours).endHours(),
        Arrays.stream(samplesHours).map(TimeGrid::rounded).toArray());
  }

  private Trajectory runOnGrid(double endHours, double[] samplesHours) {
    List<Variable> columns = columns();
    if (series.length == 0) {
      series = new double[columns.size()][samplesHours.length];
    }
    while (samplesDone < samplesHours.length && samplesHours[samplesDone] <= stepper.tHours) {
      sample(samplesHours[samplesDone], stepper.y0);
    }
    if (agenda.apply(stepper.tHours, this::world) || isUnsettled) {
      equations.enterSegment(segment);
      stepper.restart(FIRST_STEP_HOURS);
      isUnsettled = false;
    }
    while (stepper.tHours < endHours) {
      double stop = nextStop(endHours);
      stepper.step(stop);
      double to = stepper.tHours + stepper.stepHours;
      to = to >= stop * (1 - 1e-15) && stop - to < 1e-9 ? stop : to;
      while (samplesDone < samplesHours.length && samplesHours[samplesDone] <= to) {
        double at = samplesHours[samplesDone];
        if (at == to) {
          sample(at, stepper.y1);
        } else {
          stepper.interpolate(at, sampleState);
          sample(at, sampleState);
        }
      }
      stepper.advance(to);
      boolean changed = agenda.apply(stepper.tHours, this::world);
      while (segment < breakpointsHours.length && to >= breakpointsHours[segment]) {
        segment++;
        changed = true;
      }
      if (changed) {
        equations.enterSegment(segment);
        stepper.restart(FIRST_STEP_HOURS);
      }
      afterStep.run();
    }
    Trajectory result =
        Trajectory.ofReadouts(columns, samplesHours, series, statistics(), network.provenance());
    series = new double[0][];
    samplesDone = 0;
    fromHours = endHours;
    return result;
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
    TimeSpan span = TimeSpan.hours(stepper.tHours, endHours);
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
      equations.explicitStep(span.startHours() + i * hours, hours, stepper.y0, stepper.f0);
    }
    stepper.tHours = endHours;
    fromHours = endHours;
    isUnsettled = true;
    return steps;
  }

  private double nextStop(double endHours) {
    double stop = endHours;
    if (segment < breakpointsHours.length) {
      stop = Math.min(stop, breakpointsHours[segment]);
    }
    return Math.min(stop, agenda.nextHours());
  }

  private void startNoise() {
    InputNoise input = network.noise();
    for (int g = 0; g < noise.length; g++) {
      for (int i = 0; i < noise[g].length; i++) {
        noise[g][i] = input.first(network.seed(), world.first(g) + i);
        world.drive(g)[i] += noise[g][i];
      }
    }
    agenda.add(
        view -> {
          long k = Math.round((view.tHours() - startHours) / input.intervalHours());
          for (int g = 0; g < noise.length; g++) {
            for (int i = 0; i < noise[g].length; i++) {
              double next = input.next(noise[g][i], network.seed(), world.first(g) + i, k);
              world.drive(g)[i] += next - noise[g][i];
              noise[g][i] = next;
            }
          }
        },
        startHours + input.intervalHours(),
        input.intervalHours());
  }

  private List<Variable> columns() {
    List<Variable> columns = new ArrayList<>();
    for (Symbol symbol : equations.tissue.kernel.layout().readouts()) {
      columns.add(new Variable(symbol.name(), symbol.unit().toString(), symbol.description()));
    }
    for (DrugLevel level : DrugLevel.values()) {
      columns.add(level.variable());
    }
    collectors.forEach(collector -> columns.addAll(collector.columns()));
    return columns;
  }

  private void sample(double tHours, NeuronField state) {
    if (state == sampleState) {
      equations.evaluateRates(tHours, state);
    } else {
      equations.shareAndObserve(tHours, state);
    }
    int next = 0;
    for (double readout : equations.readouts(state)) {
      series[next++][samplesDone] = readout;
    }
    for (DrugLevel level : DrugLevel.values()) {
      series[next++][samplesDone] = level.at(equations.cursor(), tHours);
    }
    if (!collectors.isEmpty()) {
      world.at(tHours, state);
      for (Collector collector : collectors) {
        double[] out = new double[collector.columns().size()];
        collector.collect(world, out);
        for (double value : out) {
          series[next++][samplesDone] = value;
        }
      }
    }
    samplesDone++;
  }

  private Statistics statistics() {
    return new Statistics(
        stepper.accepted,
        stepper.rejected,
        equations.evaluations,
        stepper.accepted + stepper.rejected,
        stepper.accepted + stepper.rejected,
        RosenbrockWTableau.STAGES * (stepper.accepted + stepper.rejected));
  }

  /** Passes over all synapses since the start. */
  public long synapticSweeps() {
    return equations.rates.sweeps;
  }

  /** The largest bound of the relative error of any neuron's rate in any evaluation. */
  public double largestRateError() {
    return equations.rates.largestError;
  }

  /**
   * Hands out everything that decides how the run goes on, as arrays by name; valid during the
   * call. Rules and collectors are code and are not saved: give the same ones again before {@link
   * #restore}.
   */
  public void save(BiConsumer<String, double[]> out) {
    out.accept(
        "progress",
        new double[] {
          stepper.tHours,
          stepper.nextHours,
          stepper.accepted,
          stepper.rejected,
          equations.evaluations,
          equations.rates.sweeps,
          equations.rates.largestError,
          equations.rates.contraction,
          segment,
          samplesDone,
          fromHours,
          series.length,
          isUnsettled ? 1 : 0
        });
    out.accept("due", agenda.due());
    arrays((name, array) -> out.accept(name, array));
    for (int c = 0; c < series.length; c++) {
      out.accept("series " + c, series[c]);
    }
    out.accept("rewirings", new double[] {world.rewirings().size()});
    for (int r = 0; r < world.rewirings().size(); r++) {
      out.accept("rewiring " + r, world.rewirings().get(r));
    }
  }

  /**
   * Goes on from saved arrays, bit by bit: call before {@link #run}, with the same end and sample
   * times as the run that was saved.
   *
   * @param in gives the array of a name
   */
  public void restore(Function<String, double[]> in) {
    double[] progress = in.apply("progress");
    stepper.tHours = progress[0];
    stepper.nextHours = progress[1];
    stepper.accepted = (long) progress[2];
    stepper.rejected = (long) progress[3];
    equations.evaluations = (long) progress[4];
    equations.rates.sweeps = (long) progress[5];
    equations.rates.largestError = progress[6];
    equations.rates.contraction = progress[7];
    segment = (int) progress[8];
    samplesDone = (int) progress[9];
    fromHours = progress[10];
    isUnsettled = progress[12] != 0;
    agenda.restore(in.apply("due"));
    arrays(
        (name, array) -> {
          double[] saved = in.apply(name);
          if (saved.length != array.length) {
            throw new InputException(
                Place.UNKNOWN,
                "array '" + name + "' has " + saved.length + " entries, expected " + array.length);
          }
          System.arraycopy(saved, 0, array, 0, array.length);
        });
    series = new double[(int) progress[11]][];
    for (int c = 0; c < series.length; c++) {
      series[c] = in.apply("series " + c).clone();
    }
    for (CellGroup group : equations.groups) {
      group.lesion(new boolean[group.neurons]);
    }
    int rewirings = (int) in.apply("rewirings")[0];
    for (int r = world.rewirings().size(); r < rewirings; r++) {
      world.repeatRewiring(in.apply("rewiring " + r));
    }
    equations.enterSegment(segment);
    equations.shareAndObserve(stepper.tHours, stepper.y0);
  }

  private void arrays(BiConsumer<String, double[]> each) {
    for (int g = 0; g < equations.groups.length; g++) {
      CellGroup group = equations.groups[g];
      String own = NetworkAssembly.word(group.cellClass) + " ";
      List<Symbol> variables = group.kernel.layout().variables();
      for (int v = 0; v < variables.size(); v++) {
        each.accept(own + variables.get(v).name(), stepper.y0.cells[g][v]);
        if (v < group.kernel.differential()) {
          each.accept(own + variables.get(v).name() + " rate", stepper.f0.cells[g][v]);
        }
      }
      for (int i = 0; i < group.inputs.length; i++) {
        each.accept(own + group.kernel.perCell().get(i), group.inputs[i]);
      }
      each.accept(own + "alive", group.alive);
      each.accept(own + "noise", noise[g]);
      each.accept(own + "stimulus", world.stimulus(g));
    }
    each.accept("tissue", stepper.y0.tissue);
    each.accept("tissue rate", stepper.f0.tissue);
  }
}
