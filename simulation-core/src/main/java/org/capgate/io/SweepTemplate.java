package org.capgate.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;
import org.capgate.input.YamlScalar;
import org.capgate.input.YamlSequence;

/** Fields in which {@code $name} stands for a value. Immutable. */
final class SweepTemplate {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$([A-Za-z][A-Za-z0-9]*)?");

  private final YamlMapping fields;

  /**
   * Checks that every placeholder is known and every name used.
   *
   * @param names known, by where they are stated
   */
  SweepTemplate(YamlMapping fields, Map<String, ? extends YamlNode> names) {
    this.fields = fields;
    Set<String> used = new LinkedHashSet<>();
    Mistakes mistakes = new Mistakes();
    collect(fields, names.keySet(), used, mistakes);
    boolean isEveryNameKnown = mistakes.isEmpty(); // else one may be the misspelt one
    names.forEach(
        (name, node) -> {
          if (isEveryNameKnown && !used.contains(name)) {
            mistakes.add(node.complaint("'$%s' stands nowhere in the scenario".formatted(name)));
          }
        });
    mistakes.check();
  }

  private static void collect(
      YamlNode node, Set<String> known, Set<String> used, Mistakes mistakes) {
    if (node instanceof YamlMapping mapping) {
      mapping.fields().values().forEach(field -> collect(field, known, used, mistakes));
    } else if (node instanceof YamlSequence list) {
      list.items().forEach(item -> collect(item, known, used, mistakes));
    } else {
      Matcher found = PLACEHOLDER.matcher(node.asScalar().text());
      while (found.find()) {
        String name = String.valueOf(found.group(1));
        if (!known.contains(name)) {
          mistakes.add(
              node.complaint(
                  found.group(1) == null
                      ? "a name must follow '$', one of " + String.join(", ", known)
                      : Names.unknown("name", name, known)));
        }
        used.add(name);
      }
    }
  }

  /** The fields with values in the places of names. */
  YamlMapping with(Map<String, String> values) {
    return filled(fields, values).asMapping();
  }

  private static YamlNode filled(YamlNode node, Map<String, String> values) {
    if (node instanceof YamlMapping mapping) {
      YamlMapping changed = mapping;
      for (Map.Entry<String, YamlNode> field : mapping.fields().entrySet()) {
        YamlNode inner = filled(field.getValue(), values);
        changed = inner == field.getValue() ? changed : changed.with(field.getKey(), inner);
      }
      return changed;
    }
    if (node instanceof YamlSequence list) {
      List<YamlNode> items = new ArrayList<>();
      list.items().forEach(item -> items.add(filled(item, values)));
      return new YamlSequence(list.place(), list.path(), items);
    }
    YamlScalar scalar = node.asScalar();
    if (scalar.text().indexOf('$') < 0) {
      return scalar;
    }
    String text = filled(scalar.text(), values);
    return new YamlScalar(scalar.place(), scalar.path(), text, scalar.plain());
  }

  /** A text with values in the places of names. */
  static String filled(String text, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
  }
}
