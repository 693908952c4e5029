package org.capgate.model;

import static org.capgate.equations.Unit.DIMENSIONLESS;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Symbol;
import org.capgate.treatment.CellClass;

/**
 * The only way a genotype enters: one factor on the total of one protein in one class of cells, 1
 * in the wild type.
 */
final class Genes {
  private Genes() {}

  static Symbol scale(EquationSystem.Builder e, Gene gene, Cell cell) {
    return e.parameter(
        scaleName(gene, cell.cellClass()),
        DIMENSIONLESS,
        "total of " + protein(gene) + " in " + cell.words() + " neurons relative to the wild type");
  }

  /** Name of the parameter that the genotype sets. */
  static String scaleName(Gene gene, CellClass cellClass) {
    return "total" + protein(gene).replaceAll("[^A-Za-z0-9]", "") + Cell.suffix(cellClass);
  }

  private static String protein(Gene gene) {
    return switch (gene) {
      case EBP1 -> "4E-BP1";
      case EBP2 -> "4E-BP2";
      case EIF4E -> "eIF4E";
      case GRIN2B -> "GluN2B";
      case RPTOR -> "Raptor";
    };
  }
}
