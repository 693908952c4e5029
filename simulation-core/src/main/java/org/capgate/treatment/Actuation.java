package org.capgate.treatment;

import org.capgate.dynamics.TimeGrid;
import org.capgate.input.Numbers;

/**
 * Activation of a chemogenetic receptor in a class of cells for a time.
 *
 * @param compound name of the actuator, such as hm3dq (excites) or hm4di (silences)
 * @param cells which cells carry it
 * @param startHours when it starts (h)
 * @param durationHours how long it lasts (h), > 0
 */
public record Actuation(String compound, Cells cells, double startHours, double durationHours)
    implements Administration {

  public Actuation {
    startHours = TimeGrid.rounded(startHours);
    durationHours = TimeGrid.rounded(durationHours);
    Dose.START.check("startHours", startHours);
    Dose.DURATION.check("durationHours", durationHours);
  }

  /**
   * Begins the sentence: {@code Actuation.of("hm3dq", Cells.INHIBITORY).atHours(0).forHours(1)}.
   */
  public static Start of(String actuator, Cells cells) {
    return new Start(actuator, cells, 0);
  }

  @Override
  public String text() {
    return compound
        + " "
        + cells.word()
        + " at "
        + Numbers.text(startHours)
        + " h for "
        + Numbers.text(durationHours)
        + " h";
  }

  /**
   * An activation whose duration is still to be said.
   *
   * @param compound name of the actuator
   * @param cells which cells carry it
   * @param startHours when it starts (h)
   */
  public record Start(String compound, Cells cells, double startHours) {

    /** When it starts (h). */
    public Start atHours(double hours) {
      return new Start(compound, cells, hours);
    }

    /** How long it lasts (h), > 0. */
    public Actuation forHours(double hours) {
      return new Actuation(compound, cells, startHours, hours);
    }
  }
}
