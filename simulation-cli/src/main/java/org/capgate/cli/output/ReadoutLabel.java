package org.capgate.cli.output;

import org.capgate.model.Readout;
import org.capgate.viz.AxisLabel;

/** Axes of readouts. */
public final class ReadoutLabel {
  private ReadoutLabel() {}

  /** With its unit, for an axis. */
  public static AxisLabel axis(Readout readout) {
    return readout.unit().equals("1")
        ? AxisLabel.dimensionless(readout.title())
        : new AxisLabel(readout.title(), readout.unit());
  }
}
