package org.capgate.model;

import static org.capgate.equations.Expressions.hill;
import static org.capgate.equations.Expressions.number;
import static org.capgate.equations.Expressions.oneMinus;
import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.treatment.Target;

/**
 * Glutamate, eEF2 kinase, BDNF and TrkB.
 *
 * <p>BDNF has three sources beside its constitutive release: the glutamate surge, translation freed
 * when resting NMDA receptors of excitatory neurons are blocked and eEF2 kinase turns off (Autry et
 * al. 2011 doi:10.1038/nature10130), and the slow serotonergic adaptation. ASSUMED: BDNF made by
 * excitatory cells reaches inhibitory cells; this is how interneuron mTORC1 rises although their
 * own firing first falls. Not modelled: proBDNF, receptor trafficking.
 */
final class ReleaseEquations {
  private ReleaseEquations() {}

  static void state(
      EquationSystem.Builder e,
      Tissue tissue,
      Cell excitatory,
      Cell inhibitory,
      DrugEffects drugs,
      Mechanisms mechanisms) {
    e.mechanism("Glutamate");
    Symbol glutamateTime =
        e.parameter("glutamateTimeHours", HOUR, "time constant of extracellular glutamate");
    Symbol restRate = e.find("restRateExcitatoryHertz");
    e.describe("release by excitatory firing, uptake");
    e.rateOf(tissue.glutamate())
        .is(
            excitatory
                .rateHertz()
                .over(restRate)
                .times(drugs.factor(Target.GLUTAMATE_RELEASE))
                .minus(tissue.glutamate())
                .over(glutamateTime));

    e.mechanism("eEF2 kinase");
    Symbol eef2Time = e.parameter("eef2TimeHours", HOUR, "time constant of eEF2 phosphorylation");
    Symbol half =
        e.parameter(
            "eef2KinaseHalf",
            DIMENSIONLESS,
            "kinase activity, relative to rest, at which half of eEF2 is phosphorylated");
    Symbol s6k =
        e.parameter(
            "s6kWeight",
            DIMENSIONLESS,
            "how strongly S6K, downstream of mTORC1, turns eEF2 kinase off");
    Symbol elongationShare =
        e.parameter(
            "elongationShare",
            DIMENSIONLESS,
            "share of elongation that phosphorylated eEF2 limits");
    for (Cell cell : new Cell[] {excitatory, inhibitory}) {
      boolean felt = mechanisms.restingNmdaIsBlocked();
      Expression open = felt ? drugs.factor(DrugEffects.nmda(cell.cellClass())) : number(1);
      Expression s6kActivity = s6k.times(cell.mtorc1()).times(drugs.factor(Target.MTORC1));
      Expression s6kAtRest = s6k.times(e.find("mtorc1Rest" + cell.suffix()));
      Symbol kinase =
          e.define(
              "eef2Kinase" + cell.suffix(),
              DIMENSIONLESS,
              "eEF2 kinase activity of "
                  + cell.words()
                  + " neurons, 1 at rest: resting NMDA current, inhibitors, S6K",
              open.times(drugs.factor(Target.EEF2_KINASE))
                  .times(s6kAtRest.plus(1))
                  .over(s6kActivity.plus(1)));
      e.rateOf(cell.phosphoEef2())
          .is(hill(kinase, half, 1).minus(cell.phosphoEef2()).over(eef2Time));
      e.describe("elongation: the free share of eEF2");
      e.valueOf(cell.elongation())
          .is(oneMinus(elongationShare).plus(elongationShare.times(freeEef2(cell, half))));
    }

    e.mechanism("BDNF and TrkB");
    Symbol bdnfTime = e.parameter("bdnfTimeHours", HOUR, "time constant of released BDNF");
    Symbol byGlutamate =
        e.parameter(
            "bdnfByGlutamate",
            DIMENSIONLESS,
            "share of resting BDNF release that follows glutamate");
    Symbol glutamateHalf =
        e.parameter(
            "glutamateHalf",
            DIMENSIONLESS,
            "glutamate, relative to rest, at half of the maximal BDNF release");
    Symbol byTranslation =
        e.parameter(
            "bdnfByEef2",
            DIMENSIONLESS,
            "share of resting BDNF release that follows eEF2 (the resting-NMDA route)");
    e.rateOf(tissue.bdnf())
        .is(
            oneMinus(byGlutamate.plus(byTranslation))
                .plus(byGlutamate.times(relativeHill(tissue.glutamate(), glutamateHalf, 3)))
                .plus(byTranslation.times(freeEef2(excitatory, half)))
                .minus(tissue.bdnf())
                .over(bdnfTime));
    Symbol trkbTime = e.parameter("trkbTimeHours", HOUR, "time constant of TrkB activation");
    Symbol bdnfHalf =
        e.parameter(
            "bdnfHalf",
            DIMENSIONLESS,
            "BDNF, relative to rest, at half of the maximal TrkB activation");
    for (Cell cell : new Cell[] {excitatory, inhibitory}) {
      e.rateOf(cell.trkb())
          .is(
              relativeHill(tissue.bdnf(), bdnfHalf, 1)
                  .times(drugs.factor(Target.TRKB))
                  .minus(cell.trkb())
                  .over(trkbTime));
    }
  }

  /** xⁿ(1 + hⁿ)/(hⁿ + xⁿ): 1 at x = 1. */
  private static Expression relativeHill(Expression x, Symbol half, int exponent) {
    return hill(x, half, exponent).times(half.power(exponent).plus(1));
  }

  /** (1 − p)/(1 − p at rest); p at rest is 1/(1 + half). */
  private static Expression freeEef2(Cell cell, Symbol half) {
    return oneMinus(cell.phosphoEef2()).times(half.plus(1)).over(half);
  }
}
