package org.capgate.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Sorts points into fronts: the first is beaten by none, the next by those before it alone. */
final class Fronts {
  private Fronts() {}

  /** Numbers of the points of each front, in their order. */
  static List<List<Integer>> of(List<Worth> worths) {
    int count = worths.size();
    int[] beatenBy = new int[count];
    List<List<Integer>> beats = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      beats.add(new ArrayList<>());
      for (int j = 0; j < count; j++) {
        if (worths.get(i).beats(worths.get(j))) {
          beats.get(i).add(j);
          beatenBy[j]++;
        }
      }
    }
    List<List<Integer>> fronts = new ArrayList<>();
    boolean[] isPlaced = new boolean[count];
    int placed = 0;
    while (placed < count) {
      List<Integer> front = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        if (!isPlaced[i] && beatenBy[i] == 0) {
          front.add(i);
        }
      }
      for (int i : front) {
        isPlaced[i] = true;
        beats.get(i).forEach(j -> beatenBy[j]--);
      }
      placed += front.size();
      fronts.add(front);
    }
    return fronts;
  }

  /**
   * How much room each point of a front has: the sides of the box between its neighbours, as shares
   * of the front; infinite at an end (Deb 2002, section III B).
   */
  static double[] room(List<Integer> front, List<Worth> worths) {
    double[] room = new double[front.size()];
    Integer[] order = new Integer[front.size()];
    Arrays.setAll(order, i -> i);
    int aims = worths.get(front.get(0)).count();
    for (int aim = 0; aim < aims; aim++) {
      int which = aim;
      Arrays.sort(
          order,
          Comparator.comparingDouble((Integer i) -> worths.get(front.get(i)).aim(which))
              .thenComparing(Comparator.naturalOrder()));
      double low = worths.get(front.get(order[0])).aim(aim);
      double high = worths.get(front.get(order[order.length - 1])).aim(aim);
      room[order[0]] = Double.POSITIVE_INFINITY;
      room[order[order.length - 1]] = Double.POSITIVE_INFINITY;
      for (int i = 1; i < order.length - 1 && high > low; i++) {
        room[order[i]] +=
            (worths.get(front.get(order[i + 1])).aim(aim)
                    - worths.get(front.get(order[i - 1])).aim(aim))
                / (high - low);
      }
    }
    return room;
  }
}
