package org.capgate.viz;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Leaves out points that cannot be seen: Douglas-Peucker in page units. Keeps SVG files small where
 * a run has thousands of samples; the line moves by less than {@value #TOLERANCE_PIXELS} pixels.
 */
public final class Thinning {
  static final double TOLERANCE_PIXELS = 0.06;

  private Thinning() {}

  /** Indices of the points to keep, ascending; first and last always are. */
  public static int[] keep(double[] xPixels, double[] yPixels) {
    int n = xPixels.length;
    boolean[] kept = new boolean[n];
    kept[0] = true;
    kept[n - 1] = true;
    Deque<int[]> pieces = new ArrayDeque<>();
    pieces.push(new int[] {0, n - 1});
    while (!pieces.isEmpty()) {
      int[] piece = pieces.pop();
      int farthest = farthest(xPixels, yPixels, piece[0], piece[1]);
      if (farthest > 0) {
        kept[farthest] = true;
        pieces.push(new int[] {piece[0], farthest});
        pieces.push(new int[] {farthest, piece[1]});
      }
    }
    int[] indices = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (kept[i]) {
        indices[count++] = i;
      }
    }
    return Arrays.copyOf(indices, count);
  }

  /** The point farthest from the chord between two others, or 0 if all are near enough. */
  private static int farthest(double[] x, double[] y, int from, int to) {
    double dx = x[to] - x[from];
    double dy = y[to] - y[from];
    double length = Math.sqrt(dx * dx + dy * dy);
    double worst = TOLERANCE_PIXELS;
    int farthest = 0;
    for (int i = from + 1; i < to; i++) {
      double px = x[i] - x[from];
      double py = y[i] - y[from];
      double distance =
          length == 0 ? Math.sqrt(px * px + py * py) : Math.abs(px * dy - py * dx) / length;
      if (distance > worst) {
        worst = distance;
        farthest = i;
      }
    }
    return farthest;
  }
}
