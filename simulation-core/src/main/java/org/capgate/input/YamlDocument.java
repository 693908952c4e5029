package org.capgate.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document into a tree of {@link YamlNode}. Only plain data is accepted: no anchors,
 * aliases or tags, no second document, no repeated field, at most {@link #DEEPEST} levels and
 * {@link #LARGEST_CHARACTERS} characters, so that no document can cost more than its length.
 */
public final class YamlDocument {

  /** Most levels of nesting accepted. */
  public static final int DEEPEST = 20;

  /** Longest document accepted. */
  public static final int LARGEST_CHARACTERS = 1_000_000;

  private final SourceText source;
  private final Iterator<Event> events;

  private YamlDocument(SourceText source) {
    this.source = source;
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(LARGEST_CHARACTERS)
            .build();
    this.events = new Parse(settings).parseString(source.text()).iterator();
  }

  /** Reads a file whose root is a mapping. */
  public static YamlMapping read(Path path) {
    return read(SourceText.read(path));
  }

  /** Reads a text whose root is a mapping, for instance one of the {@link SeedFiles}. */
  public static YamlMapping read(SourceText source) {
    if (source.text().length() > LARGEST_CHARACTERS) {
      throw new InputException(
          new Place(source.name(), 0, 0),
          "is longer than the longest document accepted, " + LARGEST_CHARACTERS + " characters");
    }
    try {
      return new YamlDocument(source).root().asMapping();
    } catch (MarkedYamlEngineException e) {
      Place place =
          e.getProblemMark().map(mark -> place(source, mark)).orElse(Place.startOf(source.name()));
      throw new InputException(place, "is not valid YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new InputException(
          Place.startOf(source.name()), "is not valid YAML: " + String.valueOf(e.getMessage()), e);
    }
  }

  private YamlNode root() {
    Event event = events.next();
    while (event instanceof StreamStartEvent || event instanceof DocumentStartEvent) {
      event = events.next();
    }
    if (!(event instanceof NodeEvent)) {
      throw new InputException(Place.startOf(source.name()), "the document is empty");
    }
    YamlNode root = node(event, "", 0);
    while (events.hasNext()) {
      Event more = events.next();
      if (more instanceof DocumentStartEvent) {
        throw new InputException(place(more), "a second document starts here, one is expected");
      }
    }
    return root;
  }

  private YamlNode node(Event event, String path, int depth) {
    Place place = place(event);
    String where = path.isEmpty() ? "" : path + ": ";
    if (event instanceof AliasEvent || ((NodeEvent) event).getAnchor().isPresent()) {
      throw new InputException(place, where + "anchors (&) and aliases (*) are not accepted");
    }
    if (depth > DEEPEST) {
      throw new InputException(place, where + "is nested deeper than " + DEEPEST + " levels");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag().isPresent(), place, where);
      return new YamlScalar(place, path, scalar.getValue(), scalar.isPlain());
    }
    if (event instanceof SequenceStartEvent list) {
      refuseTag(list.getTag().isPresent(), place, where);
      List<YamlNode> items = new ArrayList<>();
      for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
        items.add(node(next, path + "[" + items.size() + "]", depth + 1));
      }
      return new YamlSequence(place, path, items);
    }
    refuseTag(((MappingStartEvent) event).getTag().isPresent(), place, where);
    return mapping(place, path, depth);
  }

  private YamlMapping mapping(Place place, String path, int depth) {
    Map<String, YamlNode> fields = new LinkedHashMap<>();
    Map<String, Place> namePlaces = new LinkedHashMap<>();
    for (Event key = events.next(); !(key instanceof MappingEndEvent); key = events.next()) {
      YamlNode name = node(key, path, depth + 1);
      if (!(name instanceof YamlScalar scalar)) {
        throw new InputException(
            name.place(), "a field name must be a word, but was " + name.describe());
      }
      String fieldPath = path.isEmpty() ? scalar.text() : path + "." + scalar.text();
      if (namePlaces.put(scalar.text(), scalar.place()) != null) {
        throw new InputException(
            scalar.place(), "field " + Names.quoted(fieldPath) + " is stated twice");
      }
      fields.put(scalar.text(), node(events.next(), fieldPath, depth + 1));
    }
    return new YamlMapping(place, path, fields, namePlaces);
  }

  private static void refuseTag(boolean tagged, Place place, String where) {
    if (tagged) {
      throw new InputException(place, where + "tags (!) are not accepted");
    }
  }

  private Place place(Event event) {
    return event
        .getStartMark()
        .map(mark -> place(source, mark))
        .orElse(Place.startOf(source.name()));
  }

  private static Place place(SourceText source, Mark mark) {
    return new Place(source.name(), mark.getLine() + 1, mark.getColumn() + 1);
  }
}
