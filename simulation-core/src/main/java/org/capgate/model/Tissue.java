package org.capgate.model;

import static org.capgate.equations.Unit.DIMENSIONLESS;

import org.capgate.equations.EquationSystem;
import org.capgate.equations.Symbol;

/**
 * The unknowns that cells share or that belong to the animal; all dimensionless.
 *
 * @param glutamate extracellular glutamate relative to rest
 * @param bdnf released BDNF relative to rest
 * @param plasticityThreshold sliding threshold of excitatory plasticity, in units of eIF4F
 * @param intrinsicBrake homeostatic brake on the excitatory drive, 0 at rest
 * @param stressSignal REDD1-like stress signal, in [0, 1]
 * @param serotoninAdaptation slow adaptation to serotonin-transporter block, in [0, 1]
 * @param excitatoryTransmission strength of excitatory synapses, 1 at rest
 * @param inhibitoryTransmission output of inhibitory synapses, 1 at rest
 */
record Tissue(
    Symbol glutamate,
    Symbol bdnf,
    Symbol plasticityThreshold,
    Symbol intrinsicBrake,
    Symbol stressSignal,
    Symbol serotoninAdaptation,
    Symbol excitatoryTransmission,
    Symbol inhibitoryTransmission) {

  static Tissue declare(EquationSystem.Builder e) {
    return new Tissue(
        e.state("glutamate", DIMENSIONLESS, "extracellular glutamate relative to rest, in [0, ∞)"),
        e.state("bdnf", DIMENSIONLESS, "released BDNF relative to rest, in [0, ∞)"),
        e.state(
            "plasticityThreshold",
            DIMENSIONLESS,
            "sliding threshold of excitatory plasticity, in units of eIF4F, in [0, 1]"),
        e.state(
            "intrinsicBrake",
            DIMENSIONLESS,
            "homeostatic brake on the excitatory drive, 0 at rest"),
        e.state("stressSignal", DIMENSIONLESS, "REDD1-like stress signal, in [0, 1]"),
        e.state(
            "serotoninAdaptation",
            DIMENSIONLESS,
            "slow adaptation to serotonin-transporter block, in [0, 1]"),
        e.defined(
            "excitatoryTransmission",
            DIMENSIONLESS,
            "strength of excitatory synapses, 1 at rest, in [0, strengthCeilingExcitatory]"),
        e.defined(
            "inhibitoryTransmission",
            DIMENSIONLESS,
            "output of inhibitory synapses, 1 at rest, in [0, ∞)"));
  }
}
