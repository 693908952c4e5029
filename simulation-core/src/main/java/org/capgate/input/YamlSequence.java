package org.capgate.input;

import java.util.List;

/**
 * A list of a YAML document.
 *
 * @param place where it starts
 * @param path the field it belongs to
 * @param items in the order of the document
 */
public record YamlSequence(Place place, String path, List<YamlNode> items) implements YamlNode {

  public YamlSequence {
    items = List.copyOf(items);
  }

  @Override
  public YamlSequence asSequence() {
    return this;
  }

  @Override
  public String describe() {
    return "a list";
  }

  /** The items, each of which must be a mapping. */
  public List<YamlMapping> mappings() {
    return items.stream().map(YamlNode::asMapping).toList();
  }

  /** The items, each of which must be a non-empty text. */
  public List<String> texts() {
    return items.stream().map(item -> item.asScalar().requiredText()).toList();
  }
}
