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
  private final List<String> paths;
  private final List<Optional<CompoundNumber>> numbers = new ArrayList<>();

  /**
   * Of a catalogue.
   *
   * @param paths of the numbers that differ, see {@link SourcedNumber#path}
   */
  public SubjectCompounds(CompoundCatalogue catalogue, List<String> paths) {
    this.catalogue = catalogue;
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
   * The compounds of one subject.
   *
   * @param values of the numbers, in the order of their paths
   * @param selectivity see {@link CompoundCatalogue#withNmdaSelectivity}; NaN leaves it as it is
   */
  public CompoundSource of(double[] values, double selectivity) {
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
    return (name, place) -> {
      Compound stated = common.compound(name, place);
      Compound changed = own.getOrDefault(stated.name(), stated);
      return changed.withNmdaSelectivity(
          Double.isNaN(selectivity) ? changed.selectivity() : selectivity);
    };
  }
}
