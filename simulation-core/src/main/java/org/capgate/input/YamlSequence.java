package org.capgate.input;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

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
    return each(YamlNode::asMapping);
  }

  /** The items, each of which must be a non-empty text. */
  public List<String> texts() {
    return each(item -> item.asScalar().requiredText());
  }

  private <T> List<T> each(Function<YamlNode, T> read) {
    List<T> all = new ArrayList<>();
    Mistakes mistakes = new Mistakes();
    mistakes.each(this, item -> all.add(read.apply(item)));
    mistakes.check();
    return List.copyOf(all);
  }
}
