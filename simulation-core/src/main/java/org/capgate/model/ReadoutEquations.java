package org.capgate.model;

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
 * <p>Mood is a weighted sum of the gain in excitatory and the fall in inhibitory transmission, 0 in
 * the untreated wild type. Immobility, feeding latency and depression score are falling sigmoid
 * maps of mood. ASSUMED: all weights and slopes, ranges in seeds/parameters/readouts.csv.
 */
final class ReadoutEquations {
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
    Symbol byInhibition =
        e.parameter(
            "moodByInhibition", DIMENSIONLESS, "mood per relative fall in inhibitory transmission");
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
    Symbol scoreSlope =
        e.parameter("depressionScoreSlope", DIMENSIONLESS, "slope of the depression score in mood");
    Symbol scoreMidMood =
        e.parameter(
            "depressionScoreMidMood", DIMENSIONLESS, "mood at the middle of the depression scale");
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
            byExcitation.times(strength.minus(1)).minus(byInhibition.times(output.minus(1))));
    e.readout(
        "immobilitySeconds",
        SECOND,
        "immobility in the forced swim, in [0, immobilityMaximumSeconds]",
        immobilityMaximum.times(falling(mood)));
    e.readout(
        "feedingLatencySeconds",
        SECOND,
        "latency to feed in a novel place, in [0, feedingLatencyMaximumSeconds]",
        latencyMaximum.times(falling(latencySlope.times(mood))));
    e.readout(
        "depressionScorePoint",
        POINT,
        "MADRS-like depression score, in [0, depressionScoreMaximumPoint]",
        scoreMaximum.times(falling(scoreSlope.times(mood.minus(scoreMidMood)))));
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
        "active mTORC1 relative to all of the wild type",
        ", in [0, totalRaptor]",
        "",
        fraction,
        excitatory.mtorc1(),
        inhibitory.mtorc1());
    perClass(
        e,
        "phospho4ebpMicromolar",
        MICROMOLAR,
        "phosphorylated 4E-BP",
        ", in [0, ∞)",
        ", in [0, ∞)",
        fraction,
        phospho(e, excitatory),
        phospho(e, inhibitory));
    perClass(
        e,
        "phosphoEef2Fraction",
        DIMENSIONLESS,
        "phosphorylated fraction of eEF2",
        ", in [0, 1]",
        ", in [0, 1]",
        fraction,
        excitatory.phosphoEef2(),
        inhibitory.phosphoEef2());
    perClass(
        e,
        "eif4fFraction",
        DIMENSIONLESS,
        "fraction of eIF4G in eIF4F",
        ", in [0, 1]",
        ", in [0, 1]",
        fraction,
        excitatory.eif4f(),
        inhibitory.eif4f());
    perClass(
        e,
        "synapticProteinRelative",
        DIMENSIONLESS,
        "slow plasticity proteins relative to rest",
        ", in [0, ∞)",
        ", in [0, ∞)",
        fraction,
        excitatory.slowProtein(),
        inhibitory.slowProtein());
  }

  private static Expression phospho(EquationSystem.Builder e, Cell cell) {
    Symbol total1 = e.find("fourEbp1Total" + cell.suffix() + "Micromolar");
    Symbol total2 = e.find("fourEbp2Total" + cell.suffix() + "Micromolar");
    return e.define(
        "phosphorylated4ebp" + cell.suffix() + "Micromolar",
        MICROMOLAR,
        "phosphorylated 4E-BP1 and 4E-BP2 of " + cell.words() + " neurons",
        total1.times(cell.phospho4ebp1()).plus(total2.times(cell.phospho4ebp2())));
  }

  private static void perClass(
      EquationSystem.Builder e,
      String name,
      Unit unit,
      String description,
      String rangeOfAClass,
      String rangeOfTissue,
      Symbol fraction,
      Expression excitatory,
      Expression inhibitory) {
    Symbol e1 =
        e.readout(
            name + Cell.suffix(CellClass.EXCITATORY),
            unit,
            description + ", excitatory neurons" + rangeOfAClass,
            excitatory);
    Symbol i1 =
        e.readout(
            name + Cell.suffix(CellClass.INHIBITORY),
            unit,
            description + ", inhibitory neurons" + rangeOfAClass,
            inhibitory);
    e.readout(
        name,
        unit,
        description + ", tissue" + rangeOfTissue,
        fraction.times(e1).plus(oneMinus(fraction).times(i1)));
  }

  /** ½ (1 − x/√(1 + x²)), falls from 1 to 0, ½ at 0. */
  private static Expression falling(Expression x) {
    return oneMinus(x.over(x.power(2).plus(1).squareRoot())).over(2);
  }
}
