package org.capgate.viz;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Arrays;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.jspecify.annotations.Nullable;

/** A value at every combination of two things that were varied, as a coloured cell each. */
public final class HeatMap extends FigureBuilder<HeatMap> {
  private static final double GAP_PIXELS = 10;
  private static final double MOST_CELL_PIXELS = 40;

  private List<String> columns = List.of();
  private List<String> rows = List.of();
  private AxisLabel across = AxisLabel.dimensionless("x");
  private AxisLabel upward = AxisLabel.dimensionless("y");
  private AxisLabel value = AxisLabel.dimensionless("Value");
  private double[][] cells = new double[0][0];

  private HeatMap(String title) {
    super(title, FigureWidth.ONE_COLUMN);
  }

  /** One column wide unless told otherwise. */
  public static HeatMap titled(String title) {
    return new HeatMap(title);
  }

  /** What is varied from left to right, and its values as they are printed. */
  public HeatMap across(AxisLabel label, List<String> values) {
    across = label;
    columns = values.stream().map(one -> Labels.clean("value", one)).toList();
    return this;
  }

  /** What is varied from below to above, and its values as they are printed. */
  public HeatMap upward(AxisLabel label, List<String> values) {
    upward = label;
    rows = values.stream().map(one -> Labels.clean("value", one)).toList();
    return this;
  }

  /** What the colours show. */
  public HeatMap value(AxisLabel label) {
    value = label;
    return this;
  }

  /**
   * The values.
   *
   * @param values [column][row], as many as were named; NaN where there is none
   */
  public HeatMap cells(double[][] values) {
    cells = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    return this;
  }

  @Override
  HeatMap self() {
    return this;
  }

  @Override
  SheetContent content() {
    if (columns.isEmpty()
        || rows.isEmpty()
        || cells.length != columns.size()
        || Arrays.stream(cells).anyMatch(column -> column.length != rows.size())) {
      throw new IllegalArgumentException(
          "heat map '%s' must have a cell for each of %s x %s values"
              .formatted(title(), columns.size(), rows.size()));
    }
    double[] known =
        Arrays.stream(cells).flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    if (known.length == 0) {
      throw new IllegalArgumentException("heat map '" + title() + "' has no value");
    }
    Interval range =
        Interval.notEmpty(
            Arrays.stream(known).min().orElse(0), Arrays.stream(known).max().orElse(1));
    ColourScale scale = new ColourScale(range.low(), range.high());
    double widestRow = Labels.widest(rows, FigureTheme.tickFont());
    double panelWidth = width().pixels() - widestRow - 40;
    double panelHeight =
        Math.round(Math.min(MOST_CELL_PIXELS * rows.size(), Math.min(0.7 * width().pixels(), 300)));
    double widestColumn = Labels.widest(columns, FigureTheme.tickFont());
    int everyColumn = every(columns.size(), panelWidth, widestColumn + GAP_PIXELS);
    int everyRow = every(rows.size(), panelHeight, Fonts.lineHeight(FigureTheme.tickFont()));
    double[][] fixed = cells;
    List<String> columnTexts = columns;
    List<String> rowTexts = rows;
    return new SheetContent(
        title(),
        List.of(value.text()),
        () -> List.of(plot(fixed, scale, axis(columnTexts, everyColumn), axis(rowTexts, everyRow))),
        1,
        across,
        List.of(upward),
        scale.keys(known.length < columns.size() * rows.size()),
        widestRow + Axes.TICK_ROOM_PIXELS,
        FigureTheme.tickFont().getSize2D() * 1.3 + Axes.TICK_ROOM_PIXELS,
        panelHeight,
        "");
  }

  /** Every how many-th of so many labels there is room for. */
  private static int every(int count, double pixels, double each) {
    return (int) Math.max(1, Math.ceil(count * each / pixels));
  }

  private static NumberAxis axis(List<String> texts, int every) {
    NumberAxis axis = Axes.number(new Interval(-0.5, texts.size() - 0.5), every);
    axis.setTickUnit(new NumberTickUnit(every, new Named(texts)), false, true);
    return axis;
  }

  private static XYPlot plot(
      double[][] cells, ColourScale scale, NumberAxis domain, NumberAxis range) {
    int count = cells.length * cells[0].length;
    double[][] data = new double[3][count];
    int cell = 0;
    for (int x = 0; x < cells.length; x++) {
      for (int y = 0; y < cells[x].length; y++) {
        data[0][cell] = x;
        data[1][cell] = y;
        data[2][cell++] = cells[x][y];
      }
    }
    DefaultXYZDataset dataset = new DefaultXYZDataset();
    dataset.addSeries("cells", data);
    XYBlockRenderer renderer = new XYBlockRenderer();
    renderer.setPaintScale(scale);
    XYPlot plot = new XyPanel(domain, range).plot();
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlinesVisible(false);
    plot.setDataset(dataset);
    plot.setRenderer(renderer);
    return plot;
  }

  /** Prints the text that belongs to a whole number. */
  private static final class Named extends NumberFormat {
    private static final long serialVersionUID = 1L;

    private final transient List<String> texts;

    Named(List<String> texts) {
      this.texts = texts;
    }

    @Override
    public StringBuffer format(double number, StringBuffer to, FieldPosition position) {
      int index = (int) Math.rint(number);
      return to.append(index >= 0 && index < texts.size() ? texts.get(index) : "");
    }

    @Override
    public StringBuffer format(long number, StringBuffer to, FieldPosition position) {
      return format((double) number, to, position);
    }

    @Override
    public @Nullable Number parse(String source, ParsePosition position) {
      return null;
    }
  }
}
