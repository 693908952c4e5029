package org.capgate.evidence;

import org.capgate.model.Readout;

/** The bounds by which findings are judged, for what weighs them instead. */
public final class JudgementBounds {
  /** Least relative change that counts as an increase or decrease. */
  public static final double LEAST_CHANGE = Judgement.LEAST_CHANGE;

  /** Relative change below which nothing has changed. */
  public static final double MOST_DRIFT = Judgement.MOST_DRIFT;

  /** Share of the wild type's response below which a mutant does not respond. */
  public static final double MOST_SHARE_OF_WILD_TYPE = Judgement.MOST_SHARE_OF_WILD_TYPE;

  /** Least share of another finding's response that counts as a reduced response. */
  public static final double LEAST_SHARE = Judgement.LEAST_SHARE;

  /** Largest share of another finding's response that counts as a reduced response. */
  public static final double MOST_SHARE = Judgement.MOST_SHARE;

  private JudgementBounds() {}

  /**
   * Whether a change of a readout is judged relative to where it begins. Not where that is zero, or
   * so near to it that another size stands for it, as for mood and for levels of drugs.
   */
  public static boolean isRelativeTo(Readout readout, double reference) {
    return Math.abs(reference) > Change.leastReference(readout);
  }
}
