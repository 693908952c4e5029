package org.capgate.model;

import static org.capgate.equations.Expressions.hill;
import static org.capgate.equations.Expressions.number;
import static org.capgate.equations.Expressions.oneMinus;
import static org.capgate.equations.Expressions.relativeHill;

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
final class ReleaseEquations extends Equations {
  ReleaseEquations(EquationSystem.Builder e, SymbolTable table, Mechanisms mechanisms) {
    super(e, table, mechanisms);
  }

  @Override
  void state() {
    mechanism("Glutamate");
    glutamate();
    mechanism("eEF2 kinase");
    cells.forEach(this::eef2);
    mechanism("BDNF and TrkB");
    bdnf();
    cells.forEach(this::trkb);
  }

  private void glutamate() {
    rateOf(given("glutamate"))
        .is(
            excitatory
                .the("rate")
                .over(excitatory.the("restRate"))
                .times(factor(Target.GLUTAMATE_RELEASE))
                .minus(given("glutamate"))
                .over(given("glutamateTime")));
  }

  private void eef2(Cell cell) {
    Symbol s6k = given("s6kWeight");
    Expression open = mechanisms.restingNmdaIsBlocked() ? factor(cell.nmda()) : number(1);
    valueOf(cell.the("eef2Kinase"))
        .is(
            open.times(factor(Target.EEF2_KINASE))
                .times(s6k.times(cell.the("mtorc1Rest")).plus(1))
                .over(s6k.times(cell.the("mtorc1")).times(factor(Target.MTORC1)).plus(1)));
    rateOf(cell.the("phosphoEef2"))
        .is(
            hill(cell.the("eef2Kinase"), given("eef2KinaseHalf"), 1)
                .minus(cell.the("phosphoEef2"))
                .over(given("eef2Time")));
    Symbol limited = given("elongationShare");
    valueOf(cell.the("elongation")).is(oneMinus(limited).plus(limited.times(freeEef2(cell))));
  }

  private void bdnf() {
    Symbol byGlutamate = given("bdnfByGlutamate");
    Symbol byEef2 = given("bdnfByEef2");
    rateOf(given("bdnf"))
        .is(
            oneMinus(byGlutamate)
                .times(oneMinus(byEef2).plus(byEef2.times(freeEef2(excitatory))))
                .plus(
                    byGlutamate.times(relativeHill(given("glutamate"), given("glutamateHalf"), 3)))
                .minus(given("bdnf"))
                .over(given("bdnfTime")));
  }

  private void trkb(Cell cell) {
    rateOf(cell.the("trkb"))
        .is(
            relativeHill(given("bdnf"), given("bdnfHalf"), 1)
                .times(factor(Target.TRKB))
                .minus(cell.the("trkb"))
                .over(given("trkbTime")));
  }

  /** (1 − p)/(1 − p at rest); p at rest is 1/(1 + half). */
  private Expression freeEef2(Cell cell) {
    Symbol half = given("eef2KinaseHalf");
    return oneMinus(cell.the("phosphoEef2")).times(half.plus(1)).over(half);
  }
}
