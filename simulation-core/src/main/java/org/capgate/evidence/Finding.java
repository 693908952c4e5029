package org.capgate.evidence;

import java.util.Optional;
import org.capgate.input.Place;
import org.capgate.model.Readout;

/**
 * A published result, one row of a findings file.
 *
 * @param id unique within its file
 * @param area field of research, free text
 * @param condition subject, preparation, stress, genotype and treatment
 * @param readout what was measured
 * @param at when
 * @param versus what it was compared with
 * @param expected what was found
 * @param magnitude how much, if the source says so
 * @param standing how sure we are
 * @param source the publication
 * @param place where the row stands
 */
public record Finding(
    String id,
    String area,
    Condition condition,
    Readout readout,
    SampleTime at,
    Comparison versus,
    Expectation expected,
    Optional<Magnitude> magnitude,
    Standing standing,
    String source,
    Place place) {

  /** Whether the number asked for is a share of the peak. */
  boolean isShareOfPeak() {
    return magnitude.map(Magnitude::ofPeak).orElse(false);
  }

  /** Unit of the number that is compared: that of the readout, hours where it is a time. */
  public String unit() {
    return at.isTime() ? "h" : readout.unit();
  }

  /** {@code immobility at 24 h versus untreated}. */
  public String question() {
    String when = at instanceof SampleTime.At ? at.word() + " h" : at.word();
    String compared = versus.equals(Comparison.NONE) ? "" : " versus " + versus.word();
    return readout.name() + " at " + when + compared;
  }
}
