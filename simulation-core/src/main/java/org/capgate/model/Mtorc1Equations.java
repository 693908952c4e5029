package org.capgate.model;

import static org.capgate.equations.Expressions.hill;
import static org.capgate.equations.Expressions.number;
import static org.capgate.equations.Expressions.oneMinus;
import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;
import static org.capgate.equations.Unit.PER_HOUR;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.treatment.Target;

/**
 * mTORC1 driven by TrkB and activity and held down by stress, and its phosphorylation of the 4E-BPs
 * against PP2A.
 *
 * <p>Drive and threshold are relative to the drive at rest. Rapamycin blocks the branch to S6K
 * fully and the branch to 4E-BP partly (Thoreen et al. 2009 doi:10.1074/jbc.M900301200). TrkB and
 * activity multiply, since signalling of TrkB needs activity (Ji et al. 2005 doi:10.1038/nn1381;
 * form ASSUMED). The activity that counts is the glutamatergic throughput for excitatory neurons
 * and, saturating, their own firing for inhibitory ones. mTORC1 acts alike on 4E-BP1 and 4E-BP2.
 * Not modelled: mTORC2, the order of the phosphorylation sites, 4E-BP turnover.
 */
final class Mtorc1Equations {
  private Mtorc1Equations() {}

  /** Declared early because the eEF2 kinase needs the resting activity. */
  static void stateRest(EquationSystem.Builder e, Cell cell) {
    Symbol threshold =
        e.parameter(
            "mtorc1Threshold" + cell.suffix(),
            DIMENSIONLESS,
            "drive of " + cell.words() + " neurons, relative to rest, at half of mTORC1");
    e.define(
        "mtorc1Rest" + cell.suffix(),
        DIMENSIONLESS,
        "active mTORC1 of " + cell.words() + " neurons in the untreated wild type",
        hill(number(1), threshold, 3));
  }

  static void state(
      EquationSystem.Builder e,
      Tissue tissue,
      Cell excitatory,
      Cell inhibitory,
      DrugEffects drugs) {
    e.mechanism("mTORC1");
    Symbol time = e.parameter("mtorc1TimeHours", HOUR, "time constant of mTORC1");
    Symbol redd1 =
        e.parameter(
            "stressOnMtorc1",
            DIMENSIONLESS,
            "fall of the mTORC1 drive under full stress signal (REDD1)");
    Expression throughput = tissue.glutamate().times(drugs.factor(Target.AMPA));
    Expression notStressed = oneMinus(redd1.times(tissue.stressSignal()));
    Symbol firingHalf =
        e.parameter(
            "ownFiringHalf",
            DIMENSIONLESS,
            "firing of inhibitory neurons, relative to rest, at half of what it does to TrkB signalling");
    Expression firing = inhibitory.rateHertz().over(e.find("restRateInhibitoryHertz"));
    Expression permits = hill(firing, firingHalf, 1).times(firingHalf.plus(1));
    Expression[] activity = {throughput.times(notStressed), permits};
    Cell[] cells = {excitatory, inhibitory};
    for (int c = 0; c < cells.length; c++) {
      Cell cell = cells[c];
      Symbol drive =
          e.define(
              "mtorc1Drive" + cell.suffix(),
              DIMENSIONLESS,
              "mTORC1 drive of " + cell.words() + " neurons, 1 at rest without stress",
              cell.trkb().times(activity[c]));
      Symbol raptor = Genes.scale(e, Gene.RPTOR, cell);
      e.rateOf(cell.mtorc1())
          .is(
              raptor
                  .times(hill(drive, e.find("mtorc1Threshold" + cell.suffix()), 3))
                  .minus(cell.mtorc1())
                  .over(time));
    }

    e.mechanism("4E-BP phosphorylation");
    Symbol branch =
        e.parameter(
            "rapamycinOn4ebpBranch",
            DIMENSIONLESS,
            "share of the 4E-BP branch of mTORC1 that rapamycin blocks; the S6K branch is blocked fully");
    Symbol phosphatase = e.parameter("pp2aPerHour", PER_HOUR, "dephosphorylation of 4E-BP by PP2A");
    Symbol on =
        e.parameter(
            "mtorc1On4ebp",
            DIMENSIONLESS,
            "phosphorylation of 4E-BP by fully active mTORC1, relative to PP2A");
    Expression notBlocked = branch.times(drugs.effect(Target.MTORC1)).plus(1);
    for (Cell cell : cells) {
      Symbol kinase =
          e.define(
              "mtorc1To4ebp" + cell.suffix(),
              DIMENSIONLESS,
              "mTORC1 of " + cell.words() + " neurons that reaches 4E-BP",
              cell.mtorc1().times(notBlocked));
      e.rateOf(cell.phospho4ebp())
          .is(
              phosphatase.times(
                  on.times(kinase).times(oneMinus(cell.phospho4ebp())).minus(cell.phospho4ebp())));
    }
  }
}
