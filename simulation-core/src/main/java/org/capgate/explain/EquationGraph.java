package org.capgate.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.capgate.equations.Equation;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Who enters whose equation: nodes are variables (differential first), inputs, and the definitions
 * and readouts on the way to them, each after those it uses; an edge leads from a symbol to the
 * equation it stands in. Immutable.
 */
final class EquationGraph {
  private final List<Symbol> nodes = new ArrayList<>();
  private final Map<String, Integer> nodeOf = new HashMap<>();
  private final List<Integer> numbers = new ArrayList<>(); // of equations, 0 for inputs
  private final Map<String, Integer> parameterOf = new HashMap<>();
  private final int differential;
  private final int variables;
  private final int inputs;
  private final Tape[] tapes; // by node, null for inputs
  private final int[] offsets; // of the tape of a node among all operations
  private final int operations;
  private final int longestTape;
  private final int[] from; // by edge
  private final int[] to;
  private final int[] firstEdge; // of those to a node; one more entry than nodes

  /** The graph with one readout of the system. */
  EquationGraph(EquationSystem system, String readout) {
    differential = system.layout().differential();
    List<Symbol> parameters = system.layout().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      parameterOf.put(parameters.get(i).name(), i);
    }
    Map<String, Expression> expressions = new HashMap<>();
    for (Symbol variable : system.layout().variables()) {
      addNode(variable, system.equationOf(variable), expressions);
    }
    variables = nodes.size();
    system.layout().inputs().forEach(input -> addNode(input, null, expressions));
    inputs = nodes.size() - variables;
    for (Symbol variable : system.layout().variables()) {
      addUsed(system, system.equationOf(variable).statement().evaluated(), expressions);
    }
    addDefinition(system, system.find(readout), expressions);
    tapes = new Tape[nodes.size()];
    offsets = new int[nodes.size()];
    firstEdge = new int[nodes.size() + 1];
    List<Integer> sources = new ArrayList<>();
    List<Integer> targets = new ArrayList<>();
    int total = 0;
    int longest = 0;
    for (int node = 0; node < nodes.size(); node++) {
      firstEdge[node] = sources.size();
      Expression expression = expressions.get(nodes.get(node).name());
      if (expression == null) {
        continue;
      }
      tapes[node] = new Tape(expression, this::place);
      offsets[node] = total;
      total += tapes[node].size();
      longest = Math.max(longest, tapes[node].size());
      Set<Integer> entering = new LinkedHashSet<>();
      for (Symbol symbol : expression.symbols()) {
        Integer source = nodeOf.get(symbol.name());
        if (source != null) {
          entering.add(source);
        }
      }
      for (int source : entering) {
        sources.add(source);
        targets.add(node);
      }
    }
    firstEdge[nodes.size()] = sources.size();
    operations = total;
    longestTape = longest;
    from = sources.stream().mapToInt(Integer::intValue).toArray();
    to = targets.stream().mapToInt(Integer::intValue).toArray();
  }

  private void addNode(
      Symbol symbol, @Nullable Equation equation, Map<String, Expression> expressions) {
    nodeOf.put(symbol.name(), nodes.size());
    nodes.add(symbol);
    numbers.add(equation == null ? 0 : equation.number());
    if (equation != null) {
      expressions.put(symbol.name(), equation.statement().evaluated());
    }
  }

  private void addUsed(
      EquationSystem system, Expression expression, Map<String, Expression> expressions) {
    for (Symbol symbol : expression.symbols()) {
      addDefinition(system, symbol, expressions);
    }
  }

  private void addDefinition(
      EquationSystem system, Symbol symbol, Map<String, Expression> expressions) {
    boolean isExplicit = symbol.kind() == Kind.DEFINED || symbol.kind() == Kind.READOUT;
    if (!isExplicit || nodeOf.containsKey(symbol.name())) {
      return;
    }
    Equation equation = system.equationOf(symbol);
    addUsed(system, equation.statement().evaluated(), expressions);
    addNode(symbol, equation, expressions);
  }

  private int place(Symbol symbol) {
    Integer node = nodeOf.get(symbol.name());
    if (node != null) {
      return node;
    }
    Integer parameter = parameterOf.get(symbol.name());
    if (parameter == null) {
      throw new IllegalStateException("no place for " + symbol.name());
    }
    return -1 - parameter;
  }

  /** Number of nodes; the readout is the last. */
  int size() {
    return nodes.size();
  }

  int readout() {
    return nodes.size() - 1;
  }

  /** Number of differential variables, the first nodes. */
  int differential() {
    return differential;
  }

  /** Number of variables, the first nodes. */
  int variables() {
    return variables;
  }

  /** Number of inputs, the nodes after the variables. */
  int inputs() {
    return inputs;
  }

  boolean isInput(int node) {
    return node >= variables && node < variables + inputs;
  }

  /** First of the definitions and readouts, which are the last nodes. */
  int firstDefinition() {
    return variables + inputs;
  }

  Symbol symbol(int node) {
    return nodes.get(node);
  }

  /** Number of the equation of a node; 0 for inputs. */
  int equation(int node) {
    return numbers.get(node);
  }

  int edges() {
    return from.length;
  }

  int from(int edge) {
    return from[edge];
  }

  int to(int edge) {
    return to[edge];
  }

  /** The edges to a node are those from here to before that of the next node. */
  int firstEdge(int node) {
    return firstEdge[node];
  }

  /** All equations at one point. */
  final class Point {
    final double[] nodes = new double[size()];

    /** Rates of differential variables, residuals of the others. */
    final double[] equations = new double[variables];

    private final double[] operationValues = new double[operations];

    /**
     * Evaluates everything.
     *
     * @param state variables
     * @param effects inputs
     */
    void set(double[] state, double[] effects, double[] parameters) {
      System.arraycopy(state, 0, nodes, 0, variables);
      System.arraycopy(effects, 0, nodes, variables, inputs);
      for (int node = firstDefinition(); node < nodes.length; node++) {
        nodes[node] = tapes[node].evaluate(nodes, parameters, operationValues, offsets[node]);
      }
      for (int node = 0; node < variables; node++) {
        equations[node] = tapes[node].evaluate(nodes, parameters, operationValues, offsets[node]);
      }
    }
  }

  /** Slopes of all edges between two points, see {@link Tape}. */
  final class Slopes {
    final double[] of = new double[from.length];
    private final double[] adjoints = new double[longestTape];
    private final double[] byNode = new double[size()];

    void between(Point one, Point other) {
      for (int node = 0; node < tapes.length; node++) {
        if (firstEdge[node] == firstEdge[node + 1]) {
          continue;
        }
        tapes[node].addSlopes(
            one.operationValues, other.operationValues, offsets[node], adjoints, byNode);
        for (int edge = firstEdge[node]; edge < firstEdge[node + 1]; edge++) {
          of[edge] = byNode[from[edge]];
          byNode[from[edge]] = 0;
        }
      }
    }
  }
}
