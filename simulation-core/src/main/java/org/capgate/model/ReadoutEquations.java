package org.capgate.model;

import static org.capgate.equations.Expressions.hill;
import static org.capgate.equations.Expressions.number;
import static org.capgate.equations.Expressions.oneMinus;
import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HERTZ;
import static org.capgate.equations.Unit.MICROMOLAR;
import static org.capgate.equations.Unit.POINT;
import static org.capgate.equations.Unit.SECOND;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.capgate.equations.Unit;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Target;

/**
 * Readouts: documented monotone maps of the state; they feed nothing back.
 *
 * <p>Mood is a weighted sum of the gain in excitatory transmission and the present glutamatergic
 * throughput, 0 in the untreated wild type. Immobility and feeding latency are falling sigmoid maps
 * of mood; the depression score sees a deficit only. ASSUMED: all weights and slopes, ranges in
 * seeds/parameters/readouts.csv.
 */
final class ReadoutEquations {
  /** Width of the smooth corner of the deficit of mood, dimensionless, ASSUMED. */
  private static final double CORNER = 0.02;

  private ReadoutEquations() {}

  static void state(
      EquationSystem.Builder e,
      Tissue tissue,
      Cell excitatory,
      Cell inhibitory,
      DrugEffects drugs) {
    e.mechanism("Readouts");
    Symbol byExcitation =
        e.parameter(
            "moodByExcitation", DIMENSIONLESS, "mood per relative gain in excitatory transmission");
    Symbol byActivity =
        e.parameter(
            "moodByActivity",
            DIMENSIONLESS,
            "mood per relative gain in present glutamatergic throughput");
    Symbol immobilityMaximum =
        e.parameter(
            "immobilityMaximumSeconds",
            SECOND,
            "immobility at very low mood; half of it at mood 0");
    Symbol latencyMaximum =
        e.parameter(
            "feedingLatencyMaximumSeconds",
            SECOND,
            "feeding latency at very low mood; half of it at mood 0");
    Symbol latencySlope =
        e.parameter("feedingLatencySlope", DIMENSIONLESS, "slope of feeding latency in mood");
    Symbol scoreMaximum =
        e.parameter("depressionScoreMaximumPoint", POINT, "upper end of the depression scale");
    Symbol scoreHealthy =
        e.parameter(
            "depressionScoreHealthyPoint", POINT, "depression score without a deficit of mood");
    Symbol scoreHalf =
        e.parameter(
            "depressionScoreHalfDeficit",
            DIMENSIONLESS,
            "deficit of mood half way to the upper end of the depression scale");
    Symbol dopamineGain =
        e.parameter(
            "dopamineByDisinhibition",
            DIMENSIONLESS,
            "dopamine surge per NMDA block of interneurons at the resting rate");
    Symbol fraction =
        e.parameter(
            "excitatoryFraction",
            DIMENSIONLESS,
            "share of excitatory neurons in tissue measurements");

    Symbol strength = tissue.excitatoryTransmission();
    Symbol output = tissue.inhibitoryTransmission();
    Symbol mood =
        e.readout(
            "mood",
            DIMENSIONLESS,
            "mood proxy, 0 in the untreated wild type",
            byExcitation
                .times(strength.minus(1))
                .plus(
                    byActivity.times(
                        tissue.glutamate().times(drugs.factor(Target.AMPA)).minus(1))));
    e.readout(
        "immobilitySeconds",
        SECOND,
        "immobility in the forced swim",
        immobilityMaximum.times(falling(mood)));
    e.readout(
        "feedingLatencySeconds",
        SECOND,
        "latency to feed in a novel place",
        latencyMaximum.times(falling(latencySlope.times(mood))));
    e.readout(
        "depressionScorePoint",
        POINT,
        "MADRS-like depression score",
        scoreHealthy.plus(
            scoreMaximum.minus(scoreHealthy).times(hill(deficit(mood), scoreHalf, 2))));
    e.readout(
        "excitatoryTransmissionRelative",
        DIMENSIONLESS,
        "strength of excitatory synapses, 1 at rest",
        strength);
    e.readout(
        "inhibitoryTransmissionRelative",
        DIMENSIONLESS,
        "output of inhibitory synapses, 1 at rest",
        output);
    Expression release = drugs.factor(Target.GLUTAMATE_RELEASE);
    e.readout(
        "excitatoryEventRateHertz",
        HERTZ,
        "rate of excitatory synaptic events",
        excitatory.rateHertz().times(release));
    e.readout(
        "inhibitoryEventRateHertz",
        HERTZ,
        "rate of inhibitory synaptic events",
        inhibitory.rateHertz());
    e.readout(
        "excitatoryRateHertz", HERTZ, "firing rate of excitatory neurons", excitatory.rateHertz());
    e.readout(
        "inhibitoryRateHertz", HERTZ, "firing rate of inhibitory neurons", inhibitory.rateHertz());
    e.readout(
        "eiRatio",
        DIMENSIONLESS,
        "excitatory over inhibitory transmission, 1 at rest",
        strength.over(output));
    e.readout(
        "glutamateRelative",
        DIMENSIONLESS,
        "extracellular glutamate relative to rest",
        tissue.glutamate());
    e.readout("bdnfRelative", DIMENSIONLESS, "released BDNF relative to rest", tissue.bdnf());
    Expression disinhibition =
        drugs
            .effect(Target.NMDA_INHIBITORY)
            .negate()
            .times(excitatory.rateHertz())
            .over(e.find("restRateExcitatoryHertz"));
    e.readout(
        "dopamineRelative",
        DIMENSIONLESS,
        "dopamine surge (liability proxy) relative to rest",
        dopamineGain.times(disinhibition).plus(1));

    perClass(
        e,
        "mtorc1Active",
        DIMENSIONLESS,
        "active fraction of mTORC1",
        fraction,
        excitatory.mtorc1(),
        inhibitory.mtorc1());
    perClass(
        e,
        "phospho4ebpMicromolar",
        MICROMOLAR,
        "phosphorylated 4E-BP",
        fraction,
        phospho(e, excitatory),
        phospho(e, inhibitory));
    perClass(
        e,
        "phosphoEef2Fraction",
        DIMENSIONLESS,
        "phosphorylated fraction of eEF2",
        fraction,
        excitatory.phosphoEef2(),
        inhibitory.phosphoEef2());
    perClass(
        e,
        "eif4fFraction",
        DIMENSIONLESS,
        "fraction of eIF4G in eIF4F",
        fraction,
        excitatory.eif4f(),
        inhibitory.eif4f());
    perClass(
        e,
        "synapticProteinRelative",
        DIMENSIONLESS,
        "synaptic proteins relative to rest",
        fraction,
        tissue.slowProtein(),
        tissue.suppression().plus(1).over(e.find("suppressionRestInhibitory").plus(1)));
  }

  private static Expression phospho(EquationSystem.Builder e, Cell cell) {
    Symbol total1 = e.find("fourEbp1Total" + cell.suffix() + "Micromolar");
    Symbol total2 = e.find("fourEbp2Total" + cell.suffix() + "Micromolar");
    return e.define(
        "phosphorylated4ebp" + cell.suffix() + "Micromolar",
        MICROMOLAR,
        "phosphorylated 4E-BP1 and 4E-BP2 of " + cell.words() + " neurons",
        total1.plus(total2).times(cell.phospho4ebp()));
  }

  private static void perClass(
      EquationSystem.Builder e,
      String name,
      Unit unit,
      String description,
      Symbol fraction,
      Expression excitatory,
      Expression inhibitory) {
    Symbol e1 =
        e.readout(
            name + Cell.suffix(CellClass.EXCITATORY),
            unit,
            description + ", excitatory neurons",
            excitatory);
    Symbol i1 =
        e.readout(
            name + Cell.suffix(CellClass.INHIBITORY),
            unit,
            description + ", inhibitory neurons",
            inhibitory);
    e.readout(
        name,
        unit,
        description + ", tissue",
        fraction.times(e1).plus(oneMinus(fraction).times(i1)));
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
