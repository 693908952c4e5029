package org.capgate.model;

import org.capgate.equations.Layout;
import org.capgate.treatment.CellClass;

/** A first guess of the reference state; most of it is exact by the way the model is normalised. */
final class RestGuess {
  private RestGuess() {}

  static double[] of(Layout variables, Layout parameters, double[] p) {
    double[] y = new double[variables.variables().size()];
    for (String name : new String[] {"glutamate", "bdnf"}) {
      y[variables.variable(name)] = 1;
    }
    y[variables.variable("plasticityThreshold")] = 0.1;
    for (String name :
        new String[] {"slowProteinExcitatory", "eligibilityExcitatory", "averageInhibition"}) {
      y[variables.variable(name)] = 1;
    }
    y[variables.variable("plasticityPermission")] = p[parameters.parameter("ungatedShare")];
    y[variables.variable("eif4fRestInhibitory")] = 0.1;
    for (CellClass cells : CellClass.values()) {
      String cell = Cell.suffix(cells);
      y[variables.variable("trkb" + cell)] = 1;
      y[variables.variable("phosphoEef2" + cell)] =
          1 / (1 + p[parameters.parameter("eef2KinaseHalf")]);
      double threshold = p[parameters.parameter("mtorc1Threshold" + cell)];
      double mtorc1 = 1 / (1 + threshold * threshold * threshold);
      y[variables.variable("mtorc1" + cell)] = mtorc1;
      double on = p[parameters.parameter("mtorc1On4ebp")] * mtorc1;
      y[variables.variable("phospho4ebp" + cell)] = on / (1 + on);
      y[variables.variable("rate" + cell + "Hertz")] =
          p[parameters.parameter("restRate" + cell + "Hertz")];
      y[variables.variable("freeEif4e" + cell + "Micromolar")] =
          0.02 * p[parameters.parameter("eif4eTotalMicromolar")];
    }
    return y;
  }
}
