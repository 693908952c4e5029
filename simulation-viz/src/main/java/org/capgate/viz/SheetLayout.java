package org.capgate.viz;

import java.awt.Font;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything on a sheet goes, in pixels. From top to bottom: title, rows of panels each under
 * its titles, the domain label, the legend, the footer. The legend moves into the free corner of
 * the grid if the last row is not full and it fits there.
 */
final class SheetLayout {
  private static final double MARGIN = 4;
  private static final double RIGHT_MARGIN = 12;
  private static final double ROW_GAP = 8;

  /** How far a panel title may reach beyond its panel. */
  private static final double TITLE_OVERHANG = 7;

  private static final double BLOCK_GAP = 7;
  private static final double TITLE_GAP = 3;

  private final List<String> titleLines;
  private final List<List<String>> panelTitleLines = new ArrayList<>();
  private final List<Rectangle2D> panels = new ArrayList<>();
  private final List<List<String>> rangeLabelLines = new ArrayList<>();
  private final List<String> footerLines;
  private final double domainLabelBaseline;
  private final Legend legend;
  private final double legendLeft;
  private final double legendTop;
  private final double footerTop;
  private final double height;

  private SheetLayout(SheetContent content, double width, double panelHeight) {
    double labelRoom = layOutRangeLabels(content, panelHeight);
    double left = MARGIN + labelRoom + content.leftRoom();
    int columns = content.columns();
    double across = width - left - RIGHT_MARGIN - (columns - 1) * content.columnGap();
    double panelWidth = Math.floor(across / columns);

    titleLines = lines(content.title(), FigureTheme.titleFont(), width - 2 * MARGIN);
    double y = MARGIN + blockHeight(titleLines, FigureTheme.titleFont(), BLOCK_GAP);
    double lastRowTop = y;
    for (int row = 0; row < content.rows(); row++) {
      y += row == 0 ? 0 : ROW_GAP;
      lastRowTop = y;
      y = Math.ceil(y + titlesOfRow(content, row, panelWidth));
      for (int i = row * columns; i < Math.min((row + 1) * columns, content.panels()); i++) {
        double x = Math.ceil(left) + (i - row * columns) * (panelWidth + content.columnGap());
        panels.add(new Rectangle2D.Double(x, y, panelWidth, Math.floor(panelHeight)));
      }
      y += Math.floor(panelHeight);
    }
    y += content.bottomRoom();
    domainLabelBaseline = y + 0.85 * FigureTheme.labelFont().getSize2D();
    y += Fonts.lineHeight(FigureTheme.labelFont());

    int free = content.rows() * columns - content.panels();
    double corner = width - RIGHT_MARGIN - free * panelWidth - (free - 1) * content.columnGap();
    double cornerTop = lastRowTop + content.bottomRoom() + BLOCK_GAP;
    Legend inCorner = new Legend(content.keys(), width - MARGIN - corner, 1);
    boolean fits =
        free > 0 && inCorner.height() <= y - cornerTop && inCorner.width() <= width - corner;
    if (fits) {
      legend = inCorner;
      legendLeft = corner + 4;
      legendTop = cornerTop;
    } else {
      legend = new Legend(content.keys(), width - 2 * MARGIN, Integer.MAX_VALUE);
      double centre = (panels.get(0).getMinX() + width - RIGHT_MARGIN) / 2;
      double centred = centre - legend.width() / 2;
      legendLeft = Math.max(MARGIN, Math.min(centred, width - MARGIN - legend.width()));
      legendTop = y + BLOCK_GAP;
      y += content.keys().isEmpty() ? 0 : BLOCK_GAP + legend.height();
    }
    footerLines = lines(content.footer(), FigureTheme.footerFont(), width - 2 * MARGIN);
    footerTop = y + BLOCK_GAP;
    y += blockHeight(footerLines, FigureTheme.footerFont(), BLOCK_GAP);
    height = Math.ceil(y + MARGIN);
  }

  /** Layout at the natural height of the figure. */
  static SheetLayout natural(SheetContent content, double width) {
    return new SheetLayout(content, width, content.panelHeight());
  }

  /** Layout that fills a given height: the panels take what the rest leaves. */
  static SheetLayout filling(SheetContent content, double width, double height) {
    SheetLayout natural = natural(content, width);
    double more = (height - natural.height) / content.rows();
    return Math.abs(more) < 1
        ? natural
        : new SheetLayout(content, width, Math.max(10, content.panelHeight() + more));
  }

  double height() {
    return height;
  }

  List<String> titleLines() {
    return titleLines;
  }

  double margin() {
    return MARGIN;
  }

  List<String> panelTitleLines(int panel) {
    return panelTitleLines.get(panel);
  }

  /** Data area of a panel. */
  Rectangle2D panel(int panel) {
    return panels.get(panel);
  }

  /** Area of several panels in a row of the grid or of the whole grid. */
  Rectangle2D panels(int first, int last) {
    return panels.get(first).createUnion(panels.get(last));
  }

  double domainLabelBaseline() {
    return domainLabelBaseline;
  }

  /** Lines of the n-th label beside the panels, from the left. */
  List<String> rangeLabelLines(int label) {
    return rangeLabelLines.get(label);
  }

  /** Baseline of the first line of a label beside the panels. */
  double rangeLabelBaseline() {
    return MARGIN + 0.85 * FigureTheme.labelFont().getSize2D();
  }

  Legend legend() {
    return legend;
  }

  double legendLeft() {
    return legendLeft;
  }

  double legendTop() {
    return legendTop;
  }

  List<String> footerLines() {
    return footerLines;
  }

  double footerTop() {
    return footerTop;
  }

  /**
   * Wraps the labels beside the panels to the height they stand at; returns the width they need.
   */
  private double layOutRangeLabels(SheetContent content, double panelHeight) {
    boolean shared = content.rangeLabels().size() == 1;
    double length = shared ? content.rows() * panelHeight : panelHeight;
    int most = 0;
    for (AxisLabel label : content.rangeLabels()) {
      List<String> lines = lines(label.text(), FigureTheme.labelFont(), length);
      rangeLabelLines.add(lines);
      most = Math.max(most, lines.size());
    }
    return most == 0 ? 0 : most * Fonts.lineHeight(FigureTheme.labelFont()) + 2;
  }

  private double titlesOfRow(SheetContent content, int row, double panelWidth) {
    Font font = FigureTheme.panelTitleFont();
    double highest = 0;
    for (int i = row * content.columns();
        i < Math.min((row + 1) * content.columns(), content.panels());
        i++) {
      List<String> lines = lines(content.panelTitles().get(i), font, panelWidth + TITLE_OVERHANG);
      panelTitleLines.add(lines);
      highest = Math.max(highest, blockHeight(lines, font, TITLE_GAP));
    }
    return highest;
  }

  private static List<String> lines(String text, Font font, double width) {
    return text.isEmpty() ? List.of() : Labels.wrap(text, font, width);
  }

  private static double blockHeight(List<String> lines, Font font, double gap) {
    return lines.isEmpty() ? 0 : lines.size() * Fonts.lineHeight(font) + gap;
  }
}
