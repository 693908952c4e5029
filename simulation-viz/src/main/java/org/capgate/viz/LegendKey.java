package org.capgate.viz;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** One entry of the legend: a text and the sign it explains. */
sealed interface LegendKey {
  /** Room for the sign. */
  double SIGN_WIDTH = 30;

  String text();

  /** Draws the sign centred in a box of {@link #SIGN_WIDTH} around the height {@code y}. */
  void drawSign(Graphics2D g2, double x, double y);

  /** A line with its marker. */
  record Line(String text, LineStyle style) implements LegendKey {
    @Override
    public void drawSign(Graphics2D g2, double x, double y) {
      g2.setPaint(style.colour());
      g2.setStroke(style.stroke());
      g2.draw(new Line2D.Double(x, y, x + SIGN_WIDTH, y));
      Shape marker = style.marker();
      if (marker != null) {
        double middle = x + SIGN_WIDTH / 2;
        g2.fill(AffineTransform.getTranslateInstance(middle, y).createTransformedShape(marker));
      }
    }
  }

  /** A single point, filled or open. */
  record Point(String text, boolean filled) implements LegendKey {
    @Override
    public void drawSign(Graphics2D g2, double x, double y) {
      Shape disc =
          AffineTransform.getTranslateInstance(x + SIGN_WIDTH / 2, y)
              .createTransformedShape(XyPanel.DISC);
      g2.setPaint(filled ? FigureTheme.TEXT : FigureTheme.BACKGROUND);
      g2.fill(disc);
      g2.setPaint(FigureTheme.TEXT);
      g2.setStroke(XyPanel.DISC_OUTLINE);
      g2.draw(disc);
    }
  }

  /** A marker without a line. */
  record Mark(String text, LineStyle style) implements LegendKey {
    @Override
    public void drawSign(Graphics2D g2, double x, double y) {
      Shape marker = style.marker();
      if (marker != null) {
        g2.setPaint(style.colour());
        double middle = x + SIGN_WIDTH / 2;
        g2.fill(AffineTransform.getTranslateInstance(middle, y).createTransformedShape(marker));
      }
    }
  }

  /** A filled bar. */
  record Bar(String text, Color colour) implements LegendKey {
    @Override
    public void drawSign(Graphics2D g2, double x, double y) {
      g2.setPaint(colour);
      g2.fill(new Rectangle2D.Double(x + SIGN_WIDTH - 16, y - 4.5, 16, 9));
    }
  }

  /** A bar between the bounds of what was found, open above. */
  record Found(String text) implements LegendKey {
    @Override
    public void drawSign(Graphics2D g2, double x, double y) {
      FoundMarks.drawOne(g2, x + SIGN_WIDTH / 2, y + 6, y - 6, false, true);
    }
  }

  /** The mark of a dose. */
  record Dose(String text, boolean triangle) implements LegendKey {
    @Override
    public void drawSign(Graphics2D g2, double x, double y) {
      DoseMarks.drawOne(g2, x + SIGN_WIDTH / 2, y - 3, triangle);
    }
  }
}
