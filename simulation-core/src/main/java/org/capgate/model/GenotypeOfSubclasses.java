package org.capgate.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.capgate.input.Place;

/**
 * A genotype in which some edits are of one subclass of inhibitory neurons only, as in a cross with
 * a driver line. Only a network can have it: the mean field has no subclasses.
 *
 * @param ofClasses in all neurons of a class
 * @param ofSubclasses what is changed besides in the neurons of a subclass, by its name; wild types
 *     are left out
 */
public record GenotypeOfSubclasses(Genotype ofClasses, Map<String, Genotype> ofSubclasses) {

  public GenotypeOfSubclasses {
    Map<String, Genotype> edited = new TreeMap<>(ofSubclasses);
    edited.values().removeIf(Genotype::isWildType);
    ofSubclasses = Collections.unmodifiableMap(edited);
  }

  /** A genotype that is the same in all subclasses. */
  public static GenotypeOfSubclasses of(Genotype ofClasses) {
    return new GenotypeOfSubclasses(ofClasses, Map.of());
  }

  /** Whether nothing is edited. */
  public boolean isWildType() {
    return ofClasses.isWildType() && ofSubclasses.isEmpty();
  }

  /**
   * Reads {@code GRIN2B x0 SST; 4EBP2 x0 inhibitory}: as {@link Genotype#parse(String, Place)},
   * where the cells may also be a subclass.
   *
   * @param place where the text starts, for errors
   * @param subclasses their names
   * @throws org.capgate.input.InputException naming the place, the word and the nearest known one
   */
  public static GenotypeOfSubclasses parse(String text, Place place, List<String> subclasses) {
    return new GenotypeText(text, place, Gene.vocabulary(), subclasses).genotype();
  }

  /** The shortest text that {@link #parse} reads back as this genotype. */
  public String text() {
    List<String> edits = new ArrayList<>();
    if (!ofClasses.isWildType() || ofSubclasses.isEmpty()) {
      edits.add(ofClasses.text());
    }
    ofSubclasses.forEach(
        (name, genotype) ->
            edits.add(genotype.text().replaceAll(" inhibitory(?=;|$)", " " + name)));
    return String.join("; ", edits);
  }

  @Override
  public String toString() {
    return text();
  }
}
