package org.capgate.model;

import static org.capgate.equations.Expressions.hill;
import static org.capgate.equations.Expressions.number;
import static org.capgate.equations.Expressions.oneMinus;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.treatment.Target;

/**
 * mTORC1 driven by TrkB and activity and held down by stress, and its phosphorylation of the 4E-BPs
 * against PP2A.
 *
 * <p>Drive and threshold are relative to the drive at rest. Rapamycin blocks the branch to S6K
 * fully and the branch to 4E-BP partly (Thoreen et al. 2009 doi:10.1074/jbc.M900301200). The
 * activity that counts is glutamatergic throughput for excitatory neurons and their own firing for
 * inhibitory ones (ASSUMED). Not modelled: mTORC2, the order of the phosphorylation sites, 4E-BP
 * turnover.
 */
final class Mtorc1Equations extends Equations {
  Mtorc1Equations(EquationSystem.Builder e, SymbolTable table, Mechanisms mechanisms) {
    super(e, table, mechanisms);
  }

  @Override
  void state() {
    mechanism("mTORC1");
    cells.forEach(this::activation);
    mechanism("4E-BP phosphorylation");
    cells.forEach(this::phosphorylation);
  }

  /** Stated early because the eEF2 kinase needs the resting activity. */
  void stateRest() {
    mechanism("mTORC1");
    for (Cell cell : cells) {
      valueOf(cell.the("mtorc1Rest")).is(hill(number(1), cell.the("mtorc1Threshold"), 3));
    }
  }

  private void activation(Cell cell) {
    valueOf(cell.the("mtorc1Drive")).is(cell.the("trkb").times(activity(cell)));
    rateOf(cell.the("mtorc1"))
        .is(
            cell.total(Gene.RPTOR)
                .times(hill(cell.the("mtorc1Drive"), cell.the("mtorc1Threshold"), 3))
                .minus(cell.the("mtorc1"))
                .over(given("mtorc1Time")));
  }

  /**
   * What TrkB signalling needs beside BDNF: in excitatory neurons glutamatergic throughput, less
   * under stress; in inhibitory neurons their own firing. Either alone does nothing. 1 at rest.
   */
  private Expression activity(Cell cell) {
    if (cell == excitatory) {
      return given("glutamate")
          .times(factor(Target.AMPA))
          .times(oneMinus(given("stressOnMtorc1").times(given("stressSignal"))));
    }
    return cell.the("rate").over(cell.the("restRate"));
  }

  /** dq/dt = k · (κ · mTORC1 · (1 − q) − q), the same for both isoforms. */
  private void phosphorylation(Cell cell) {
    Expression notBlocked = given("rapamycinOn4ebpBranch").times(effect(Target.MTORC1)).plus(1);
    valueOf(cell.the("mtorc1To4ebp")).is(cell.the("mtorc1").times(notBlocked));
    Symbol q = cell.the("phospho4ebpFraction");
    rateOf(q)
        .is(
            given("pp2a")
                .times(
                    given("mtorc1On4ebp")
                        .times(cell.the("mtorc1To4ebp"))
                        .times(oneMinus(q))
                        .minus(q)));
  }
}
