package org.capgate.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.capgate.compile.Kernel;
import org.capgate.compile.Kernels;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.equations.EquationPart;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Layout;
import org.capgate.equations.PointValues;
import org.capgate.equations.Symbol;
import org.capgate.exposure.Exposure;
import org.capgate.model.MoodModel;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Target;

/**
 * A run without what an explanation names: the explanation put to the test. Both times are read
 * without it.
 */
public final class Without {
  /** As in {@link Exposure}: effects rise from zero with a flat slope. */
  private static final double INPUT_TIME_HOURS = 0.015;

  private Without() {}

  /**
   * The change that is left without a cause: without the effect of a drug, or with a state at rest
   * at the first time.
   *
   * @param why what names the cause: an explanation of one run
   * @param scenario that run
   */
  public static double cause(Scenario scenario, Explanation why, Explanation.Cause cause) {
    return cause.kind() == Explanation.Kindred.STORED
        ? change(scenario, why, cause.symbol(), false)
        : held(scenario, why, cause.symbol());
  }

  /**
   * The change that is left when a symbol keeps its value at rest from the first time on: a
   * variable whatever its rate, a definition whatever it is made from, a drug effect whatever is
   * given.
   *
   * @param why an explanation of one run
   * @param scenario that run
   */
  public static double held(Scenario scenario, Explanation why, Symbol symbol) {
    return change(scenario, why, symbol, true);
  }

  private static double change(Scenario scenario, Explanation why, Symbol symbol, boolean isHeld) {
    double startHours = Course.startHours(scenario);
    double fromHours = Math.max(why.fromHours(), startHours);
    Course course = new Course(scenario, startHours, new double[] {fromHours, why.toHours()});
    EquationSystem whole = scenario.laboratory().model().equations();
    PointValues rest =
        new PointValues(whole, course.restState, course.parameters, course.restEffects);
    OdeSystem system = new Subject(scenario, course, symbol, rest.of(symbol), isHeld);
    Trajectory run =
        Solvers.standard()
            .solve(
                system,
                TimeSpan.hours(fromHours, why.toHours()),
                Sampling.at(fromHours, why.toHours()));
    String quantity = why.readout().quantity();
    double before = fromHours == startHours ? rest.of(whole.find(quantity)) : run.first(quantity);
    return run.last(quantity) - before;
  }

  private static EquationSystem without(EquationSystem whole, Symbol held) {
    return EquationPart.of(whole, whole.name() + " with " + held.name() + " held")
        .owning(
            symbol ->
                !symbol.equals(held)
                    && symbol.kind() != Kind.PARAMETER
                    && symbol.kind() != Kind.REFERENCE
                    && symbol.kind() != Kind.INPUT)
        .build();
  }

  private static final class Subject implements OdeSystem {
    private final Kernel kernel;
    private final double[] prepared;
    private final double[] start;
    private final Exposure exposure;
    private final int[] targets; // of each input; negative for the held symbol
    private final double held;

    Subject(Scenario scenario, Course course, Symbol symbol, double atRest, boolean isHeld) {
      MoodModel model = scenario.laboratory().model();
      Layout whole = model.layout();
      kernel = Kernels.interpret(isHeld ? without(model.equations(), symbol) : model.equations());
      prepared =
          kernel.prepare(
              kernel.layout().parameters().stream()
                  .mapToDouble(one -> course.parameters[whole.parameter(one.name())])
                  .toArray());
      start =
          kernel.layout().variables().stream()
              .mapToDouble(
                  one ->
                      one.name().equals(symbol.name())
                          ? atRest
                          : course.startState[whole.variable(one.name())])
              .toArray();
      exposure = scenario.exposure();
      targets =
          kernel.layout().inputs().stream()
              .mapToInt(one -> one.name().equals(symbol.name()) ? -1 : whole.input(one.name()))
              .toArray();
      held = atRest;
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
      List<Variable> variables = new ArrayList<>();
      for (Symbol symbol : symbols) {
        variables.add(new Variable(symbol.name(), symbol.unit().toString(), symbol.description()));
      }
      return variables;
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
      return new FreeEvaluator();
    }

    private final class FreeEvaluator implements Evaluator {
      private final Exposure.Cursor cursor = exposure.newCursor();
      private final double[] effects = new double[Target.values().length];
      private final double[] rates = new double[effects.length];
      private final double[] inputs = new double[targets.length];
      private final double[] inputRates = new double[targets.length];
      private final double[] work = new double[kernel.workLength()];

      @Override
      public void enterSegment(int index) {
        cursor.enterSegment(index);
      }

      @Override
      public double inputTimeHours() {
        return cursor.quietFromHours() == Double.NEGATIVE_INFINITY
            ? Double.POSITIVE_INFINITY
            : INPUT_TIME_HOURS;
      }

      private void exposeAt(double tHours) {
        cursor.evaluate(tHours, effects, rates);
        for (int i = 0; i < targets.length; i++) {
          inputs[i] = targets[i] < 0 ? held : effects[targets[i]];
          inputRates[i] = targets[i] < 0 ? 0 : rates[targets[i]];
        }
      }

      @Override
      public void rhs(double tHours, double[] y, double[] f) {
        exposeAt(tHours);
        kernel.rhs(y, prepared, inputs, work, f);
      }

      @Override
      public void jacobian(double tHours, double[] y, double[] dfdy) {
        exposeAt(tHours);
        kernel.jacobian(y, prepared, inputs, work, dfdy);
      }

      @Override
      public void timeDerivative(double tHours, double[] y, double[] dfdt) {
        exposeAt(tHours);
        Arrays.fill(dfdt, 0);
        kernel.inputDerivative(y, prepared, inputs, inputRates, work, dfdt);
      }

      @Override
      public void readouts(double tHours, double[] y, double[] out) {
        exposeAt(tHours);
        kernel.readouts(y, prepared, inputs, work, out);
      }
    }
  }
}
