package org.capgate.sensitivity;

import java.util.ArrayList;
import java.util.List;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;

/**
 * A number that is varied between two ends: evenly in its logarithm where the lower one is above 0,
 * else evenly.
 *
 * @param name that of a parameter or of a number of a compound
 * @param value as it is
 * @param low lower end, ≤ value
 * @param high upper end, ≥ value
 */
public record Varied(String name, double value, double low, double high) {

  /**
   * A number within a factor of its value, never beyond its plausible range; where the value is 0,
   * within the share (factor − 1) of the range.
   *
   * @param factor > 1
   */
  public static Varied within(double factor, Parameter parameter) {
    double value = parameter.value();
    double share = (factor - 1) * (parameter.high() - parameter.low());
    double low = value == 0 ? -share : Math.min(value / factor, value * factor);
    double high = value == 0 ? share : Math.max(value / factor, value * factor);
    return new Varied(
        parameter.name(), value, Math.max(parameter.low(), low), Math.min(parameter.high(), high));
  }

  /** The value at a share of the way from the lower end to the upper one, in [0, 1]. */
  public double at(double share) {
    if (share == 0 || share == 1) {
      return share == 0 ? low : high;
    }
    double between =
        low > 0
            ? low * StrictMath.exp(share * StrictMath.log(high / low))
            : low + share * (high - low);
    return Math.max(low, Math.min(high, between));
  }

  /**
   * The numbers that words stand for, in the order of the set, each once.
   *
   * @param words {@code fitted} for all that the calibration moves; {@code ranged} for all that
   *     have a plausible range; the beginning of names that ends in a slash, as {@code ketamine/};
   *     or names. Numbers tied to another one move with it and are no numbers of their own
   * @throws InputException naming the word and the nearest name, or a number that cannot be varied
   */
  public static List<Parameter> chosen(ParameterSet set, List<String> words, Place place) {
    List<Parameter> all = set.numbers().toList();
    List<Parameter> chosen = new ArrayList<>();
    for (String word : words) {
      List<Parameter> meant =
          all.stream()
              .filter(
                  number ->
                      switch (word) {
                        case "fitted" -> number.isFitted();
                        case "ranged" -> isRanged(number);
                        default ->
                            word.endsWith("/")
                                ? number.name().startsWith(word) && isRanged(number)
                                : number.name().equals(word);
                      })
              .toList();
      if (meant.isEmpty()) {
        throw new InputException(
            place,
            set.contains(word) || !word.endsWith("/")
                ? set.unknown(word)
                : Names.unknown("beginning of names", word, beginnings(all)));
      }
      meant.stream().filter(number -> !chosen.contains(number)).forEach(chosen::add);
    }
    for (Parameter number : chosen) {
      if (number.low() >= number.high()) {
        throw new InputException(
            place,
            "%s has no range to vary it in: its value is %s"
                .formatted(number.name(), Numbers.text(number.value())));
      }
    }
    return all.stream().filter(chosen::contains).toList();
  }

  private static boolean isRanged(Parameter number) {
    return number.low() < number.high() && number.tiedTo().isEmpty();
  }

  private static List<String> beginnings(List<Parameter> all) {
    return all.stream()
        .map(Parameter::name)
        .filter(name -> name.contains("/"))
        .map(name -> name.substring(0, name.indexOf('/') + 1))
        .distinct()
        .toList();
  }
}
