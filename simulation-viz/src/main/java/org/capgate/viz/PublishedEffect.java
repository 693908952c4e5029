package org.capgate.viz;

import java.util.Optional;

/**
 * What a publication found where a figure shows a simulated effect.
 *
 * @param found in a word or two, as "decrease"
 * @param source author, year, journal; sources are listed below the figure
 * @param treated the published number with its range, in the unit of the effect axis, if there is
 *     one
 */
public record PublishedEffect(String found, String source, Optional<Estimate> treated) {
  public PublishedEffect {
    found = Labels.clean("what was found", found);
    source = Labels.clean("source", source);
  }

  /** A finding without a number. */
  public static PublishedEffect direction(String found, String source) {
    return new PublishedEffect(found, source, Optional.empty());
  }

  /** A finding with the number under treatment and its range, low ≤ value ≤ high. */
  public static PublishedEffect number(
      String found, String source, double value, double low, double high) {
    return new PublishedEffect(found, source, Optional.of(Estimate.of(value).withOuter(low, high)));
  }
}
