package org.capgate.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.util.FastMath;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;

/**
 * The fitted parameters as points of the unit cube: the plausible range is spread evenly over [0,
 * 1], on a logarithmic scale where its lower end is above zero, else on a linear one.
 */
final class FreeParameters {
  private final ParameterSet base;
  private final List<Parameter> free;

  FreeParameters(ParameterSet base) {
    this.base = base;
    this.free = base.parameters().stream().filter(Parameter::isFitted).toList();
  }

  int count() {
    return free.size();
  }

  /** The point where the calibration starts. */
  double[] start() {
    return point(Parameter::start);
  }

  /** The point of the present values. */
  double[] present() {
    return point(Parameter::value);
  }

  /** The point of another set. */
  double[] point(ParameterSet set) {
    return point(parameter -> set.value(parameter.name()));
  }

  /** The parameters, one per dimension. */
  List<Parameter> parameters() {
    return free;
  }

  /** The parameter set at a point; points outside the cube are taken at its face. */
  ParameterSet at(double[] point) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < point.length; i++) {
      values.put(free.get(i).name(), value(free.get(i), Math.max(0, Math.min(1, point[i]))));
    }
    return base.with(values);
  }

  private double[] point(ToDoubleFunction<Parameter> value) {
    return free.stream()
        .mapToDouble(parameter -> coordinate(parameter, value.applyAsDouble(parameter)))
        .toArray();
  }

  private static double coordinate(Parameter parameter, double value) {
    return isLogarithmic(parameter)
        ? FastMath.log(value / parameter.low()) / FastMath.log(parameter.high() / parameter.low())
        : (value - parameter.low()) / (parameter.high() - parameter.low());
  }

  private static double value(Parameter parameter, double coordinate) {
    double value =
        isLogarithmic(parameter)
            ? parameter.low()
                * FastMath.exp(coordinate * FastMath.log(parameter.high() / parameter.low()))
            : parameter.low() + coordinate * (parameter.high() - parameter.low());
    return Math.max(parameter.low(), Math.min(parameter.high(), value));
  }

  private static boolean isLogarithmic(Parameter parameter) {
    return parameter.low() > 0;
  }
}
