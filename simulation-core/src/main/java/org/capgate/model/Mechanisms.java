package org.capgate.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;

/** The chosen statement of every equation on which the evidence conflicts. Immutable. */
public record Mechanisms(InhibitoryTranslation inhibitoryTranslation, FirstTarget firstTarget) {
  private static final String TRANSLATION = "inhibitory-translation";
  private static final String TARGET = "first-target";

  /** The defaults: translation lowers inhibitory output; both first targets. */
  public static Mechanisms standard() {
    return new Mechanisms(InhibitoryTranslation.LOWERS_OUTPUT, FirstTarget.BOTH);
  }

  /**
   * The same with one choice changed.
   *
   * @param mechanism {@code inhibitory-translation} or {@code first-target}
   * @throws InputException for an unknown word, naming the nearest
   */
  public Mechanisms with(String mechanism, String choice, Place place) {
    List<String> choices = choices().get(mechanism);
    if (choices == null) {
      throw new InputException(place, Names.unknown("mechanism", mechanism, choices().keySet()));
    }
    int index = choices.indexOf(choice);
    if (index < 0) {
      throw new InputException(place, Names.unknown(mechanism, choice, choices));
    }
    return mechanism.equals(TRANSLATION)
        ? new Mechanisms(InhibitoryTranslation.values()[index], firstTarget)
        : new Mechanisms(inhibitoryTranslation, FirstTarget.values()[index]);
  }

  /**
   * The word of the choice that is in force.
   *
   * @param mechanism one of {@link #choices}
   */
  public String choice(String mechanism) {
    return mechanism.equals(TRANSLATION) ? inhibitoryTranslation.word() : firstTarget.word();
  }

  /** Every mechanism with its choices, the default first. */
  public static Map<String, List<String>> choices() {
    Map<String, List<String>> choices = new TreeMap<>();
    choices.put(
        TRANSLATION,
        Arrays.stream(InhibitoryTranslation.values()).map(InhibitoryTranslation::word).toList());
    choices.put(TARGET, Arrays.stream(FirstTarget.values()).map(FirstTarget::word).toList());
    return choices;
  }

  /** One line for headers and hashes. */
  public String text() {
    return TRANSLATION
        + "="
        + inhibitoryTranslation.word()
        + " "
        + TARGET
        + "="
        + firstTarget.word();
  }

  boolean interneuronNmdaIsBlocked() {
    return firstTarget != FirstTarget.RESTING_NMDA;
  }

  boolean restingNmdaIsBlocked() {
    return firstTarget != FirstTarget.INTERNEURON_NMDA;
  }
}
