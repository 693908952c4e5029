package org.capgate.model;

import static org.capgate.equations.Expressions.oneMinus;
import static org.capgate.equations.Expressions.sum;

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
final class SwitchEquations extends Equations {
  SwitchEquations(EquationSystem.Builder e, SymbolTable table, Mechanisms mechanisms) {
    super(e, table, mechanisms);
  }

  @Override
  void state() {
    mechanism("The switch: competitive binding of eIF4E");
    valueOf(given("eif4gTotal")).is(given("eif4gPerEif4e").times(given("eif4eTotal")));
    for (Cell cell : cells) {
      totals(cell);
      boundFractions(cell);
      freeEif4e(cell);
    }
  }

  private void totals(Cell cell) {
    Symbol perEif4e = cell.the("fourEbpPerEif4e");
    valueOf(perEif4e)
        .is(
            cell.the("hypophosphorylated4ebpPerEif4e")
                .times(given("mtorc1On4ebp").times(cell.the("mtorc1Rest")).plus(1)));
    Expression repressors = given("eif4eTotal").times(perEif4e);
    Symbol share1 = cell.the("fourEbp1Share");
    valueOf(cell.the("fourEbp1Total")).is(repressors.times(share1).times(cell.total(Gene.EBP1)));
    valueOf(cell.the("fourEbp2Total"))
        .is(repressors.times(oneMinus(share1)).times(cell.total(Gene.EBP2)));
    valueOf(cell.the("eif4eTotal")).is(given("eif4eTotal").times(cell.total(Gene.EIF4E)));
  }

  private void boundFractions(Cell cell) {
    Symbol free = cell.the("freeEif4e");
    valueOf(cell.the("eif4fBound"))
        .is(bound(given("eif4gTotal"), free, given("eif4gDissociation")));
    valueOf(cell.the("fourEbp1Bound")).is(boundRepressor(cell, "1"));
    valueOf(cell.the("fourEbp2Bound")).is(boundRepressor(cell, "2"));
  }

  /** Hypophosphorylated 4E-BP binds, phosphorylated 4E-BP binds weakly. */
  private Expression boundRepressor(Cell cell, String isoform) {
    Symbol free = cell.the("freeEif4e");
    Symbol total = cell.the("fourEbp" + isoform + "Total");
    Symbol p = cell.the("phospho4ebpFraction");
    Symbol kd = given("fourEbp" + isoform + "Dissociation");
    return bound(total.times(oneMinus(p)), free, kd)
        .plus(bound(total.times(p), free, kd.times(given("phosphoAffinityLoss"))));
  }

  private void freeEif4e(Cell cell) {
    Symbol free = cell.the("freeEif4e");
    residualOf(free)
        .is(
            cell.the("eif4eTotal")
                .minus(
                    sum(
                        free,
                        cell.the("eif4fBound"),
                        cell.the("fourEbp1Bound"),
                        cell.the("fourEbp2Bound"))));
    valueOf(cell.the("eif4f")).is(free.over(given("eif4gDissociation").plus(free)));
  }

  /** Partner bound at equilibrium: total · free/(K + free). */
  private static Expression bound(Expression total, Symbol free, Expression dissociation) {
    return total.times(free).over(dissociation.plus(free));
  }
}
