package org.capgate.evidence;

import java.util.OptionalDouble;

/**
 * A finding beside what the simulation gave. Numbers are in the unit of the readout; a number that
 * does not exist, or could not be simulated, is empty.
 *
 * @param finding what was found
 * @param baseline the readout in the settled, untreated state of the same subject
 * @param reference what the value was compared with
 * @param value the readout when the finding asks for it
 * @param relativeChange (value − reference) / |reference|
 * @param verdict whether the simulation shows the finding
 * @param reason one line: what was measured against which bound, or why nothing was
 */
public record Evaluation(
    Finding finding,
    OptionalDouble baseline,
    OptionalDouble reference,
    OptionalDouble value,
    OptionalDouble relativeChange,
    Verdict verdict,
    String reason) {

  /** A finding that could not be simulated. */
  static Evaluation impossible(Finding finding, String reason) {
    OptionalDouble none = OptionalDouble.empty();
    return new Evaluation(finding, none, none, none, none, Verdict.FAIL, reason);
  }

  /** Whether the simulation shows the finding. */
  public boolean passed() {
    return verdict == Verdict.PASS;
  }

  /** Whether this fails the whole evaluation. */
  public boolean gates() {
    return !passed() && finding.standing().gates();
  }
}
