package org.capgate.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.capgate.dynamics.TimeSpan;
import org.capgate.treatment.Action;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Target;

/**
 * An exposure whose concentrations are sums of exponentials. The same substance from several
 * sources (given, or formed from another) adds up before it acts. Contributions are combined in the
 * order in which substances are first mentioned, never in the order of their names.
 */
final class ClosedFormExposure implements Exposure {

  private final Regimen regimen;
  private final double[] breakpointsHours;
  private final List<TimedSystem> systems = new ArrayList<>();
  private final List<Disposition.Substance> substances = new ArrayList<>();
  private final List<Integer> systemOf = new ArrayList<>(); // one per substance
  private final List<List<Part>> readings = new ArrayList<>();
  private final List<String> compoundRead = new ArrayList<>(); // one per reading
  private final List<Channel> channels = new ArrayList<>();

  /** A sum of states of one system. */
  private record Part(int system, WeightedStates states) {}

  /** A compound acting on a target through the concentration of a reading. */
  private record Channel(int reading, Action action) {}

  ClosedFormExposure(
      Regimen regimen, double[] breakpointsHours, Map<Disposition, TimedSystem> timed) {
    this.regimen = regimen;
    this.breakpointsHours = breakpointsHours;
    Map<String, List<Integer>> substancesOf = new LinkedHashMap<>(); // by compound
    timed.forEach(
        (disposition, system) -> {
          for (Disposition.Substance substance : disposition.substances()) {
            substancesOf
                .computeIfAbsent(substance.key(), key -> new ArrayList<>())
                .add(substances.size());
            substances.add(substance);
            systemOf.add(systems.size());
          }
          systems.add(system);
        });
    for (List<Integer> same : substancesOf.values()) {
      Map<Double, Integer> readingOf = new LinkedHashMap<>(); // by unbinding rate
      for (Action action : substances.get(same.get(0)).actions()) {
        int reading =
            readingOf.computeIfAbsent(
                action.offPerHour(),
                off -> {
                  List<Part> parts = new ArrayList<>();
                  for (int index : same) {
                    WeightedStates states = substances.get(index).at(action);
                    parts.add(new Part(systemOf.get(index), states));
                  }
                  readings.add(parts);
                  compoundRead.add(compoundOf(substances.get(same.get(0))));
                  return readings.size() - 1;
                });
        channels.add(new Channel(reading, action));
      }
    }
  }

  /** The key of the drive of an actuator goes on with the class of cells. */
  private static String compoundOf(Disposition.Substance substance) {
    int end = substance.key().indexOf(' ');
    return end < 0 ? substance.key() : substance.key().substring(0, end);
  }

  /** The same in numbers. */
  ExposureTerms terms() {
    List<List<Double>> groups = new ArrayList<>();
    int functions = 0;
    List<int[]> placeOf = new ArrayList<>(); // [system][state] number of its function
    for (int s = 0; s < systems.size(); s++) {
      placeOf.add(new int[systems.get(s).system().size()]);
      for (int[] group : systems.get(s).system().basis().groups()) {
        List<Double> exponents = new ArrayList<>();
        for (int state : group) {
          exponents.add(systems.get(s).system().basis().exponent(state));
          placeOf.get(s)[state] = functions++;
        }
        groups.add(exponents);
      }
    }
    ClosedFormCursor cursor = new ClosedFormCursor();
    List<List<List<Double>>> coefficients = new ArrayList<>(); // [reading][segment][function]
    readings.forEach(reading -> coefficients.add(new ArrayList<>()));
    for (int segment = 0; segment <= breakpointsHours.length; segment++) {
      cursor.enterSegment(segment);
      for (int r = 0; r < readings.size(); r++) {
        coefficients.get(r).add(cursor.coefficients(readings.get(r), placeOf, functions));
      }
    }
    return new ExposureTerms(
        Arrays.stream(breakpointsHours).boxed().toList(),
        groups,
        IntStream.range(0, readings.size())
            .mapToObj(r -> new ExposureTerms.Level(compoundRead.get(r), coefficients.get(r)))
            .toList(),
        channels.stream()
            .map(channel -> ExposureTerms.Effect.of(channel.action, channel.reading))
            .toList(),
        concentrations(placeOf, functions));
  }

  /** The concentrations of each substance by its compound, in the order of first mention. */
  Map<String, List<ConcentrationCurve.Part>> partsOfCompounds(Site site) {
    Map<String, List<ConcentrationCurve.Part>> parts = new LinkedHashMap<>();
    for (int i = 0; i < substances.size(); i++) {
      Disposition.Substance substance = substances.get(i);
      if (!substance.analyte().isEmpty()) {
        parts
            .computeIfAbsent(compoundOf(substance), compound -> new ArrayList<>())
            .add(
                new ConcentrationCurve.Part(
                    systems.get(systemOf.get(i)), substance.concentration(site)));
      }
    }
    return parts;
  }

  /** What can be measured, analyte by analyte in the order in which they are first mentioned. */
  private List<ExposureTerms.Concentration> concentrations(List<int[]> placeOf, int functions) {
    ClosedFormCursor cursor = new ClosedFormCursor();
    List<ExposureTerms.Concentration> all = new ArrayList<>();
    for (String analyte : measured()) {
      for (Site site : Site.values()) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < substances.size(); i++) {
          if (substances.get(i).analyte().equals(analyte)) {
            parts.add(new Part(systemOf.get(i), substances.get(i).concentration(site)));
          }
        }
        List<List<Double>> coefficients = new ArrayList<>();
        for (int segment = 0; segment <= breakpointsHours.length; segment++) {
          cursor.enterSegment(segment);
          coefficients.add(cursor.coefficients(parts, placeOf, functions));
        }
        all.add(new ExposureTerms.Concentration(analyte, site, coefficients));
      }
    }
    return all;
  }

  /** The activation of an actuator is no concentration of anything. */
  private List<String> measured() {
    return substances.stream()
        .map(Disposition.Substance::analyte)
        .filter(analyte -> !analyte.isEmpty())
        .distinct()
        .toList();
  }

  @Override
  public void requireWithin(TimeSpan span) {
    regimen.requireWithin(span);
  }

  @Override
  public double[] breakpointsHours() {
    return breakpointsHours.clone();
  }

  @Override
  public Cursor newCursor() {
    return newExactCursor();
  }

  @Override
  public Cursor newExactCursor() {
    return new ClosedFormCursor();
  }

  int segments() {
    return breakpointsHours.length + 1;
  }

  void checkSegment(int index) {
    if (index < 0 || index > breakpointsHours.length) {
      throw new IndexOutOfBoundsException(
          "segment must be between 0 and " + breakpointsHours.length + ", but was " + index);
    }
  }

  /** The effects in a segment, to be tabulated. */
  SegmentEffects segmentEffects(int segment, TableAccuracy accuracy) {
    ClosedFormCursor cursor = new ClosedFormCursor();
    cursor.enterSegment(segment);
    return cursor.segmentEffects(accuracy);
  }

  /** The table of a segment; always the same. */
  EffectTable tabulate(int segment, TableAccuracy accuracy) {
    double start = segment == 0 ? 0 : breakpointsHours[segment - 1];
    double length =
        segment == 0 || segment == breakpointsHours.length
            ? Double.POSITIVE_INFINITY
            : breakpointsHours[segment] - start;
    return EffectTableBuilder.build(
        segmentEffects(segment, accuracy), segment, start, length, accuracy);
  }

  /** Coefficients of the current segment and work arrays. */
  private final class ClosedFormCursor implements Cursor {

    private int segment;
    private final double[][] coefficients = new double[systems.size()][]; // see TriangularSystem
    private final double[][] functions = new double[systems.size()][]; // g
    private final double[][] functionsPerHour = new double[systems.size()][]; // dg/dt
    private final double[][][] read = new double[readings.size()][][]; // [reading][part][function]
    private final int[][] readFrom = new int[readings.size()][]; // [reading][part] system
    private final double[] micromolar = new double[readings.size()];
    private final double[] micromolarPerHour = new double[readings.size()];
    private final double[] effectAndSlope = new double[2];
    private final double[] all = new double[Target.values().length];
    private final double[] allPerHour = new double[all.length];
    private final double[][] states = new double[systems.size()][]; // see state
    private double statesHours = Double.NaN;
    private final int[] channelReading = new int[channels.size()];
    private final Action[] channelAction = new Action[channels.size()];

    ClosedFormCursor() {
      for (int s = 0; s < systems.size(); s++) {
        int size = systems.get(s).system().size();
        coefficients[s] = new double[size * (size + 1)];
        functions[s] = new double[size];
        functionsPerHour[s] = new double[size];
        states[s] = new double[size];
      }
      for (int r = 0; r < read.length; r++) {
        List<Part> parts = readings.get(r);
        read[r] = new double[parts.size()][];
        readFrom[r] = new int[parts.size()];
        for (int p = 0; p < parts.size(); p++) {
          readFrom[r][p] = parts.get(p).system;
          read[r][p] = new double[systems.get(readFrom[r][p]).system().size() + 1];
        }
      }
      for (int c = 0; c < channelReading.length; c++) {
        channelReading[c] = channels.get(c).reading;
        channelAction[c] = channels.get(c).action;
      }
      enterSegment(0);
    }

    @Override
    public void enterSegment(int index) {
      checkSegment(index);
      segment = index;
      statesHours = Double.NaN;
      for (int s = 0; s < coefficients.length; s++) {
        systems.get(s).solve(index, coefficients[s]);
      }
      for (int r = 0; r < read.length; r++) {
        for (int p = 0; p < read[r].length; p++) {
          gather(readings.get(r).get(p), read[r][p]);
        }
      }
    }

    /** Coefficients of a sum of parts in this segment by number of function, then the constant. */
    List<Double> coefficients(List<Part> parts, List<int[]> placeOf, int functions) {
      double[] sum = new double[functions + 1];
      for (int p = 0; p < parts.size() && segment > 0; p++) {
        int[] place = placeOf.get(parts.get(p).system);
        double[] part = new double[place.length + 1];
        gather(parts.get(p), part);
        for (int m = 0; m < place.length; m++) {
          sum[place[m]] += part[m];
        }
        sum[functions] += part[place.length];
      }
      return Arrays.stream(sum).boxed().toList();
    }

    SegmentEffects segmentEffects(TableAccuracy accuracy) {
      List<ExponentialBasis> bases =
          systems.stream().map(system -> system.system().basis()).toList();
      return new SegmentEffects(bases, read, readFrom, channelReading, channelAction, accuracy);
    }

    /** Coefficients of a weighted sum of states. */
    private void gather(Part part, double[] sum) {
      Arrays.fill(sum, 0);
      for (WeightedStates.Term term : part.states.terms()) {
        int row = term.state() * sum.length;
        for (int m = 0; m < sum.length; m++) {
          sum[m] += term.weight() * coefficients[part.system][row + m];
        }
      }
    }

    @Override
    public void evaluate(double tHours, double[] effect, double[] effectPerHour) {
      Arrays.fill(effect, 0);
      Arrays.fill(effectPerHour, 0);
      if (segment == 0 || channelReading.length == 0) {
        return;
      }
      for (int s = 0; s < functions.length; s++) {
        TimedSystem system = systems.get(s);
        double elapsed = system.elapsedHours(segment, tHours);
        system.system().basis().evaluate(elapsed, functions[s], functionsPerHour[s]);
      }
      for (int r = 0; r < read.length; r++) {
        readConcentration(r);
      }
      for (int c = 0; c < channelReading.length; c++) {
        Action action = channelAction[c];
        int reading = channelReading[c];
        action.act(micromolar[reading], effectAndSlope);
        double one = effectAndSlope[0];
        double onePerHour = effectAndSlope[1] * micromolarPerHour[reading];
        Target target = action.target();
        int at = target.ordinal();
        double before = effect[at];
        effect[at] = target.combined(before, one);
        effectPerHour[at] = target.combinedRate(before, effectPerHour[at], one, onePerHour);
      }
    }

    @Override
    public void effects(double tHours, double[] effect, int offset, int stride) {
      evaluate(tHours, all, allPerHour);
      if (segment > 0) {
        for (Action action : channelAction) {
          int target = action.target().ordinal();
          effect[offset + stride * target] = all[target];
        }
      }
    }

    @Override
    public int[] activeTargets() {
      return segment == 0
          ? new int[0]
          : channels.stream()
              .mapToInt(channel -> channel.action.target().ordinal())
              .distinct()
              .sorted()
              .toArray();
    }

    @Override
    public double quietFromHours() {
      return segment == 0 || channelReading.length == 0
          ? Double.NEGATIVE_INFINITY
          : Double.POSITIVE_INFINITY;
    }

    private void readConcentration(int reading) {
      double sum = 0;
      double sumPerHour = 0;
      for (int p = 0; p < read[reading].length; p++) {
        double[] coefficient = read[reading][p];
        double[] g = functions[readFrom[reading][p]];
        double[] gPerHour = functionsPerHour[readFrom[reading][p]];
        sum += coefficient[g.length];
        for (int m = 0; m < g.length; m++) {
          sum += coefficient[m] * g[m];
          sumPerHour += coefficient[m] * gPerHour[m];
        }
      }
      micromolar[reading] = Math.max(0, sum); // rounding may leave −1e-17
      micromolarPerHour[reading] = sumPerHour;
    }

    @Override
    public double concentrationMicromolar(String analyte, Site site, double tHours) {
      if (segment == 0) {
        return 0;
      }
      readStates(tHours);
      double sum = 0;
      for (int i = 0; i < substances.size(); i++) {
        Disposition.Substance substance = substances.get(i);
        if (substance.analyte().equals(analyte)) {
          sum += substance.concentration(site).valueIn(states[systemOf.get(i)]);
        }
      }
      return Math.max(0, sum);
    }

    /** All concentrations of one time come from states that are computed once. */
    private void readStates(double tHours) {
      if (tHours != statesHours) {
        for (int s = 0; s < states.length; s++) {
          TimedSystem system = systems.get(s);
          double elapsed = system.elapsedHours(segment, tHours);
          system
              .system()
              .state(coefficients[s], elapsed, functions[s], functionsPerHour[s], states[s]);
        }
        statesHours = tHours;
      }
    }
  }
}
