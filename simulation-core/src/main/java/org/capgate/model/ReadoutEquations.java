package org.capgate.model;

import static org.capgate.equations.Expressions.oneMinus;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.treatment.Target;

/**
 * Readouts: documented monotone maps of the state; they feed nothing back.
 *
 * <p>Mood is a weighted sum of the gain in excitatory and the fall in inhibitory transmission, 0 in
 * the untreated wild type. Immobility, feeding latency and depression score are falling sigmoid
 * maps of mood. ASSUMED: all weights and slopes, ranges in seeds/parameters/readouts.csv.
 */
final class ReadoutEquations extends Equations {
  ReadoutEquations(EquationSystem.Builder e, SymbolTable table, Mechanisms mechanisms) {
    super(e, table, mechanisms);
  }

  @Override
  void state() {
    mechanism("Readouts");
    behaviour();
    transmission();
    extracellular();
    perClass("mtorc1Active", "mtorc1");
    cells.forEach(this::phosphorylated4ebp);
    perClass("phospho4ebp", "phosphorylated4ebp");
    perClass("phosphoEef2Fraction", "phosphoEef2");
    perClass("eif4fFraction", "eif4f");
    perClass("synapticProteinRelative", "slowProtein");
  }

  private void behaviour() {
    Symbol mood = given("mood");
    valueOf(mood)
        .is(
            given("moodByExcitation")
                .times(given("excitatoryTransmission").minus(1))
                .minus(given("moodByInhibition").times(given("inhibitoryTransmission").minus(1))));
    valueOf(given("immobility")).is(given("immobilityMaximum").times(falling(mood)));
    valueOf(given("feedingLatency"))
        .is(
            given("feedingLatencyMaximum")
                .times(falling(given("feedingLatencySlope").times(mood))));
    Expression distance = mood.minus(given("depressionScoreMidMood"));
    valueOf(given("depressionScore"))
        .is(
            given("depressionScoreMaximum")
                .times(falling(given("depressionScoreSlope").times(distance))));
  }

  private void transmission() {
    Symbol strength = given("excitatoryTransmission");
    Symbol output = given("inhibitoryTransmission");
    valueOf(given("excitatoryTransmissionRelative")).is(strength);
    valueOf(given("inhibitoryTransmissionRelative")).is(output);
    valueOf(given("excitatoryEventRate"))
        .is(excitatory.the("rate").times(factor(Target.GLUTAMATE_RELEASE)));
    valueOf(given("inhibitoryEventRate")).is(inhibitory.the("rate"));
    valueOf(given("excitatoryRate")).is(excitatory.the("rate"));
    valueOf(given("inhibitoryRate")).is(inhibitory.the("rate"));
    valueOf(given("eiRatio")).is(strength.over(output));
  }

  private void extracellular() {
    valueOf(given("glutamateRelative")).is(given("glutamate"));
    valueOf(given("bdnfRelative")).is(given("bdnf"));
    Expression disinhibition =
        effect(Target.NMDA_INHIBITORY)
            .negate()
            .times(excitatory.the("rate"))
            .over(excitatory.the("restRate"));
    valueOf(given("dopamineRelative"))
        .is(given("dopamineByDisinhibition").times(disinhibition).plus(1));
  }

  private void phosphorylated4ebp(Cell cell) {
    valueOf(cell.the("phosphorylated4ebp"))
        .is(
            cell.the("fourEbp1Total")
                .times(cell.the("phospho4ebp1"))
                .plus(cell.the("fourEbp2Total").times(cell.the("phospho4ebp2"))));
  }

  /** A quantity of each class, and of tissue: their mean, weighted by numbers of neurons. */
  private void perClass(String readout, String quantity) {
    for (Cell cell : cells) {
      valueOf(cell.the(readout)).is(cell.the(quantity));
    }
    Symbol fraction = given("excitatoryFraction");
    valueOf(given(readout))
        .is(
            fraction
                .times(excitatory.the(readout))
                .plus(oneMinus(fraction).times(inhibitory.the(readout))));
  }

  /** ½ (1 − x/√(1 + x²)), falls from 1 to 0, ½ at 0. */
  private static Expression falling(Expression x) {
    return oneMinus(x.over(x.power(2).plus(1).squareRoot())).over(2);
  }
}
