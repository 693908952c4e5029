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

  /** The time itself of the largest change from the untreated state (h after t = 0). */
  SampleTime PEAK_TIME = new PeakTime();

  /** Share of the largest change below which a readout has returned. */
  Bounds SHARE = Bounds.between(0.01, 0.99, "");

  /**
   * The word of the vocabulary: hours, {@code baseline}, {@code peak}, {@code peak-time} or {@code
   * return SHARE}.
   */
  String word();

  /** Whether the number asked for is a time (h), not the readout. */
  default boolean isTime() {
    return this instanceof PeakTime || this instanceof Return;
  }

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

  /** See {@link #PEAK_TIME}. */
  record PeakTime() implements SampleTime {
    @Override
    public String word() {
      return "peak-time";
    }
  }

  /**
   * The time itself (h after t = 0) from which the change stays below a share of its largest.
   *
   * @param share of the largest change, in [0.01, 0.99]
   */
  record Return(double share) implements SampleTime {
    @Override
    public String word() {
      return "return " + Numbers.text(share);
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
