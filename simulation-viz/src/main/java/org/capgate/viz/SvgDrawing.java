package org.capgate.viz;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.DOMGroupManager;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws into SVG. Text stays text, so that it can be searched, read aloud and edited; each piece
 * states the length it had when laid out ({@code textLength}), so that nothing overlaps on a
 * machine with other fonts. Repeated drawing gives the same bytes: no dates, fixed decimals, ids
 * counted up.
 */
final class SvgDrawing extends SVGGraphics2D {
  private static final String SVG = "http://www.w3.org/2000/svg";

  /** Fonts of the same widths first: Verdana and DejaVu Sans have a common ancestor. */
  private static final String FAMILIES = "'DejaVu Sans', Verdana, sans-serif";

  private static final String HEADER = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  private static final int DECIMALS = 2;

  private final Graphics2D measure;

  private SvgDrawing(SVGGeneratorContext context) {
    super(context, false);
    measure = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    measure.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    measure.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  private SvgDrawing(SvgDrawing parent) {
    super(parent);
    measure = parent.measure;
  }

  /** An empty drawing whose ids differ from those of a drawing with another title. */
  static SvgDrawing titled(String title) {
    Document document =
        GenericDOMImplementation.getDOMImplementation().createDocument(SVG, "svg", null);
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setComment(null);
    context.setPrecision(DECIMALS);
    CRC32 hash = new CRC32();
    hash.update(title.getBytes(StandardCharsets.UTF_8));
    String prefix = "f" + Long.toHexString(hash.getValue()) + "-";
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String kind) {
            return prefix + super.generateID(kind);
          }
        });
    return new SvgDrawing(context);
  }

  /** The finished document. */
  String document(
      double widthPixels,
      double heightPixels,
      String title,
      String description,
      Map<String, String> provenance) {
    Element root = getRoot();
    removeEmptyDefinitions(root);
    root.setAttributeNS(null, "width", millimetres(widthPixels));
    root.setAttributeNS(null, "height", millimetres(heightPixels));
    root.setAttributeNS(null, "viewBox", "0 0 " + number(widthPixels) + " " + number(heightPixels));
    root.setAttributeNS(null, "role", "img");
    // Some renderers move curves to whole pixels unless told that they are exact.
    root.setAttributeNS(null, "shape-rendering", "geometricPrecision");
    StringBuilder lines = new StringBuilder("\n");
    provenance.forEach((key, value) -> lines.append(key + ": " + value + "\n"));
    root.insertBefore(child("metadata", lines.toString()), root.getFirstChild());
    root.insertBefore(child("desc", description), root.getFirstChild());
    root.insertBefore(child("title", title), root.getFirstChild());
    StringWriter writer = new StringWriter(1 << 16);
    try {
      stream(root, writer, false, false);
    } catch (SVGGraphics2DIOException e) {
      throw new FigureException("figure '" + title + "' cannot be written as SVG", e);
    }
    // Batik's header points to a document type on the network and cannot stand inside a page.
    String text = writer.toString();
    return HEADER + text.substring(text.indexOf("<svg")).strip() + "\n";
  }

  /** Batik gives every document the same empty element with the same id. */
  private static void removeEmptyDefinitions(Element root) {
    Node first = root.getFirstChild();
    if (first != null && first.getNodeName().equals("defs") && !first.hasChildNodes()) {
      root.removeChild(first);
    }
  }

  @Override
  public Graphics create() {
    return new SvgDrawing(this);
  }

  @Override
  public void drawString(String text, float x, float y) {
    if (text.isBlank()) {
      return;
    }
    Element element = getDOMFactory().createElementNS(SVG, "text");
    element.setAttributeNS(null, "x", number(x));
    element.setAttributeNS(null, "y", number(y));
    element.setAttributeNS(null, "font-family", FAMILIES);
    element.setAttributeNS(null, "stroke", "none");
    element.setAttributeNS(null, "textLength", number(Fonts.width(text, getFont())));
    element.setAttributeNS(null, "lengthAdjust", "spacingAndGlyphs");
    element.appendChild(getDOMFactory().createTextNode(text));
    getDOMGroupManager().addElement(element, DOMGroupManager.FILL);
  }

  /** Metrics of the unhinted font, as in the PNG; Batik's own are rounded to the pixel. */
  @Override
  public FontMetrics getFontMetrics(Font font) {
    return measure.getFontMetrics(font);
  }

  @Override
  public FontRenderContext getFontRenderContext() {
    return Fonts.CONTEXT;
  }

  private Element child(String name, String text) {
    Element element = getDOMFactory().createElementNS(SVG, name);
    element.appendChild(getDOMFactory().createTextNode(text));
    return element;
  }

  private String number(double pixels) {
    return getGeneratorContext().doubleString(pixels);
  }

  private String millimetres(double pixels) {
    return number(pixels / FigureTheme.PIXELS_PER_MILLIMETRE) + "mm";
  }
}
