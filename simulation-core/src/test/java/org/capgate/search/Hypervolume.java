package org.capgate.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Volume between a front and a point beyond it, for two or three aims, exactly. */
final class Hypervolume {
  private Hypervolume() {}

  static double of(List<double[]> front, double... reference) {
    List<double[]> inside = new ArrayList<>();
    for (double[] point : front) {
      boolean isInside = true;
      for (int i = 0; i < reference.length; i++) {
        isInside &= point[i] < reference[i];
      }
      if (isInside) {
        inside.add(point);
      }
    }
    return reference.length == 2 ? area(inside, reference) : volume(inside, reference);
  }

  private static double area(List<double[]> front, double[] reference) {
    List<double[]> sorted = new ArrayList<>(front);
    sorted.sort(Comparator.comparingDouble(point -> point[0]));
    double area = 0;
    double lowest = reference[1];
    for (double[] point : sorted) {
      if (point[1] < lowest) {
        area += (reference[0] - point[0]) * (lowest - point[1]);
        lowest = point[1];
      }
    }
    return area;
  }

  /** Slices along the last aim. */
  private static double volume(List<double[]> front, double[] reference) {
    List<double[]> sorted = new ArrayList<>(front);
    sorted.sort(Comparator.comparingDouble(point -> point[2]));
    double volume = 0;
    for (int i = 0; i < sorted.size(); i++) {
      double above = i + 1 < sorted.size() ? sorted.get(i + 1)[2] : reference[2];
      volume += (above - sorted.get(i)[2]) * area(sorted.subList(0, i + 1), reference);
    }
    return volume;
  }
}
