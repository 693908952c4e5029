package org.capgate.network;

import org.capgate.model.Gene;
import org.capgate.treatment.CellClass;

/** One neuron: a view of its entries in the arrays of the network, which copies nothing. */
public interface Neuron {
  /** Its number in the network. */
  int index();

  /** Its class. */
  CellClass cellClass();

  /** Name of its subclass; that of the class where there are none. */
  String subclass();

  /**
   * A state, rate or readout, by the stem of its name without class and unit: {@code rate}, {@code
   * mtorc1}, {@code phospho4ebpFraction}, {@code freeEif4e}, {@code eif4f}, {@code trkb}.
   */
  double value(String stem);

  /** Firing rate (Hz); 0 when lesioned. */
  double rateHertz();

  /**
   * Whether the switch is on: eIF4F is at least 1.5 times its value in the untreated wild-type mean
   * neuron of the class. The level is ASSUMED (1.2 to 3) and feeds nothing back.
   */
  boolean isSwitchedOn();

  /** Factor on the total of a protein, relative to the parameters. */
  double geneFactor(Gene gene);

  /** Multiplies the factor on the total of a protein. */
  void scaleGene(Gene gene, double factor);

  /** Sets the additive drive from outside, 0 at the start. */
  void setDrive(double drive);

  /** Whether it was lesioned. */
  boolean isLesioned();
}
