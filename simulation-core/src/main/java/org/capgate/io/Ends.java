package org.capgate.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Place;
import org.capgate.sweep.Axis;

/** What is made of the ends of axes, so that values that cannot be are said when a file is read. */
final class Ends {
  private static final double MIDDLE = 0.5;

  private final Function<Map<String, String>, ?> made;
  private final Map<Place, List<Found>> found = new LinkedHashMap<>();

  private Ends(Function<Map<String, String>, ?> made) {
    this.made = made;
  }

  private record Found(Axis axis, String value, InputException mistake) {}

  /**
   * Tries every end of every axis, the others in their middle.
   *
   * @param made of values by the names of their axes
   * @throws InputException for all mistakes together: what is wrong whatever the values are once,
   *     anything else with the value at which it is, of a range the first
   */
  static void tryAll(List<Axis> axes, Function<Map<String, String>, ?> made) {
    Ends ends = new Ends(made);
    Map<String, String> middle = new LinkedHashMap<>();
    axes.forEach(axis -> middle.put(axis.name(), axis.at(MIDDLE)));
    for (Axis axis : axes) {
      for (String value : new LinkedHashSet<>(axis.values())) {
        Map<String, String> values = new LinkedHashMap<>(middle);
        values.put(axis.name(), value);
        ends.tryOne(axis, value, values);
      }
    }
    Mistakes mistakes = new Mistakes();
    ends.found.values().forEach(atPlace -> said(atPlace).forEach(mistakes::add));
    mistakes.check();
  }

  private void tryOne(Axis axis, String value, Map<String, String> values) {
    try {
      Objects.requireNonNull(made.apply(values));
    } catch (InputException mistake) {
      for (InputException one : mistake.each()) {
        found
            .computeIfAbsent(one.place(), place -> new ArrayList<>())
            .add(new Found(axis, value, one));
      }
    }
  }

  /** Of all that was found at one place: what depends on an axis, else the first. */
  private static List<InputException> said(List<Found> atPlace) {
    List<InputException> said = new ArrayList<>();
    Set<String> messages = new LinkedHashSet<>();
    for (Axis axis : atPlace.stream().map(Found::axis).distinct().toList()) {
      List<Found> ofAxis = atPlace.stream().filter(one -> one.axis == axis).toList();
      long values = ofAxis.stream().map(Found::value).distinct().count();
      if (values < new LinkedHashSet<>(axis.values()).size()) {
        for (Found one : axis.isStated() ? ofAxis : ofAxis.subList(0, 1)) {
          if (messages.add(String.valueOf(one.mistake.getMessage()))) {
            said.add(one.mistake.saying("(where $%s is %s)".formatted(axis.name(), one.value)));
          }
        }
      }
    }
    return said.isEmpty() ? List.of(atPlace.get(0).mistake) : said;
  }
}
