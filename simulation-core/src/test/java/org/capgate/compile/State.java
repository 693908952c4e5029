package org.capgate.compile;

import java.util.Arrays;
import java.util.Random;

/**
 * Random arguments of a kernel and the results at them; every call gets fresh result arrays and a
 * dirty scratch array.
 */
final class State {
  final double[] y;
  final double[] p;
  final double[] u;
  final double[] uRate;

  State(Random random, Kernel kernel) {
    y = RandomSystems.values(random, kernel.variables());
    p = RandomSystems.values(random, kernel.parameters());
    u = RandomSystems.values(random, kernel.inputs());
    uRate = RandomSystems.values(random, kernel.inputs());
  }

  double[] rhs(Kernel kernel) {
    double[] f = new double[kernel.variables()];
    kernel.rhs(y, kernel.prepare(p), u, dirty(kernel), f);
    return f;
  }

  double[] jacobian(Kernel kernel) {
    double[] dfdy = new double[kernel.variables() * kernel.variables()];
    kernel.jacobian(y, kernel.prepare(p), u, dirty(kernel), dfdy);
    return dfdy;
  }

  double[] inputDerivative(Kernel kernel) {
    double[] dfdt = new double[kernel.variables()];
    kernel.inputDerivative(y, kernel.prepare(p), u, uRate, dirty(kernel), dfdt);
    return dfdt;
  }

  double[] readouts(Kernel kernel) {
    double[] out = new double[kernel.readouts()];
    kernel.readouts(y, kernel.prepare(p), u, dirty(kernel), out);
    return out;
  }

  private static double[] dirty(Kernel kernel) {
    double[] work = new double[kernel.workLength()];
    Arrays.fill(work, Double.NaN);
    return work;
  }
}
