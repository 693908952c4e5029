package org.capgate.sbml;

import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An indented XML document, element by element; equal input gives equal bytes. */
final class Xml {
  /** Writes what an element holds. */
  @FunctionalInterface
  interface Content {
    void write(Xml xml);
  }

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter out;
  private final Deque<Boolean> hasElements = new ArrayDeque<>();

  private Xml() {
    try {
      out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The document in UTF-8 that the content writes as one element. */
  static String document(Content content) {
    Xml xml = new Xml();
    xml.text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    content.write(xml);
    xml.attempt(xml.out::flush);
    return xml.text.append('\n').toString();
  }

  /** An element without content; attributes are name, value, name, value. */
  void element(String name, String... attributes) {
    attempt(
        () -> {
          newLine();
          out.writeEmptyElement(name);
          attributes(attributes);
        });
  }

  /** An element that holds elements. */
  void element(String name, Map<String, String> attributes, Content content) {
    attempt(
        () -> {
          newLine();
          out.writeStartElement(name);
          for (Map.Entry<String, String> one : attributes.entrySet()) {
            out.writeAttribute(one.getKey(), one.getValue());
          }
        });
    hasElements.push(false);
    content.write(this);
    boolean isFilled = hasElements.pop();
    attempt(
        () -> {
          if (isFilled) {
            indent();
          }
          out.writeEndElement();
        });
  }

  /** An element that holds elements. */
  void element(String name, Content content) {
    element(name, Map.of(), content);
  }

  /** An element that holds a text. */
  void text(String name, String words, String... attributes) {
    attempt(
        () -> {
          newLine();
          out.writeStartElement(name);
          attributes(attributes);
          out.writeCharacters(words);
          out.writeEndElement();
        });
  }

  private void attributes(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void newLine() throws XMLStreamException {
    if (!hasElements.isEmpty()) {
      hasElements.pop();
      hasElements.push(true);
    }
    indent();
  }

  private void indent() throws XMLStreamException {
    out.writeCharacters("\n" + "  ".repeat(hasElements.size()));
  }

  private interface Step {
    void run() throws XMLStreamException;
  }

  private void attempt(Step step) {
    try {
      step.run();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text in memory can always be written", e);
    }
  }
}
