package org.capgate.sbml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.capgate.input.InputException;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.io.ScenarioFile;
import org.capgate.treatment.CompoundCatalogue;

/**
 * The SBML model of a PEtab problem, read back: it states the scenarios it was made from, and is
 * accepted when it is what CapGate makes of them, whatever a tool did to its blanks and the order
 * of its attributes.
 */
final class PetabSource {
  private static final String OWN = SbmlDocument.Origin.NAMESPACE;

  /** What an element or a text says, and where. */
  private record Said(String what, int line) {}

  private final SourceText source;
  private final List<Said> all = new ArrayList<>();
  private String scenarios = "";
  private String start = "";
  private String part = "";
  private int line;

  private PetabSource(SourceText source) {
    this.source = source;
    try {
      read(reader(source.text()));
    } catch (XMLStreamException e) {
      int at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
      throw new InputException(new Place(source.name(), at, 0), "is not valid XML", e);
    }
  }

  /**
   * The model that a file states.
   *
   * @throws InputException when it is no model that CapGate exported, or was changed
   */
  static PetabModel read(SourceText source) {
    PetabSource read = new PetabSource(source);
    if (read.scenarios.isEmpty()) {
      throw new InputException(
          new Place(source.name(), 0, 0),
          "is no model that CapGate exported: it has no annotation <%s xmlns=\"%s\">, and other models cannot be fitted"
              .formatted(SbmlDocument.Origin.ELEMENT, OWN));
    }
    ScenarioFile file =
        ScenarioFile.read(
            new SourceText(source.name() + " (annotation)", read.scenarios),
            CompoundCatalogue.standard());
    double startHours = read.number("startHours", read.start);
    if (startHours > file.span().startHours()) {
      throw read.complaint(
          "startHours must be at most %s h, when the first of it is given, but was %s"
              .formatted(Digits.of(file.span().startHours()), read.start));
    }
    List<PetabModel> models = PetabModel.of(file, startHours);
    double number = read.number("part", read.part);
    if (!(number >= 1 && number <= models.size() && number == Math.rint(number))) {
      throw read.complaint(
          "part must be between 1 and %s, but was %s".formatted(models.size(), read.part));
    }
    PetabModel model = models.get((int) number - 1);
    read.requireEqual(new PetabSource(new SourceText("", model.sbml())));
    return model;
  }

  private double number(String name, String text) {
    return Numbers.parse(text)
        .orElseThrow(() -> complaint("%s must be a number, but was '%s'".formatted(name, text)));
  }

  private InputException complaint(String what) {
    return new InputException(new Place(source.name(), line, 0), what);
  }

  private void requireEqual(PetabSource made) {
    for (int i = 0; i < Math.max(all.size(), made.all.size()); i++) {
      String here = i < all.size() ? all.get(i).what() : "nothing";
      String there = i < made.all.size() ? made.all.get(i).what() : "nothing";
      if (!here.equals(there)) {
        throw new InputException(
            new Place(source.name(), i < all.size() ? all.get(i).line() : 0, 0),
            "was changed, or made by another version: has %s where the scenarios in its annotation give %s; change the scenarios and export again"
                .formatted(here, there));
      }
    }
  }

  private static XMLStreamReader reader(String text) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory.createXMLStreamReader(new StringReader(text));
  }

  private void read(XMLStreamReader xml) throws XMLStreamException {
    int ignored = 0; // depth inside notes or the own annotation
    while (xml.hasNext()) {
      int event = xml.next();
      int at = xml.getLocation().getLineNumber();
      if (event == XMLStreamConstants.START_ELEMENT) {
        boolean isOwn = OWN.equals(xml.getNamespaceURI());
        if (isOwn) {
          line = at;
          start = attribute(xml, "startHours");
          part = attribute(xml, "part");
          scenarios = xml.getElementText();
        } else if (ignored > 0 || xml.getLocalName().equals("notes")) {
          ignored++;
        } else {
          all.add(new Said(element(xml), at));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        ignored = Math.max(0, ignored - 1);
      } else if (event == XMLStreamConstants.CHARACTERS && ignored == 0 && !xml.isWhiteSpace()) {
        all.add(new Said(value(xml.getText().strip()), at));
      }
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }

  private static String element(XMLStreamReader xml) {
    TreeMap<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), value(xml.getAttributeValue(i)));
    }
    return attributes.isEmpty()
        ? "<%s>".formatted(xml.getLocalName())
        : "<%s %s>".formatted(xml.getLocalName(), attributes);
  }

  /** Numbers in one spelling. */
  private static String value(String text) {
    return Numbers.parse(text).isPresent() ? Digits.of(Numbers.parse(text).orElseThrow()) : text;
  }
}
