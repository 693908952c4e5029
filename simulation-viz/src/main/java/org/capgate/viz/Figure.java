package org.capgate.viz;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.AtomicFile;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.RectangleInsets;

/**
 * A finished figure: gives a chart, PNG or PDF bytes or SVG text, or writes files. Immutable; each
 * call draws anew. Neither a screen nor any global setting is needed.
 */
public final class Figure {
  private final FigureContent content;
  private final String description;
  private final Map<String, String> provenance;
  private final int widthPixels;
  private final int heightPixels;

  Figure(
      FigureContent content,
      String description,
      Map<String, String> provenance,
      FigureWidth width) {
    Fonts.require();
    this.content = content;
    this.description = description;
    this.provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    this.widthPixels = width.pixels();
    this.heightPixels = (int) content.naturalHeight(widthPixels);
  }

  /** Title as drawn at the top. */
  public String title() {
    return content.title();
  }

  /** What is shown, in one or two sentences: the alternative text of the figure. */
  public String description() {
    return description;
  }

  /** What the figure came from (version, seed, spec hash, command), also inside the files. */
  public Map<String, String> provenance() {
    return provenance;
  }

  /** Width on the page in millimetres. */
  public double widthMillimetres() {
    return widthPixels / FigureTheme.PIXELS_PER_MILLIMETRE;
  }

  /** Height on the page in millimetres. */
  public double heightMillimetres() {
    return heightPixels / FigureTheme.PIXELS_PER_MILLIMETRE;
  }

  /** A fresh chart, for showing in a window or notebook; changing it does not change the figure. */
  public JFreeChart chart() {
    JFreeChart chart = new JFreeChart(null, null, content.plot(), false);
    chart.setBackgroundPaint(FigureTheme.BACKGROUND);
    chart.setPadding(RectangleInsets.ZERO_INSETS);
    chart.setBorderVisible(false);
    chart.setAntiAlias(true);
    chart.setTextAntiAlias(true);
    return chart;
  }

  /** PNG of 300 dots per inch with the provenance as text chunks. */
  public byte[] png() {
    return png(chart());
  }

  private byte[] png(JFreeChart chart) {
    double scale = FigureTheme.DOTS_PER_INCH / FigureTheme.PIXELS_PER_INCH;
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(widthPixels * scale),
            (int) Math.round(heightPixels * scale),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D g2 = image.createGraphics();
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    g2.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g2.setPaint(FigureTheme.BACKGROUND);
    g2.fillRect(0, 0, image.getWidth(), image.getHeight());
    g2.scale(scale, scale);
    chart.draw(g2, area());
    g2.dispose();
    Map<String, String> text = new LinkedHashMap<>();
    text.put("Title", title());
    text.put("Description", description);
    text.putAll(provenance);
    return PngImage.encode(image, FigureTheme.DOTS_PER_INCH, text);
  }

  /** SVG document with the provenance as metadata; the same text each time. */
  public String svg() {
    return svg(chart());
  }

  private String svg(JFreeChart chart) {
    SvgDrawing drawing = SvgDrawing.titled(title());
    chart.draw(drawing, area());
    return drawing.document(widthPixels, heightPixels, title(), description, provenance);
  }

  /**
   * PDF of one page with the provenance as document properties; the same bytes each time on one
   * release of Java.
   */
  public byte[] pdf() {
    return pdf(chart());
  }

  private byte[] pdf(JFreeChart chart) {
    return PdfDocument.encode(chart, widthPixels, heightPixels, title(), description, provenance);
  }

  /** Writes the PNG completely or not at all. */
  public void writePng(Path file) {
    byte[] png = png();
    AtomicFile.write(file, out -> out.write(png));
  }

  /** Writes the SVG completely or not at all. */
  public void writeSvg(Path file) {
    AtomicFile.write(file, svg());
  }

  /** Writes the PDF completely or not at all. */
  public void writePdf(Path file) {
    byte[] pdf = pdf();
    AtomicFile.write(file, out -> out.write(pdf));
  }

  /** Writes NAME.png and NAME.svg into a folder and returns the two paths. */
  public List<Path> write(Path folder, String name) {
    return write(folder, name, List.of(FigureFormat.PNG, FigureFormat.SVG));
  }

  /** Writes a file of each format into a folder and returns the paths in the order asked for. */
  public List<Path> write(Path folder, String name, List<FigureFormat> formats) {
    JFreeChart chart = chart(); // made once for all, it takes as long as drawing
    List<byte[]> drawn = new ArrayList<>();
    for (FigureFormat format : formats) {
      drawn.add(bytes(chart, format));
    }
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < drawn.size(); i++) {
      Path file = folder.resolve(name + "." + formats.get(i).ending());
      byte[] bytes = drawn.get(i);
      AtomicFile.write(file, out -> out.write(bytes));
      files.add(file);
    }
    return List.copyOf(files);
  }

  private byte[] bytes(JFreeChart chart, FigureFormat format) {
    return switch (format) {
      case PNG -> png(chart);
      case SVG -> svg(chart).getBytes(StandardCharsets.UTF_8);
      case PDF -> pdf(chart);
    };
  }

  /** The same figure with its provenance in small print at the bottom. */
  public Figure withFooter() {
    StringBuilder line = new StringBuilder();
    provenance.forEach(
        (key, value) -> line.append(line.length() == 0 ? "" : " · ").append(key + " " + value));
    FigureWidth width =
        widthPixels == FigureWidth.ONE_COLUMN.pixels()
            ? FigureWidth.ONE_COLUMN
            : FigureWidth.TWO_COLUMNS;
    String note = content.footer().isEmpty() ? "" : content.footer() + " · ";
    return new Figure(content.withFooter(note + line), description, provenance, width);
  }

  private Rectangle2D area() {
    return new Rectangle2D.Double(0, 0, widthPixels, heightPixels);
  }
}
