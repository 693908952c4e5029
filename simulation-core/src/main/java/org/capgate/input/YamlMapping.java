package org.capgate.input;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Named fields of a YAML document, in the order of the document. Immutable. */
public final class YamlMapping implements YamlNode {

  private final Place place;
  private final String path;
  private final Map<String, YamlNode> fields;
  private final Map<String, Place> namePlaces;

  YamlMapping(
      Place place, String path, Map<String, YamlNode> fields, Map<String, Place> namePlaces) {
    this.place = place;
    this.path = path;
    this.fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    this.namePlaces = Map.copyOf(namePlaces);
  }

  @Override
  public Place place() {
    return place;
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public String describe() {
    return "a mapping";
  }

  @Override
  public YamlMapping asMapping() {
    return this;
  }

  /** The fields in the order of the document, unmodifiable. */
  public Map<String, YamlNode> fields() {
    return fields;
  }

  /** Where the name of a field is written. */
  public Place placeOfName(String field) {
    return namePlaces.getOrDefault(field, place);
  }

  /**
   * Returns this mapping when it has no fields but these.
   *
   * @throws InputException naming the unknown field and the nearest known one
   */
  public YamlMapping knowing(String... known) {
    return knowing("field", Arrays.asList(known));
  }

  /** As {@link #knowing(String...)}, with the word for what the names are, such as "species". */
  public YamlMapping knowing(String what, Collection<String> known) {
    Mistakes mistakes = new Mistakes();
    for (String name : fields.keySet()) {
      mistakes.in(() -> requireKnown(what, name, known));
    }
    mistakes.check();
    return this;
  }

  private void requireKnown(String what, String name, Collection<String> known) {
    if (!known.contains(name)) {
      String where = path.isEmpty() ? "" : path + ": ";
      throw new InputException(placeOfName(name), where + Names.unknown(what, name, known))
          .spareIn(this);
    }
  }

  /** This mapping with one field replaced or added; places of the other fields are kept. */
  public YamlMapping with(String field, YamlNode node) {
    Map<String, YamlNode> changed = new LinkedHashMap<>(fields);
    changed.put(field, node);
    return new YamlMapping(place, path, changed, namePlaces);
  }

  /** This mapping without a field. */
  public YamlMapping without(String field) {
    Map<String, YamlNode> fewer = new LinkedHashMap<>(fields);
    fewer.remove(field);
    return new YamlMapping(place, path, fewer, namePlaces);
  }

  /** This mapping with no fields but these, as far as it has them. */
  public YamlMapping only(Collection<String> names) {
    Map<String, YamlNode> kept = new LinkedHashMap<>(fields);
    kept.keySet().retainAll(names);
    return new YamlMapping(place, path, kept, namePlaces);
  }

  /** Whether the field is stated. */
  public boolean has(String field) {
    return fields.containsKey(field);
  }

  /** A field that may be left out. */
  public Optional<YamlNode> optional(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  /** A field that must be stated. */
  public YamlNode required(String field) {
    YamlNode node = fields.get(field);
    if (node == null) {
      throw complaint("field '%s' is missing".formatted(field)).lackingIn(this);
    }
    return node;
  }

  /** A required, non-empty text. */
  public String text(String field) {
    return required(field).asScalar().requiredText();
  }

  /** A text, or what is used when it is left out. */
  public String textOr(String field, String otherwise) {
    return has(field) ? text(field) : otherwise;
  }

  /** A required number inside bounds. */
  public double number(String field, Bounds bounds) {
    return required(field).asScalar().number(bounds);
  }

  /** A number inside bounds, or what is used when it is left out. */
  public double numberOr(String field, Bounds bounds, double otherwise) {
    return has(field) ? number(field, bounds) : otherwise;
  }

  /** A required word out of a list of known ones. */
  public String oneOf(String field, Collection<String> known) {
    return required(field).asScalar().oneOf(field, known);
  }

  /** A required mapping. */
  public YamlMapping mapping(String field) {
    return required(field).asMapping();
  }

  /** The mappings of a list; empty when the field is left out. */
  public List<YamlMapping> mappings(String field) {
    return optional(field).map(node -> node.asSequence().mappings()).orElse(List.of());
  }

  /** The texts of a list; empty when the field is left out. */
  public List<String> texts(String field) {
    return optional(field).map(node -> node.asSequence().texts()).orElse(List.of());
  }
}
