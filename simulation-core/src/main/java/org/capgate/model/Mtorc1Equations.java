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
 * activity that counts is glutamate for excitatory neurons; for inhibitory neurons it is a mixture
 * of their own firing and the glutamate they receive (ASSUMED, fitted). Not modelled: mTORC2, the
 * order of the phosphorylation sites, 4E-BP turnover.
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
      valueOf(cell.the("mtorc1Rest")).is(hill(number(1), cell.the("mtorc1Threshold"), 4));
    }
  }

  private void activation(Cell cell) {
    valueOf(cell.the("mtorc1Drive"))
        .is(
            given("mtorc1ByTrkb")
                .times(cell.the("trkb"))
                .plus(oneMinus(given("mtorc1ByTrkb")).times(activity(cell)))
                .times(oneMinus(given("stressOnMtorc1").times(given("stressSignal")))));
    rateOf(cell.the("mtorc1"))
        .is(
            cell.total(Gene.RPTOR)
                .times(hill(cell.the("mtorc1Drive"), cell.the("mtorc1Threshold"), 4))
                .minus(cell.the("mtorc1"))
                .over(given("mtorc1Time")));
  }

  /** Glutamate received; in inhibitory neurons mixed with their own firing. */
  private Expression activity(Cell cell) {
    Symbol ownShare = given("ownFiringShare");
    return cell == excitatory
        ? given("glutamate")
        : ownShare
            .times(cell.the("rate").over(cell.the("restRate")))
            .plus(oneMinus(ownShare).times(given("glutamate")));
  }

  private void phosphorylation(Cell cell) {
    Expression notBlocked = given("rapamycinOn4ebpBranch").times(effect(Target.MTORC1)).plus(1);
    valueOf(cell.the("mtorc1To4ebp")).is(cell.the("mtorc1").times(notBlocked));
    phosphorylation(cell, "1");
    phosphorylation(cell, "2");
  }

  /** dp/dt = k · (κ · mTORC1 · (1 − p) − p). */
  private void phosphorylation(Cell cell, String isoform) {
    Symbol p = cell.the("phospho4ebp" + isoform);
    rateOf(p)
        .is(
            given("pp2a")
                .times(
                    given("mtorc1On4ebp" + isoform)
                        .times(cell.the("mtorc1To4ebp"))
                        .times(oneMinus(p))
                        .minus(p)));
  }
}
