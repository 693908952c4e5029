package org.capgate.treatment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The compounds of subjects that differ in some of their numbers, found once, so that a subject
 * changes numbers and reads nothing. Immutable, shared between threads.
 */
public final class SubjectCompounds {
  private final CompoundCatalogue catalogue;
  private final Species species;
  private final List<String> paths;
  private final List<Optional<CompoundNumber>> numbers = new ArrayList<>();

  /**
   * Of a catalogue.
   *
   * @param paths of the numbers that differ, see {@link SourcedNumber#path}
   */
  public SubjectCompounds(CompoundCatalogue catalogue, Species species, List<String> paths) {
    this.catalogue = catalogue;
    this.species = species;
    this.paths = List.copyOf(paths);
    for (String path : paths) {
      SourcedNumber number = catalogue.numbersByPath().get(path);
      if (number == null) {
        throw new IllegalArgumentException("no compound has the number " + path);
      }
      numbers.add(CompoundNumber.of(number));
    }
  }

  /**
   * What a regimen does over time in the body of one subject, for runs to about 1e-4: made anew and
   * not kept, with effects accurate to 1e-8 of the largest.
   *
   * @param values of the numbers, in the order of their paths
   * @param selectivity see {@link CompoundCatalogue#withNmdaSelectivity}; NaN leaves it as it is
   */
  public Exposure exposure(Regimen regimen, double[] values, double selectivity) {
    Map<String, Double> read = new LinkedHashMap<>(); // what has to be read anew
    Map<String, Compound> own = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      if (numbers.get(i).isEmpty()) {
        read.put(paths.get(i), values[i]);
      }
    }
    CompoundCatalogue common = read.isEmpty() ? catalogue : catalogue.withNumbers(read);
    for (int i = 0; i < values.length; i++) {
      if (numbers.get(i).isPresent()) {
        CompoundNumber number = numbers.get(i).get();
        String name = number.compound();
        own.put(name, number.in(own.getOrDefault(name, common.named(name)), values[i]));
      }
    }
    CompoundSource source =
        (name, place) -> {
          Compound stated = common.compound(name, place);
          Compound changed = own.getOrDefault(stated.name(), stated);
          return changed.withNmdaSelectivity(
              Double.isNaN(selectivity) ? changed.selectivity() : selectivity);
        };
    return regimen.exposureOfOne(species, Preparation.IN_VIVO, source);
  }
}
