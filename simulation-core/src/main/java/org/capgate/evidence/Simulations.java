package org.capgate.evidence;

import org.capgate.model.Readout;

/** The simulated numbers a judgement asks for. */
interface Simulations {

  /**
   * A readout in the settled state.
   *
   * @param untreated a condition without treatment
   */
  double baseline(Condition untreated, Readout readout);

  /** A readout at a time of the treated run. */
  double at(Condition condition, Readout readout, double tHours);

  /** A readout over the treated run, from the first dose on. */
  Course course(Condition condition, Readout readout);

  /** The highest value of a readout from the first dose on. */
  double highest(Condition condition, Readout readout);

  /** The lowest value of a readout from the first dose on. */
  double lowest(Condition condition, Readout readout);
}
