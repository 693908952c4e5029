package org.capgate.exposure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.capgate.treatment.Administration;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;

/**
 * The exposures of one catalogue that were asked for last, so that runs of the same treatment share
 * one and its tables. Safe to use from many threads.
 */
final class RecentExposures {

  /** Enough for the treatments of one comparison. */
  private static final int MOST_EXPOSURES = 32;

  /** By identity, since no two catalogues are equal; gone with the catalogue. */
  private static final Map<CompoundCatalogue, RecentExposures> BY_CATALOGUE = new WeakHashMap<>();

  private record Key(
      List<Administration> administrations, Species species, Preparation preparation) {}

  private final Map<Key, Exposure> recent =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Exposure> eldest) {
          return size() > MOST_EXPOSURES;
        }
      };

  /** Those of a catalogue. */
  static RecentExposures of(CompoundCatalogue catalogue) {
    synchronized (BY_CATALOGUE) {
      return BY_CATALOGUE.computeIfAbsent(catalogue, unknown -> new RecentExposures());
    }
  }

  /**
   * The exposure of a regimen, kept or made; a regimen that cannot be given leaves no trace.
   *
   * @param catalogue the one these are of
   */
  Exposure of(
      Regimen regimen, Species species, Preparation preparation, CompoundCatalogue catalogue) {
    Key key = new Key(regimen.administrations(), species, preparation);
    synchronized (recent) {
      Exposure kept = recent.get(key);
      if (kept != null) {
        return kept;
      }
    }
    Exposure made = TabulatedExposure.of(regimen, species, preparation, catalogue);
    synchronized (recent) {
      Exposure other = recent.putIfAbsent(key, made);
      return other == null ? made : other;
    }
  }
}
