package org.capgate.viz;

import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A piece of text found in an SVG document.
 *
 * @param text its characters
 * @param box the area it covers in user units
 * @param upright false if it is turned
 */
record SvgText(String text, Rectangle2D box, boolean upright) {
  private static final Pattern MOVED = Pattern.compile("translate\\(([-\\d.]+)(?:,([-\\d.]+))?\\)");

  static Document parse(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError("not an XML document: " + e.getMessage(), e);
    }
  }

  static List<SvgText> all(String svg) {
    List<SvgText> found = new ArrayList<>();
    NodeList elements = parse(svg).getElementsByTagName("text");
    for (int i = 0; i < elements.getLength(); i++) {
      found.add(of((Element) elements.item(i)));
    }
    return found;
  }

  private static SvgText of(Element element) {
    double x = Double.parseDouble(element.getAttribute("x"));
    double y = Double.parseDouble(element.getAttribute("y"));
    double length = Double.parseDouble(element.getAttribute("textLength"));
    double size = Double.parseDouble(inherited(element, "font-size").replace("px", ""));
    // From the baseline: capitals and digits are 0.73 high, tails reach 0.24 below.
    Rectangle2D box = new Rectangle2D.Double(x, y - 0.73 * size, length, 0.97 * size);
    boolean upright = true;
    for (Node node = element; node instanceof Element one; node = one.getParentNode()) {
      Matcher moved = MOVED.matcher(one.getAttribute("transform"));
      if (moved.matches()) {
        double dy = moved.group(2) == null ? 0 : Double.parseDouble(moved.group(2));
        double dx = Double.parseDouble(moved.group(1));
        box =
            new Rectangle2D.Double(
                box.getX() + dx, box.getY() + dy, box.getWidth(), box.getHeight());
      } else {
        upright &= one.getAttribute("transform").isEmpty();
      }
    }
    return new SvgText(element.getTextContent(), box, upright);
  }

  private static String inherited(Element element, String attribute) {
    if (element.hasAttribute(attribute)) {
      return element.getAttribute(attribute);
    }
    return element.getParentNode() instanceof Element
        ? inherited((Element) element.getParentNode(), attribute)
        : "";
  }
}
