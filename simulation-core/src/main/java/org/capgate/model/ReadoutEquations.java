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
 * Readouts: documented monotone maps of the state; they feed nothing back.
 *
 * <p>Mood is a weighted sum of the gain in excitatory and the fall in inhibitory transmission and
 * of a saturating function of the present throughput, 0 in the untreated wild type; each term is
 * bounded. Immobility, feeding latency and depression score are falling sigmoid maps of mood.
 * ASSUMED: all weights and slopes, ranges in seeds/parameters/readouts.csv.
 */
final class ReadoutEquations extends Equations {
  /** Width of the smooth corner of the deficit of mood, dimensionless, ASSUMED (0.01-0.05). */
  private static final double CORNER = 0.02;

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
    valueOf(excitatory.the("synapticProteinRelative")).is(excitatory.the("slowProtein"));
    valueOf(inhibitory.the("synapticProteinRelative"))
        .is(inhibitory.the("suppression").plus(1).over(inhibitory.the("suppressionRest").plus(1)));
    tissueMean("synapticProteinRelative");
  }

  private void behaviour() {
    Symbol mood = given("mood");
    valueOf(mood)
        .is(
            given("moodByExcitation")
                .times(given("excitatoryTransmission").minus(1))
                .plus(given("moodByDisinhibition").times(oneMinus(given("inhibitoryTransmission"))))
                .plus(
                    given("moodByActivity")
                        .times(
                            relativeHill(
                                    given("glutamate").times(factor(Target.AMPA)),
                                    given("moodActivityHalf"),
                                    1)
                                .minus(1))));
    valueOf(given("immobility")).is(given("immobilityMaximum").times(falling(mood)));
    valueOf(given("feedingLatency"))
        .is(
            given("feedingLatencyMaximum")
                .times(falling(given("feedingLatencySlope").times(mood))));
    Symbol healthy = given("depressionScoreHealthy");
    valueOf(given("depressionScore"))
        .is(
            healthy.plus(
                given("depressionScoreMaximum")
                    .minus(healthy)
                    .times(hill(deficit(mood), given("depressionScoreHalfDeficit"), 2))));
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
                .plus(cell.the("fourEbp2Total"))
                .times(cell.the("phospho4ebpFraction")));
  }

  /** A quantity of each class, and of tissue: their mean, weighted by numbers of neurons. */
  private void perClass(String readout, String quantity) {
    for (Cell cell : cells) {
      valueOf(cell.the(readout)).is(cell.the(quantity));
    }
    tissueMean(readout);
  }

  private void tissueMean(String readout) {
    Symbol fraction = given("excitatoryFraction");
    valueOf(given(readout))
        .is(
            fraction
                .times(excitatory.the(readout))
                .plus(oneMinus(fraction).times(inhibitory.the(readout))));
  }

  /** How far mood is below the untreated wild type, smoothly rectified. */
  private static Expression deficit(Expression mood) {
    return mood.power(2).plus(number(CORNER).power(2)).squareRoot().minus(mood).over(2);
  }

  /** ½ (1 − x/√(1 + x²)), falls from 1 to 0, ½ at 0. */
  private static Expression falling(Expression x) {
    return oneMinus(x.over(x.power(2).plus(1).squareRoot())).over(2);
  }
}
