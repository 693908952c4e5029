package org.capgate.model;

import org.capgate.equations.EquationSystem;
import org.capgate.treatment.CellClass;

/**
 * The whole statement: one excitatory and one inhibitory cell, the tissue and the readouts.
 * Everything else, from the kernels to docs/MODEL.md, is derived from it.
 */
public final class ModelEquations {
  private ModelEquations() {}

  /** The equations under the chosen mechanisms. */
  public static EquationSystem of(Mechanisms mechanisms) {
    EquationSystem.Builder e = EquationSystem.named("CapGate");
    DrugEffects drugs = DrugEffects.declare(e);
    Tissue tissue = Tissue.declare(e);
    Cell excitatory = Cell.declare(e, CellClass.EXCITATORY);
    Cell inhibitory = Cell.declare(e, CellClass.INHIBITORY);
    Cell[] cells = {excitatory, inhibitory};
    CircuitEquations.state(e, tissue, excitatory, inhibitory, drugs, mechanisms);
    e.mechanism("mTORC1");
    for (Cell cell : cells) {
      Mtorc1Equations.stateRest(e, cell);
    }
    ReleaseEquations.state(e, tissue, excitatory, inhibitory, drugs, mechanisms);
    Mtorc1Equations.state(e, tissue, excitatory, inhibitory, drugs);
    SwitchEquations.state(e, cells);
    PlasticityEquations.state(e, tissue, excitatory, inhibitory, drugs, mechanisms);
    StressEquations.state(e, tissue, drugs);
    ReadoutEquations.state(e, tissue, excitatory, inhibitory, drugs);
    return e.build();
  }
}
