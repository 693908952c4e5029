package org.capgate.viz;

import java.awt.Font;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;

/** The legend as a block of columns, outside the panels. */
final class Legend {
  private static final double SIGN_GAP = 5;
  private static final double COLUMN_GAP = 16;
  private static final double ROW_GAP = 3;

  private final List<LegendKey> keys;
  private final List<List<String>> texts = new ArrayList<>();
  private final Font font = FigureTheme.labelFont();
  private final double[] columnWidths;

  /** Lays out the entries in at most {@code widthPixels}, in at most {@code mostColumns}. */
  Legend(List<LegendKey> keys, double widthPixels, int mostColumns) {
    this.keys = List.copyOf(keys);
    for (LegendKey key : keys) {
      texts.add(Labels.wrap(key.text(), font, widthPixels - LegendKey.SIGN_WIDTH - SIGN_GAP));
    }
    int columns = Math.max(1, Math.min(mostColumns, keys.size()));
    double[] widths = columnWidths(columns);
    while (columns > 1 && total(widths) > widthPixels) {
      columns--;
      widths = columnWidths(columns);
    }
    columnWidths = widths;
  }

  private double[] columnWidths(int columns) {
    double[] widths = new double[columns];
    for (int i = 0; i < texts.size(); i++) {
      double width = LegendKey.SIGN_WIDTH + SIGN_GAP + Labels.widest(texts.get(i), font);
      widths[i % columns] = Math.max(widths[i % columns], width);
    }
    return widths;
  }

  private static double total(double[] widths) {
    double total = (widths.length - 1) * COLUMN_GAP;
    for (double width : widths) {
      total += width;
    }
    return total;
  }

  double width() {
    return total(columnWidths);
  }

  double height() {
    double height = 0;
    for (int first = 0; first < keys.size(); first += columnWidths.length) {
      height += rowHeight(first) + (first == 0 ? 0 : ROW_GAP);
    }
    return height;
  }

  void draw(Graphics2D g2, double left, double top) {
    double y = top;
    for (int first = 0; first < keys.size(); first += columnWidths.length) {
      double x = left;
      for (int i = first; i < Math.min(first + columnWidths.length, keys.size()); i++) {
        drawEntry(g2, i, x, y);
        x += columnWidths[i - first] + COLUMN_GAP;
      }
      y += rowHeight(first) + ROW_GAP;
    }
  }

  private void drawEntry(Graphics2D g2, int entry, double x, double top) {
    double lineHeight = Fonts.lineHeight(font);
    keys.get(entry).drawSign(g2, x, top + lineHeight / 2);
    g2.setPaint(FigureTheme.TEXT);
    g2.setFont(font);
    double baseline = top + lineHeight / 2 + Fonts.capHeight(font) / 2;
    for (String line : texts.get(entry)) {
      g2.drawString(line, (float) (x + LegendKey.SIGN_WIDTH + SIGN_GAP), (float) baseline);
      baseline += lineHeight;
    }
  }

  private double rowHeight(int first) {
    int lines = 1;
    for (int i = first; i < Math.min(first + columnWidths.length, keys.size()); i++) {
      lines = Math.max(lines, texts.get(i).size());
    }
    return lines * Fonts.lineHeight(font);
  }
}
