package org.capgate.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.compile.Kernel;
import org.capgate.compile.Lanes;
import org.capgate.compile.StepKernel;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.RosenbrockMethod;
import org.capgate.dynamics.RosenbrockStep;
import org.capgate.dynamics.StepLanes;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Variable;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.MissingValue;
import org.capgate.exposure.Exposure;
import org.capgate.treatment.Target;
import org.jspecify.annotations.Nullable;

/** A kernel with its parameters and an exposure, as a system an integrator can solve. */
final class ModelSystem implements OdeSystem {
  /** Reciprocal of the fastest equilibration rate in seeds/compounds, about 60 h⁻¹. */
  private static final double INPUT_TIME_HOURS = 0.015;

  private static final DrugLevel[] LEVELS = DrugLevel.values();

  private final EquationSystem equations;
  private final Kernel kernel;
  private final double[] parameters;
  private final double[] prepared;
  private final double[] initialState;
  private final Exposure exposure;
  private final Map<String, String> provenance;
  private final Observed observed;

  ModelSystem(
      EquationSystem equations,
      Kernel kernel,
      Observed observed,
      double[] parameters,
      double[] initialState,
      Exposure exposure,
      Map<String, String> provenance) {
    this.equations = equations;
    this.kernel = kernel;
    this.observed = observed;
    this.parameters = parameters.clone();
    this.prepared = kernel.prepare(parameters);
    this.initialState = initialState.clone();
    this.exposure = exposure;
    this.provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
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
    return observed.variables();
  }

  @Override
  public List<Variable> readouts() {
    return observed.readouts();
  }

  @Override
  public boolean readsAlgebraic(int readout) {
    return observed.readsAlgebraic(readout);
  }

  @Override
  public double[] initialState() {
    return initialState.clone();
  }

  @Override
  public void requireSpan(TimeSpan span) {
    exposure.requireWithin(span);
  }

  @Override
  public double[] breakpointsHours() {
    return exposure.breakpointsHours();
  }

  @Override
  public Map<String, String> provenance() {
    return provenance;
  }

  @Override
  public Evaluator newEvaluator() {
    return new KernelEvaluator();
  }

  @Override
  public @Nullable StepLanes newLanes(RosenbrockMethod method) {
    return Lanes.perVector() > 1 ? new KernelLanes(kernel, method, Lanes.perVector()) : null;
  }

  /** Lanes for all systems of one kernel. */
  private static final class KernelLanes implements StepLanes {
    private final Kernel kernel;
    private final RosenbrockMethod method;
    private final StepKernel.Workspace workspace;
    private final int count;

    KernelLanes(Kernel kernel, RosenbrockMethod method, int count) {
      this.kernel = kernel;
      this.method = method;
      this.count = count;
      workspace = kernel.step(method, count).newWorkspace();
    }

    @Override
    public int count() {
      return count;
    }

    @Override
    public void attempt() {
      workspace.attempt();
    }
  }

  private final class KernelEvaluator implements Evaluator {
    private final Exposure.Cursor cursor = exposure.newCursor();
    private final double[] work = new double[kernel.workLength()];
    private final double[] effect = new double[Target.values().length];
    private final double[] effectPerHour = new double[effect.length];
    private final double[] computed = new double[kernel.readouts()];
    private final boolean[] all = new boolean[computed.length + LEVELS.length];
    private double evaluatedHours = Double.NaN;
    private int segmentsEntered = 1;

    KernelEvaluator() {
      Arrays.fill(all, true);
    }

    @Override
    public void enterSegment(int index) {
      cursor.enterSegment(index);
      evaluatedHours = Double.NaN;
      segmentsEntered++;
    }

    @Override
    public double inputTimeHours() {
      return cursor.quietFromHours() == Double.NEGATIVE_INFINITY
          ? Double.POSITIVE_INFINITY
          : INPUT_TIME_HOURS;
    }

    private void exposeAt(double tHours) {
      if (tHours != evaluatedHours) {
        cursor.evaluate(tHours, effect, effectPerHour);
        evaluatedHours = tHours;
      }
    }

    @Override
    public void rhs(double tHours, double[] y, double[] f) {
      exposeAt(tHours);
      kernel.rhs(y, prepared, effect, work, f);
    }

    @Override
    public void jacobian(double tHours, double[] y, double[] dfdy) {
      exposeAt(tHours);
      kernel.jacobian(y, prepared, effect, work, dfdy);
    }

    @Override
    public void timeDerivative(double tHours, double[] y, double[] dfdt) {
      exposeAt(tHours);
      kernel.inputDerivative(y, prepared, effect, effectPerHour, work, dfdt);
    }

    @Override
    public @Nullable String missingValue(double tHours, double[] y) {
      exposeAt(tHours);
      return MissingValue.in(equations, y, parameters, effect).orElse(null);
    }

    @Override
    public RosenbrockStep newStep(RosenbrockMethod method) {
      return new KernelStep(new KernelLanes(kernel, method, 1), 0);
    }

    @Override
    public @Nullable RosenbrockStep newStep(StepLanes lanes, int lane) {
      return lanes instanceof KernelLanes shared && shared.kernel == kernel
          ? new KernelStep(shared, lane)
          : null;
    }

    /** Steps made from the equations, fed with the drug effects at the instants of the method. */
    private final class KernelStep implements RosenbrockStep {
      private final KernelLanes lanes;
      private final int lane;
      private final StepKernel.Workspace workspace;
      private int seenSegment; // count of segments entered when all inputs were last set
      private int quietSegment; // the same when they were set and will not change

      KernelStep(KernelLanes lanes, int lane) {
        this.lanes = lanes;
        this.lane = lane;
        workspace = lanes.workspace;
      }

      @Override
      public void setTolerances(double[] absolute, double[] relative) {
        workspace.enter(lane, prepared, absolute, relative);
      }

      @Override
      public void propose(double tHours, double stepHours, double[] y) {
        workspace.propose(lane, stepHours, y);
        if (quietSegment == segmentsEntered) {
          return;
        }
        exposeAt(tHours);
        workspace.setInputs(lane, 0, effect);
        workspace.setInputsPerHour(lane, effectPerHour);
        boolean isQuiet = tHours >= cursor.quietFromHours();
        int instants = lanes.method.instants();
        if (isQuiet || seenSegment != segmentsEntered) {
          for (int i = 1; i < instants; i++) {
            workspace.setInputs(lane, i, effect);
          }
          seenSegment = segmentsEntered;
        }
        if (isQuiet) {
          quietSegment = segmentsEntered;
          return;
        }
        for (int i = 1; i < instants; i++) {
          double atHours = tHours + lanes.method.instant(i) * stepHours;
          cursor.effects(atHours, workspace.inputs(i), lane, lanes.count);
        }
      }

      @Override
      public void attempt() {
        lanes.attempt();
      }

      @Override
      public double error() {
        return workspace.error(lane);
      }

      @Override
      public void copyState(double[] to) {
        workspace.copyState(lane, to);
      }

      @Override
      public void copyStages(double[] to) {
        workspace.copyStages(lane, to);
      }
    }

    @Override
    public void readouts(double tHours, double[] y, double[] out) {
      readouts(tHours, y, all, out);
    }

    @Override
    public void readouts(double tHours, double[] y, boolean[] wanted, double[] out) {
      exposeAt(tHours);
      kernel.readouts(y, prepared, effect, work, computed);
      System.arraycopy(computed, 0, out, 0, computed.length);
      for (DrugLevel level : LEVELS) {
        int place = computed.length + level.ordinal();
        if (wanted[place]) { // takes longer than all the others
          out[place] = level.at(cursor, tHours);
        }
      }
    }
  }
}
