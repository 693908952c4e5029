package org.capgate.model;

import static org.capgate.equations.Expressions.oneMinus;
import static org.capgate.equations.Expressions.sum;
import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.MICROMOLAR;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;

/**
 * The switch: eIF4E is bound by hypophosphorylated 4E-BP1 and 4E-BP2, weakly by the phosphorylated
 * forms, and by the limiting eIF4G.
 *
 * <p>Binding equilibrates in seconds, so free eIF4E is the root of one conservation equation,
 * monotone in it, and lies in (0, total eIF4E). The bound fractions are Langmuir isotherms at that
 * root. Sources of the constants: rows binding of seeds/parameters/switch.csv. Not modelled: mRNA
 * caps as a further partner, 4E-BP3, eIF4A and the helicase.
 */
final class SwitchEquations {
  private SwitchEquations() {}

  static void state(EquationSystem.Builder e, Cell[] cells) {
    e.mechanism("The switch: competitive binding of eIF4E");
    Symbol eif4e = e.parameter("eif4eTotalMicromolar", MICROMOLAR, "total eIF4E of the wild type");
    Symbol eif4gPerEif4e = e.parameter("eif4gPerEif4e", DIMENSIONLESS, "eIF4G per eIF4E; limiting");
    Symbol kd4g =
        e.parameter(
            "eif4gDissociationMicromolar", MICROMOLAR, "dissociation constant of eIF4G and eIF4E");
    Symbol kd1 =
        e.parameter(
            "fourEbp1DissociationMicromolar",
            MICROMOLAR,
            "dissociation constant of hypophosphorylated 4E-BP1 and eIF4E");
    Symbol kd2 =
        e.parameter(
            "fourEbp2DissociationMicromolar",
            MICROMOLAR,
            "dissociation constant of hypophosphorylated 4E-BP2 and eIF4E");
    Symbol fold =
        e.parameter(
            "phosphoAffinityLoss",
            DIMENSIONLESS,
            "factor on the dissociation constant of phosphorylated 4E-BP");
    Symbol eif4g =
        e.define("eif4gTotalMicromolar", MICROMOLAR, "total eIF4G", eif4gPerEif4e.times(eif4e));
    for (Cell cell : cells) {
      Symbol ratio =
          e.parameter(
              "fourEbpPerEif4e" + cell.suffix(),
              DIMENSIONLESS,
              "4E-BP per eIF4E in " + cell.words() + " neurons of the wild type");
      Symbol share =
          e.parameter(
              "fourEbp1Share" + cell.suffix(),
              DIMENSIONLESS,
              "4E-BP1 share of all 4E-BP in " + cell.words() + " neurons of the wild type");
      Symbol total1 =
          e.define(
              "fourEbp1Total" + cell.suffix() + "Micromolar",
              MICROMOLAR,
              "total 4E-BP1 of " + cell.words() + " neurons",
              eif4e.times(ratio).times(share).times(Genes.scale(e, Gene.EBP1, cell)));
      Symbol total2 =
          e.define(
              "fourEbp2Total" + cell.suffix() + "Micromolar",
              MICROMOLAR,
              "total 4E-BP2 of " + cell.words() + " neurons",
              eif4e.times(ratio).times(oneMinus(share)).times(Genes.scale(e, Gene.EBP2, cell)));
      Symbol eif4eCell =
          e.define(
              "eif4eTotal" + cell.suffix() + "Micromolar",
              MICROMOLAR,
              "total eIF4E of " + cell.words() + " neurons",
              eif4e.times(Genes.scale(e, Gene.EIF4E, cell)));
      Symbol free = cell.freeEif4eMicromolar();
      Symbol bound4g =
          e.define(
              "eif4fBound" + cell.suffix() + "Micromolar",
              MICROMOLAR,
              "eIF4E bound to eIF4G",
              bound(eif4g, free, kd4g));
      Symbol bound1 =
          e.define(
              "fourEbp1Bound" + cell.suffix() + "Micromolar",
              MICROMOLAR,
              "eIF4E bound to 4E-BP1, hypophosphorylated and phosphorylated",
              bound(total1.times(oneMinus(cell.phospho4ebp())), free, kd1)
                  .plus(bound(total1.times(cell.phospho4ebp()), free, kd1.times(fold))));
      Symbol bound2 =
          e.define(
              "fourEbp2Bound" + cell.suffix() + "Micromolar",
              MICROMOLAR,
              "eIF4E bound to 4E-BP2, hypophosphorylated and phosphorylated",
              bound(total2.times(oneMinus(cell.phospho4ebp())), free, kd2)
                  .plus(bound(total2.times(cell.phospho4ebp()), free, kd2.times(fold))));
      e.describe("conservation of eIF4E");
      e.residualOf(free).is(eif4eCell.minus(sum(free, bound4g, bound1, bound2)));
      e.describe("eIF4F sets cap-dependent initiation");
      e.valueOf(cell.eif4f()).is(free.over(kd4g.plus(free)));
    }
  }

  /** Partner bound at equilibrium: total · free/(K + free). */
  private static Expression bound(Expression total, Symbol free, Expression dissociation) {
    return total.times(free).over(dissociation.plus(free));
  }
}
