package org.capgate.viz;

import java.awt.geom.Rectangle2D;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
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
    return new SvgText(element.getTextContent(), box, inherited(element, "transform").isEmpty());
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
