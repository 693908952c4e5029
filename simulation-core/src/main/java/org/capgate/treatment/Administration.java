package org.capgate.treatment;

/**
 * One thing done to the subject: a {@link Dose} of a compound or the {@link Actuation} of
 * engineered cells.
 */
public sealed interface Administration permits Dose, Actuation {

  /** Name of the compound or actuator. */
  String compound();

  /** When it starts (h), for the first time. */
  double startHours();

  /** The treatment language, such as {@code ketamine 10 mg/kg ip at 0 h}. */
  String text();
}
