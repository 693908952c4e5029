package org.capgate.evidence;

import org.capgate.dynamics.TimeGrid;
import org.capgate.input.Bounds;
import org.capgate.input.Numbers;

/** When a readout is taken: column {@code at_h}. */
public sealed interface SampleTime {

  /** Times accepted, within ten years of t = 0. */
  Bounds HOURS = Bounds.between(-87_600, 87_600, "h");

  /** In the settled, untreated state. */
  SampleTime BASELINE = new Settled();

  /**
   * At the extreme of the treated run: its lowest value for a decrease, its highest for an increase
   * or a value, else the one farthest from the baseline.
   */
  SampleTime PEAK = new Extreme();

  /** The word of the vocabulary: hours, {@code baseline} or {@code peak}. */
  String word();

  /** After t = 0; negative before. */
  static SampleTime hours(double tHours) {
    return new At(TimeGrid.rounded(HOURS.check("at_h", tHours)));
  }

  /**
   * At a time of the treated run.
   *
   * @param tHours hours after t = 0
   */
  record At(double tHours) implements SampleTime {
    @Override
    public String word() {
      return Numbers.text(tHours);
    }
  }

  /** See {@link #BASELINE}. */
  record Settled() implements SampleTime {
    @Override
    public String word() {
      return "baseline";
    }
  }

  /** See {@link #PEAK}. */
  record Extreme() implements SampleTime {
    @Override
    public String word() {
      return "peak";
    }
  }
}
