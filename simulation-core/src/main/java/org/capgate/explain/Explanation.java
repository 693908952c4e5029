package org.capgate.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.MoodModel;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.jspecify.annotations.Nullable;

/**
 * Why a readout changed between two times, or why it changed differently in another subject:
 * contributions of causes, which add up to the change, and what of it passed through each symbol of
 * the equations. It follows from the equations and the run alone. Immutable.
 *
 * <pre>{@code
 * Explanation why = Explanation.of(scenario, Readout.MOOD, 0, 24);
 * why.causes().forEach(cause -> System.out.println(cause.symbol() + " " + cause.contribution()));
 * }</pre>
 *
 * <p>Contributions share out what acts together: where two things multiply, each is credited with
 * half of what neither does alone. So what is left when one of them is taken away may be less than
 * the rest of the sum: {@link Without} says how much.
 */
public final class Explanation {
  private final Readout readout;
  private final double fromHours;
  private final double toHours;
  private final double before;
  private final double change;
  private final List<Cause> causes;
  private final List<Passage> passages;
  private final List<Flow> flows;

  private Explanation(
      EquationGraph graph, Readout readout, double fromHours, double toHours, Contributions found) {
    this.readout = readout;
    this.fromHours = fromHours;
    this.toHours = toHours;
    before = found.before;
    change = found.change;
    causes = causes(graph, found);
    passages = passages(graph, found);
    flows = flows(graph, found);
  }

  /** What a contribution comes from. */
  public enum Kindred {
    /** A drug on its target. */
    DRUG_EFFECT,
    /** What was stored in a state at the first time, away from rest. */
    STORED,
    /** Of two runs: an equation that says something different of the same changes. */
    PARTING
  }

  /**
   * Something that changed by itself and so changed the readout.
   *
   * @param kind what it is
   * @param symbol the drug effect, the state, or the symbol whose equation it is
   * @param equation its number in docs/MODEL.md, 0 for a drug effect
   * @param contribution to the change, in the unit of the readout
   */
  public record Cause(Kindred kind, Symbol symbol, int equation, double contribution) {}

  /**
   * What passed through a symbol on the way to the readout.
   *
   * @param equation number of its equation in docs/MODEL.md, 0 for a drug effect
   * @param contribution how much, in the unit of the readout; over 100 % of the change where others
   *     took some of it back, or where it passed more than once
   * @param meanHours when, on average (h after t = 0)
   */
  public record Passage(Symbol symbol, int equation, double contribution, double meanHours) {}

  /**
   * What passed from one symbol into the equation of another.
   *
   * @param equation number of the equation of {@code to}
   * @param contribution in the unit of the readout
   */
  public record Flow(Symbol from, Symbol to, int equation, double contribution) {}

  /**
   * Why a readout of a subject changed.
   *
   * @param fromHours the first time (h after t = 0); up to the first dose the settled state
   * @param toHours the second, later
   * @throws InputException for the level of a drug, which no equation states, and for times out of
   *     order
   */
  public static Explanation of(
      Scenario scenario, Readout readout, double fromHours, double toHours) {
    return explained(readout, fromHours, toHours, scenario);
  }

  /**
   * Why a readout changed more, or less, in a second subject than in the first.
   *
   * @throws InputException as {@link #of}, and where the two state different mechanisms
   */
  public static Explanation ofDifference(
      Scenario first, Scenario second, Readout readout, double fromHours, double toHours) {
    if (!first.mechanisms().equals(second.mechanisms())) {
      throw new InputException(
          Place.UNKNOWN,
          "two runs are compared equation by equation, but one has the mechanisms %s and the other %s"
              .formatted(first.mechanisms().text(), second.mechanisms().text()));
    }
    return explained(readout, fromHours, toHours, first, second);
  }

  private static Explanation explained(
      Readout readout, double fromHours, double toHours, Scenario... scenarios) {
    requireExplicable(scenarios, readout, fromHours, toHours);
    EquationSystem equations = scenarios[0].laboratory().model().equations();
    EquationGraph graph = new EquationGraph(equations, readout.quantity());
    double runHours = Course.startHours(scenarios);
    TreeSet<Double> ends = new TreeSet<>();
    for (Scenario scenario : scenarios) {
      double firstHours = Math.max(fromHours, runHours);
      for (double hours : Course.stepsHours(scenario, runHours, firstHours, toHours)) {
        ends.add(hours);
      }
    }
    double[] grid = ends.stream().mapToDouble(Double::doubleValue).toArray();
    Course last = new Course(scenarios[scenarios.length - 1], runHours, grid);
    return new Explanation(
        graph,
        readout,
        fromHours,
        toHours,
        scenarios.length == 1
            ? new Contributions(graph, last)
            : new Contributions(graph, new Course(scenarios[0], runHours, grid), last));
  }

  private static void requireExplicable(
      Scenario[] scenarios, Readout readout, double fromHours, double toHours) {
    MoodModel model = scenarios[0].laboratory().model();
    boolean isStated =
        model.equations().symbols(Kind.READOUT).stream()
            .anyMatch(symbol -> symbol.name().equals(readout.quantity()));
    if (!isStated) {
      throw new InputException(
          Place.UNKNOWN,
          "'%s' follows from the doses alone, not from the equations; see 'capgate kinetics'"
              .formatted(readout.name()));
    }
    double startHours = Course.startHours(scenarios);
    if (!(fromHours < toHours && toHours > startHours) || Double.isInfinite(toHours - fromHours)) {
      throw new InputException(
          Place.UNKNOWN,
          "the second time must be after the first and after the start at %s h, but they were %s h and %s h"
              .formatted(startHours, fromHours, toHours));
    }
  }

  private static List<Cause> causes(EquationGraph graph, Contributions found) {
    List<Cause> causes = new ArrayList<>();
    for (int node = 0; node < graph.size(); node++) {
      if (found.cause[node] != 0) {
        Kindred kind = graph.isInput(node) ? Kindred.DRUG_EFFECT : Kindred.STORED;
        causes.add(new Cause(kind, graph.symbol(node), graph.equation(node), found.cause[node]));
      }
      if (found.gain[node] != 0) {
        causes.add(
            new Cause(Kindred.PARTING, graph.symbol(node), graph.equation(node), found.gain[node]));
      }
    }
    causes.sort(Comparator.comparingDouble(cause -> -Math.abs(cause.contribution())));
    return List.copyOf(causes);
  }

  private static List<Passage> passages(EquationGraph graph, Contributions found) {
    double[] through = new double[graph.size()];
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (graph.from(edge) != graph.to(edge)) {
        through[graph.from(edge)] += found.flow[edge];
      }
    }
    List<Passage> passages = new ArrayList<>();
    for (int node = 0; node < graph.size(); node++) {
      if (through[node] != 0) {
        passages.add(
            new Passage(
                graph.symbol(node), graph.equation(node), through[node], found.meanHours(node)));
      }
    }
    passages.sort(Comparator.comparingDouble(passage -> -Math.abs(passage.contribution())));
    return List.copyOf(passages);
  }

  private static List<Flow> flows(EquationGraph graph, Contributions found) {
    List<Flow> flows = new ArrayList<>();
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (found.flow[edge] != 0 && graph.from(edge) != graph.to(edge)) {
        int to = graph.to(edge);
        flows.add(
            new Flow(
                graph.symbol(graph.from(edge)),
                graph.symbol(to),
                graph.equation(to),
                found.flow[edge]));
      }
    }
    return List.copyOf(flows);
  }

  /** What a symbol is, without what its description says of its range. */
  public static String words(Symbol symbol) {
    String text = symbol.description();
    int end = text.length();
    for (String mark : List.of(", ", "; ", ": ")) {
      int at = text.indexOf(mark);
      end = at > 0 && at < end ? at : end;
    }
    return text.isEmpty() ? symbol.name() : text.substring(0, end);
  }

  /** What was explained. */
  public Readout readout() {
    return readout;
  }

  /** The first time (h after t = 0). */
  public double fromHours() {
    return fromHours;
  }

  /** The second time (h after t = 0). */
  public double toHours() {
    return toHours;
  }

  /** The readout at the first time; of two runs, that of the second less that of the first. */
  public double before() {
    return before;
  }

  /** Its change from the first time to the second; of two runs, the difference of their changes. */
  public double change() {
    return change;
  }

  /** What the change came from, the largest first. */
  public List<Cause> causes() {
    return causes;
  }

  /** What passed through each symbol, the most first. */
  public List<Passage> passages() {
    return passages;
  }

  /** What passed between symbols, in the order of the equations. */
  public List<Flow> flows() {
    return flows;
  }

  /** What is left of the change when all contributions are taken from it: the error of steps. */
  public double remainder() {
    double sum = 0;
    for (Cause cause : causes) {
      sum += cause.contribution();
    }
    return change - sum;
  }

  /**
   * The way by which most of the change came, from its cause to the readout: going back from the
   * readout along the largest flow of the sign of the change, as far as it is larger than what
   * begins on the way.
   */
  public List<Passage> mainWay() {
    List<Passage> way = new ArrayList<>();
    List<Symbol> seen = new ArrayList<>();
    Symbol at = readoutSymbol();
    while (at != null) {
      seen.add(at);
      Symbol source = null;
      double most = begunAt(at);
      for (Flow flow : flows) {
        double along = flow.contribution() * Math.signum(change);
        if (flow.to().equals(at) && along > most && !seen.contains(flow.from())) {
          most = along;
          source = flow.from();
        }
      }
      at = source;
      if (source != null) {
        way.add(0, passage(source));
      }
    }
    return way;
  }

  /** The largest cause that begins at a symbol itself, along the change; 0 if none does. */
  private double begunAt(Symbol symbol) {
    double most = 0;
    for (Cause cause : causes) {
      if (cause.symbol().equals(symbol)) {
        most = Math.max(most, cause.contribution() * Math.signum(change));
      }
    }
    return most;
  }

  private @Nullable Symbol readoutSymbol() {
    for (Flow flow : flows) {
      if (flow.to().name().equals(readout.quantity())) {
        return flow.to();
      }
    }
    return null;
  }

  private Passage passage(Symbol symbol) {
    return passages.stream()
        .filter(passage -> passage.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }
}
