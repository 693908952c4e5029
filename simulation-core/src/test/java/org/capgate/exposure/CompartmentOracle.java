package org.capgate.exposure;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.capgate.treatment.Cells;
import org.capgate.treatment.Compound;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;
import org.capgate.treatment.TargetAction;

/**
 * Compartments as a pharmacologist draws them: one of each for every compound, whatever it was
 * given as or formed from, and amounts that flow between central and peripheral ones. Nothing is
 * shared with the closed form but the numbers of the compound files. It goes from one time to the
 * next by the exponential of its matrix, of which no entry off the diagonal is negative: with the
 * diagonal shifted to 0 and above, every term of the series is positive and nothing cancels.
 */
final class CompartmentOracle {

  /** Terms of the series for a matrix of norm ≤ 1/2; (1/2)^18/18! is below rounding. */
  private static final int TERMS = 18;

  private final Map<String, Integer> indexOf = new LinkedHashMap<>();
  private final Map<Integer, Double> perHourInto = new TreeMap<>(); // what is infused, by state
  private double[][] perHour = {{0}}; // [to][from]; state 0 is what all infusions come from
  private double[] state = {0};

  private CompartmentOracle() {}

  /**
   * µmol/kg in depots, central and peripheral compartments, µM in brains and at trapping targets.
   */
  static CompartmentOracle inVivo(List<Compound> compounds, Species species) {
    CompartmentOracle oracle = new CompartmentOracle();
    for (Compound compound : compounds) {
      compound.kinetics(species).ifPresent(kinetics -> oracle.add(compound, kinetics));
    }
    for (Compound compound : compounds) { // metabolites are known by now
      compound.kinetics(species).ifPresent(kinetics -> oracle.addFormation(compound, kinetics));
    }
    compounds.forEach(oracle::addActuator);
    return oracle;
  }

  /** The cells of a slice follow the bath with a time constant of two minutes. */
  static CompartmentOracle inSlice(List<Compound> compounds) {
    CompartmentOracle oracle = new CompartmentOracle();
    for (Compound compound : compounds) {
      if (compound.kind() == Compound.Kind.DRUG) {
        int cells = oracle.add(compound + " brain", 30);
        oracle.addTraps(compound, cells);
      }
    }
    compounds.forEach(oracle::addActuator);
    return oracle;
  }

  private void add(Compound compound, Kinetics kinetics) {
    double volume = kinetics.central().volumeLitresPerKilogram();
    int central = add(compound + " central", 0);
    leave(central, kinetics.central().clearanceLitresPerHourPerKilogram() / volume);
    kinetics
        .peripheral()
        .ifPresent(
            tissue -> {
              double exchange = tissue.exchangeLitresPerHourPerKilogram();
              int peripheral = add(compound + " peripheral", 0);
              flow(central, peripheral, exchange / volume);
              flow(peripheral, central, exchange / tissue.volumeLitresPerKilogram());
            });
    double follows = kinetics.brain().equilibrationPerHour();
    int brain = add(compound + " brain", follows);
    perHour[brain][central] = follows * kinetics.brain().partitionCoefficient() / volume;
    addTraps(compound, brain);
    kinetics
        .routes()
        .forEach(
            (route, way) -> {
              if (route != Route.INTRAVENOUS) {
                int depot = add(compound + " " + route.word(), 0);
                flow(depot, central, way.ratePerHour());
                add(compound + " lost " + route.word(), way.ratePerHour());
              }
            });
    Kinetics.Absorption ventricle = kinetics.routes().get(Route.INTRACEREBROVENTRICULAR);
    if (ventricle != null) {
      int depot = index(compound + " icv");
      for (TargetAction action : compound.targets()) {
        if (action.isTrapping()) {
          perHour[index(compound + " " + action.target())][depot] =
              action.offPerHour() / ventricle.brainLitresPerKilogram();
        }
      }
    }
  }

  private void addTraps(Compound compound, int brain) {
    for (TargetAction action : compound.targets()) {
      if (action.isTrapping()) {
        int trap = add(compound + " " + action.target(), action.offPerHour());
        perHour[trap][brain] = action.offPerHour();
      }
    }
  }

  private void addFormation(Compound compound, Kinetics kinetics) {
    Kinetics.Central central = kinetics.central();
    double eliminated =
        central.clearanceLitresPerHourPerKilogram() / central.volumeLitresPerKilogram();
    for (Kinetics.Formation formed : kinetics.metabolites()) {
      int into = index(formed.compound() + " central");
      perHour[into][index(compound + " central")] += formed.fraction() * eliminated;
      kinetics
          .routes()
          .forEach(
              (route, way) -> {
                if (isAbsorbed(route)) {
                  perHour[into][index(compound + " lost " + route.word())] +=
                      formed.firstPassFraction() * way.ratePerHour();
                }
              });
    }
  }

  private static boolean isAbsorbed(Route route) {
    return switch (route) {
      case INTRAPERITONEAL, ORAL, INTRANASAL -> true;
      case INTRAVENOUS, INTRACEREBROVENTRICULAR, BATH -> false;
    };
  }

  private void addActuator(Compound compound) {
    compound
        .actuator()
        .ifPresent(
            actuator -> {
              for (Cells cells : Cells.values()) {
                add(compound + " " + cells.word(), actuator.relaxationPerHour());
              }
            });
  }

  private int add(String name, double leavesPerHour) {
    int index = state.length;
    indexOf.put(name, index);
    state = Arrays.copyOf(state, index + 1);
    double[][] larger = new double[index + 1][];
    for (int i = 0; i < index; i++) {
      larger[i] = Arrays.copyOf(perHour[i], index + 1);
    }
    larger[index] = new double[index + 1];
    perHour = larger;
    leave(index, leavesPerHour);
    return index;
  }

  private void leave(int from, double rate) {
    perHour[from][from] -= rate;
  }

  private void flow(int from, int to, double rate) {
    leave(from, rate);
    perHour[to][from] += rate;
  }

  private int index(String name) {
    Integer index = indexOf.get(name);
    if (index == null) {
      throw new IllegalArgumentException("no compartment " + name + " in " + indexOf.keySet());
    }
    return index;
  }

  /** Gives an amount at once. */
  void give(String compartment, double amount) {
    state[index(compartment)] += amount;
  }

  /** From now on these amounts enter per hour, and nothing else. */
  void infuse(Map<String, Double> amountsPerHour) {
    perHourInto.clear();
    amountsPerHour.forEach((name, rate) -> perHourInto.merge(index(name), rate, Double::sum));
    state[0] = perHourInto.values().stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 1; i < state.length; i++) {
      perHour[i][0] = state[0] == 0 ? 0 : perHourInto.getOrDefault(i, 0.0) / state[0];
    }
  }

  /** Lets time pass (h). */
  void advance(double hours) {
    double[][] exponential = exponential(perHour, hours);
    double[] before = state.clone();
    for (int i = 0; i < state.length; i++) {
      state[i] = 0;
      for (int j = 0; j < state.length; j++) {
        state[i] += exponential[i][j] * before[j];
      }
    }
  }

  /** What is in a compartment, 0 where there is no such compartment. */
  double in(String compartment) {
    Integer index = indexOf.get(compartment);
    return index == null ? 0 : state[index];
  }

  /** exp(A·t) = (exp(−s·τ)·exp((A + s)·τ))^(2^k) with τ = t/2^k. */
  private static double[][] exponential(double[][] perHour, double hours) {
    int size = perHour.length;
    double shift = 0;
    for (int i = 0; i < size; i++) {
      shift = Math.max(shift, -perHour[i][i]);
    }
    double norm = 0;
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        matrix[i][j] = (perHour[i][j] + (i == j ? shift : 0)) * hours;
        sum += matrix[i][j];
      }
      norm = Math.max(norm, sum);
    }
    int squarings = Math.max(0, Math.getExponent(norm) + 2);
    double scale = Math.scalb(1.0, -squarings);
    double decay = Math.exp(-shift * hours * scale);
    double[][] result = new double[size][size];
    for (int i = 0; i < size; i++) {
      result[i][i] = 1;
      for (int j = 0; j < size; j++) {
        matrix[i][j] *= scale;
      }
    }
    for (int term = TERMS; term >= 1; term--) { // Horner: 1 + A·(1 + A/2·(1 + A/3·(..)))
      result = product(matrix, result);
      for (int i = 0; i < size; i++) {
        for (int j = 0; j < size; j++) {
          result[i][j] = result[i][j] / term + (i == j ? 1 : 0);
        }
      }
    }
    for (double[] row : result) {
      for (int j = 0; j < size; j++) {
        row[j] *= decay;
      }
    }
    for (int squaring = 0; squaring < squarings; squaring++) {
      result = product(result, result);
    }
    return result;
  }

  private static double[][] product(double[][] left, double[][] right) {
    double[][] result = new double[left.length][left.length];
    for (int i = 0; i < left.length; i++) {
      for (int k = 0; k < left.length; k++) {
        if (left[i][k] != 0) { // most are
          for (int j = 0; j < left.length; j++) {
            result[i][j] += left[i][k] * right[k][j];
          }
        }
      }
    }
    return result;
  }
}
