package org.capgate.viz;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;

/**
 * How one series is drawn: colour, line pattern and marker, which all change together so that each
 * alone tells the series apart.
 *
 * @param colour of line and marker
 * @param stroke width and pattern of the line
 * @param marker around the origin; none for a reference line
 */
record LineStyle(Color colour, BasicStroke stroke, @Nullable Shape marker) {
  private static final float[][] PATTERNS = {
    {}, {7, 3}, {2, 2}, {9, 3, 2, 3}, {4, 2}, {12, 3, 2, 3, 2, 3}, {3, 5}
  };
  private static final float WIDTH = 1.6f;
  private static final float REFERENCE_WIDTH = 3.2f;
  private static final double RADIUS = 2.7;
  private static final int MARKERS = 7; // not as many as colours

  /** Style of the n-th series, from 0. No colour comes twice. */
  static LineStyle series(int index) {
    Color colour = FigureTheme.series(index);
    return new LineStyle(colour, stroke(WIDTH, PATTERNS[index % PATTERNS.length]), marker(index));
  }

  /** Style of the n-th reference line, from 0: grey, broad, behind the others. */
  static LineStyle reference(int index) {
    float[] pattern = PATTERNS[index % PATTERNS.length];
    return new LineStyle(FigureTheme.reference(index), stroke(REFERENCE_WIDTH, pattern), null);
  }

  /** Style of a step on a ladder: solid, the darker the higher. */
  static LineStyle step(int step, int steps) {
    return new LineStyle(FigureTheme.sequential(step, steps), stroke(WIDTH, PATTERNS[0]), null);
  }

  /** The same for a line that carries no markers. */
  LineStyle withoutMarker() {
    return new LineStyle(colour, stroke, null);
  }

  /** The same with a marker that stands out among points. */
  LineStyle enlarged() {
    Shape larger =
        marker == null
            ? null
            : AffineTransform.getScaleInstance(2, 2).createTransformedShape(marker);
    return new LineStyle(colour, stroke, larger);
  }

  /** The same with a disc at its points. */
  LineStyle withDisc() {
    return new LineStyle(colour, stroke, marker(0));
  }

  private static BasicStroke stroke(float width, float[] pattern) {
    return pattern.length == 0
        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
        : new BasicStroke(
            width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, pattern.clone(), 0f);
  }

  /** One round of colours later every colour has another marker. */
  private static Shape marker(int index) {
    double half = 0.9 * RADIUS;
    return switch (index % MARKERS) {
      case 0 -> new Ellipse2D.Double(-RADIUS, -RADIUS, 2 * RADIUS, 2 * RADIUS);
      case 1 -> polygon(0, -1.3, 1.25, 0.9, -1.25, 0.9);
      case 2 -> new Rectangle2D.Double(-half, -half, 2 * half, 2 * half);
      case 3 -> polygon(0, -1.45, 1.2, 0, 0, 1.45, -1.2, 0);
      case 4 -> polygon(0, 1.3, 1.25, -0.9, -1.25, -0.9);
      case 5 ->
          polygon(
              -0.4, -1.3, 0.4, -1.3, 0.4, -0.4, 1.3, -0.4, 1.3, 0.4, 0.4, 0.4, 0.4, 1.3, -0.4, 1.3,
              -0.4, 0.4, -1.3, 0.4, -1.3, -0.4, -0.4, -0.4);
      default -> polygon(-1.1, -1.1, 1.1, -1.1, -1.1, 1.1, 1.1, 1.1);
    };
  }

  /** Corners x, y in marker radii. */
  private static Shape polygon(double... corners) {
    Path2D path = new Path2D.Double();
    path.moveTo(RADIUS * corners[0], RADIUS * corners[1]);
    for (int i = 2; i < corners.length; i += 2) {
      path.lineTo(RADIUS * corners[i], RADIUS * corners[i + 1]);
    }
    path.closePath();
    return path;
  }
}
