package org.capgate.model;

import static org.capgate.equations.Unit.DIMENSIONLESS;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Symbol;

/**
 * The unknowns that cells share or that belong to the animal; all dimensionless.
 *
 * @param glutamate extracellular glutamate relative to rest
 * @param bdnf released BDNF relative to rest
 * @param plasticityThreshold eIF4F of excitatory neurons over the last days
 * @param fastProtein plasticity proteins of excitatory neurons, in [0, 1] times elongation
 * @param slowProtein synaptic proteins of excitatory neurons, 1 at rest
 * @param eligibility share of excitatory synapses that can capture, 1 at rest
 * @param suppression suppressed share of what inhibitory output can lose, in [0, 1]
 * @param averageInhibition inhibitory transmission of the last days
 * @param permission how far inhibition lets excitatory synapses capture, in [0, 1]
 * @param stressSignal REDD1-like stress signal, in [0, 1]
 * @param serotoninAdaptation slow adaptation to serotonin-transporter block, in [0, 1]
 * @param excitatoryTransmission strength of excitatory synapses, 1 at rest
 * @param inhibitoryTransmission output of inhibitory synapses, 1 at rest
 */
record Tissue(
    Symbol glutamate,
    Symbol bdnf,
    Symbol plasticityThreshold,
    Symbol fastProtein,
    Symbol slowProtein,
    Symbol eligibility,
    Symbol suppression,
    Symbol averageInhibition,
    Symbol permission,
    Symbol stressSignal,
    Symbol serotoninAdaptation,
    Symbol excitatoryTransmission,
    Symbol inhibitoryTransmission) {

  static Tissue declare(EquationSystem.Builder e) {
    return new Tissue(
        e.state("glutamate", DIMENSIONLESS, "extracellular glutamate relative to rest"),
        e.state("bdnf", DIMENSIONLESS, "released BDNF relative to rest"),
        e.state(
            "plasticityThreshold",
            DIMENSIONLESS,
            "eIF4F of excitatory neurons over the last days; the threshold of plasticity slides with it"),
        e.state(
            "fastProteinExcitatory",
            DIMENSIONLESS,
            "fast plasticity proteins (Arc-like) of excitatory neurons"),
        e.state(
            "slowProteinExcitatory",
            DIMENSIONLESS,
            "synaptic proteins (GluA1- or PSD95-like) of excitatory neurons, 1 at rest"),
        e.state(
            "eligibilityExcitatory",
            DIMENSIONLESS,
            "share of excitatory synapses that can capture plasticity proteins, 1 at rest"),
        e.state(
            "suppressionInhibitory",
            DIMENSIONLESS,
            "suppressed share of the output of inhibitory neurons, in [0, 1]"),
        e.state("averageInhibition", DIMENSIONLESS, "inhibitory transmission over the last days"),
        e.state(
            "plasticityPermission",
            DIMENSIONLESS,
            "how far the fall of inhibition lets synapses capture, in [0, 1]"),
        e.state("stressSignal", DIMENSIONLESS, "REDD1-like stress signal, in [0, 1]"),
        e.state(
            "serotoninAdaptation",
            DIMENSIONLESS,
            "slow adaptation to serotonin-transporter block, in [0, 1]"),
        e.defined(
            "excitatoryTransmission", DIMENSIONLESS, "strength of excitatory synapses, 1 at rest"),
        e.defined(
            "inhibitoryTransmission", DIMENSIONLESS, "output of inhibitory synapses, 1 at rest"));
  }
}
