package org.capgate.model;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HERTZ;
import static org.capgate.equations.Unit.MICROMOLAR;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Symbol;
import org.capgate.treatment.CellClass;

/**
 * The unknowns of one cell of a class. The names end with the class, so that the same statement
 * serves both.
 *
 * @param rateHertz firing rate, quasi-steady
 * @param trkb active TrkB relative to rest
 * @param phosphoEef2 phosphorylated fraction of eEF2, in [0, 1]
 * @param mtorc1 active fraction of mTORC1, in [0, 1]
 * @param phospho4ebp phosphorylated fraction of 4E-BP, either isoform, in [0, 1]
 * @param freeEif4eMicromolar eIF4E bound to neither 4E-BP nor eIF4G, algebraic
 * @param eif4f fraction of eIF4G in the complex eIF4F, in [0, 1]
 * @param elongation elongation rate relative to rest
 */
record Cell(
    CellClass cellClass,
    Symbol rateHertz,
    Symbol trkb,
    Symbol phosphoEef2,
    Symbol mtorc1,
    Symbol phospho4ebp,
    Symbol freeEif4eMicromolar,
    Symbol eif4f,
    Symbol elongation) {

  static Cell declare(EquationSystem.Builder e, CellClass cellClass) {
    String cell = suffix(cellClass);
    String of = " of " + words(cellClass) + " neurons";
    Symbol trkb = e.state("trkb" + cell, DIMENSIONLESS, "active TrkB" + of + " relative to rest");
    Symbol phosphoEef2 =
        e.state(
            "phosphoEef2" + cell,
            DIMENSIONLESS,
            "phosphorylated fraction of eEF2" + of + ", in [0, 1]");
    Symbol mtorc1 =
        e.state("mtorc1" + cell, DIMENSIONLESS, "active fraction of mTORC1" + of + ", in [0, 1]");
    Symbol phospho4ebp =
        e.state(
            "phospho4ebp" + cell,
            DIMENSIONLESS,
            "phosphorylated fraction of 4E-BP" + of + ", in [0, 1]");
    Symbol rate = e.quasiSteady("rate" + cell + "Hertz", HERTZ, "firing rate" + of);
    Symbol free =
        e.algebraic(
            "freeEif4e" + cell + "Micromolar",
            MICROMOLAR,
            "eIF4E bound to neither 4E-BP nor eIF4G" + of);
    Symbol eif4f =
        e.defined("eif4f" + cell, DIMENSIONLESS, "fraction of eIF4G in eIF4F" + of + ", in [0, 1]");
    Symbol elongation =
        e.defined("elongation" + cell, DIMENSIONLESS, "elongation rate" + of + " relative to rest");
    return new Cell(
        cellClass, rate, trkb, phosphoEef2, mtorc1, phospho4ebp, free, eif4f, elongation);
  }

  /** The last word of every name that belongs to this cell. */
  String suffix() {
    return suffix(cellClass);
  }

  /** The class as it is written in a sentence. */
  String words() {
    return words(cellClass);
  }

  static String suffix(CellClass cellClass) {
    return cellClass == CellClass.EXCITATORY ? "Excitatory" : "Inhibitory";
  }

  private static String words(CellClass cellClass) {
    return cellClass == CellClass.EXCITATORY ? "excitatory" : "inhibitory";
  }
}
