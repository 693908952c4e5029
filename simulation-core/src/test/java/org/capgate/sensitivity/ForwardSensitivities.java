package org.capgate.sensitivity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.capgate.compile.Kernel;
import org.capgate.compile.Kernels;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.equations.Symbol;
import org.capgate.exposure.Exposure;
import org.capgate.model.Genotype;
import org.capgate.model.MoodModel;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Laboratory;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Rosenbrock;
import org.capgate.treatment.Target;

/**
 * Derivatives of readouts by a parameter of the equations, by integrating the equations together
 * with their own derivatives (see {@link TangentEquations}), from settled states whose derivatives
 * follow from the implicit function theorem. No step size enters: what differences are checked
 * against.
 */
final class ForwardSensitivities {
  private final Scenario scenario;
  private final MoodModel model;
  private final Kernel kernel;
  private final Kernel references;

  ForwardSensitivities(Scenario scenario) {
    this.scenario = scenario;
    model = scenario.laboratory().model();
    kernel = Kernels.compile(TangentEquations.of(model.equations()));
    references = Kernels.interpret(TangentEquations.of(model.equations().withReferencesSolved()));
  }

  /** x·∂y/∂x at these times (h), the last one > 0. */
  double[] perRelativeChange(String name, Readout readout, double[] atHours, Rosenbrock solver) {
    Laboratory laboratory = scenario.laboratory();
    Map<String, Double> known = new HashMap<>();
    double[] wildType = laboratory.parameters(Genotype.wildType(), 0);
    put(known, wildType);
    direction(name).forEach((symbol, value) -> known.put(TangentEquations.name(symbol), value));
    Map<String, Double> reference = new HashMap<>(known);
    model
        .layout()
        .variables()
        .forEach(
            symbol -> reference.put(symbol.name(), laboratory.untreatedWildType(symbol.name())));
    tangentsAtRest(references, reference);
    for (Symbol symbol : model.layout().parameters()) {
      known.put(
          TangentEquations.name(symbol.name()),
          reference.getOrDefault(TangentEquations.name(symbol.name()), 0.0));
    }
    put(known, laboratory.parameters(scenario.genotype(), scenario.stress().level()));
    double[] settled = scenario.settled().state();
    model
        .layout()
        .variables()
        .forEach(symbol -> known.put(symbol.name(), settled[model.variableIndex(symbol.name())]));
    tangentsAtRest(kernel, known);
    double startHours = Math.min(0, scenario.treatment().firstHours());
    Trajectory run =
        solver.solve(
            new Tangents(known, scenario.exposure()),
            TimeSpan.hours(startHours, atHours[atHours.length - 1]),
            Sampling.at(atHours));
    double[] changes = new double[atHours.length];
    for (int i = 0; i < changes.length; i++) {
      changes[i] = run.valueAt(TangentEquations.name(readout.quantity()), atHours[i]);
    }
    return changes;
  }

  private void put(Map<String, Double> known, double[] parameters) {
    for (Symbol symbol : model.layout().parameters()) {
      known.put(symbol.name(), parameters[model.parameterIndex(symbol.name())]);
    }
  }

  /** The number itself and those that are tied to it, each by its own value. */
  private Map<String, Double> direction(String name) {
    ParameterSet set = scenario.parameters();
    ParameterSet moved = set.with(Map.of(name, 1.5 * set.value(name)));
    Map<String, Double> direction = new HashMap<>();
    for (Symbol symbol : model.layout().parameters()) {
      boolean isMoved =
          set.contains(symbol.name()) && moved.value(symbol.name()) != set.value(symbol.name());
      direction.put(symbol.name(), isMoved ? set.value(symbol.name()) : 0.0);
    }
    return direction;
  }

  /** Puts the tangents of the unknowns of a settled system: 0 = F_z·z′ + F_p·p′. */
  private static void tangentsAtRest(Kernel kernel, Map<String, Double> known) {
    List<Symbol> variables = kernel.layout().variables();
    double[] y = new double[variables.size()];
    for (int i = 0; i < y.length; i++) {
      y[i] = known.getOrDefault(variables.get(i).name(), 0.0); // tangents are still unknown
    }
    double[] q = kernel.prepare(parameters(kernel, known));
    double[] work = new double[kernel.workLength()];
    double[] u = new double[kernel.inputs()];
    double[] f = new double[y.length];
    double[] dfdy = new double[y.length * y.length];
    kernel.rhs(y, q, u, work, f);
    kernel.jacobian(y, q, u, work, dfdy);
    int half = y.length / 2;
    int[] tangents =
        IntStream.range(0, y.length)
            .filter(i -> variables.get(i).name().endsWith("Tangent"))
            .toArray();
    RealMatrix matrix = new Array2DRowRealMatrix(half, half);
    double[] right = new double[half];
    for (int i = 0; i < half; i++) {
      right[i] = -f[tangents[i]];
      for (int j = 0; j < half; j++) {
        matrix.setEntry(i, j, dfdy[tangents[i] * y.length + tangents[j]]);
      }
    }
    double[] solved =
        new LUDecomposition(matrix).getSolver().solve(new ArrayRealVector(right)).toArray();
    for (int i = 0; i < half; i++) {
      known.put(variables.get(tangents[i]).name(), solved[i]);
    }
  }

  private static double[] parameters(Kernel kernel, Map<String, Double> known) {
    return kernel.layout().parameters().stream()
        .mapToDouble(symbol -> known.getOrDefault(symbol.name(), 0.0))
        .toArray();
  }

  /** The doubled equations under an exposure, for the general form of a solver. */
  private final class Tangents implements OdeSystem {
    private final double[] prepared;
    private final double[] start;
    private final Exposure exposure;

    Tangents(Map<String, Double> known, Exposure exposure) {
      prepared = kernel.prepare(parameters(kernel, known));
      start =
          kernel.layout().variables().stream()
              .mapToDouble(symbol -> known.getOrDefault(symbol.name(), Double.NaN))
              .toArray();
      this.exposure = exposure;
    }

    @Override
    public int size() {
      return kernel.variables();
    }

    @Override
    public int differentialSize() {
      return kernel.differential();
    }

    @Override
    public List<Variable> variables() {
      return variables(kernel.layout().variables());
    }

    @Override
    public List<Variable> readouts() {
      return variables(kernel.layout().readouts());
    }

    private static List<Variable> variables(List<Symbol> symbols) {
      return symbols.stream()
          .map(symbol -> new Variable(symbol.name(), "" + symbol.unit(), symbol.description()))
          .toList();
    }

    @Override
    public double[] initialState() {
      return start.clone();
    }

    @Override
    public double[] breakpointsHours() {
      return exposure.breakpointsHours();
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }

    @Override
    public Evaluator newEvaluator() {
      Exposure.Cursor cursor = exposure.newCursor();
      double[] effect = new double[Target.values().length];
      double[] effectPerHour = new double[effect.length];
      double[] work = new double[kernel.workLength()];
      return new Evaluator() {
        @Override
        public void enterSegment(int index) {
          cursor.enterSegment(index);
        }

        @Override
        public double inputTimeHours() {
          return cursor.quietFromHours() == Double.NEGATIVE_INFINITY
              ? Double.POSITIVE_INFINITY
              : 0.015;
        }

        @Override
        public void rhs(double tHours, double[] y, double[] f) {
          cursor.evaluate(tHours, effect, effectPerHour);
          kernel.rhs(y, prepared, effect, work, f);
        }

        @Override
        public void jacobian(double tHours, double[] y, double[] dfdy) {
          cursor.evaluate(tHours, effect, effectPerHour);
          kernel.jacobian(y, prepared, effect, work, dfdy);
        }

        @Override
        public void timeDerivative(double tHours, double[] y, double[] dfdt) {
          cursor.evaluate(tHours, effect, effectPerHour);
          kernel.inputDerivative(y, prepared, effect, effectPerHour, work, dfdt);
        }

        @Override
        public void readouts(double tHours, double[] y, double[] out) {
          cursor.evaluate(tHours, effect, effectPerHour);
          kernel.readouts(y, prepared, effect, work, out);
        }
      };
    }
  }
}
