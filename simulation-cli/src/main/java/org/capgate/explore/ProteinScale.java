package org.capgate.explore;

import java.util.Locale;
import org.capgate.model.Gene;
import org.capgate.treatment.CellClass;

/** One of the sliders of the genotype: a protein in one class of cells. */
enum ProteinScale {
  EXCITATORY_4EBP1(Gene.EBP1, "4E-BP1", CellClass.EXCITATORY),
  EXCITATORY_4EBP2(Gene.EBP2, "4E-BP2", CellClass.EXCITATORY),
  EXCITATORY_EIF4E(Gene.EIF4E, "eIF4E", CellClass.EXCITATORY),
  INHIBITORY_4EBP1(Gene.EBP1, "4E-BP1", CellClass.INHIBITORY),
  INHIBITORY_4EBP2(Gene.EBP2, "4E-BP2", CellClass.INHIBITORY),
  INHIBITORY_EIF4E(Gene.EIF4E, "eIF4E", CellClass.INHIBITORY);

  private final Gene gene;
  private final String protein;
  private final CellClass cells;

  ProteinScale(Gene gene, String protein, CellClass cells) {
    this.gene = gene;
    this.protein = protein;
    this.cells = cells;
  }

  Gene gene() {
    return gene;
  }

  CellClass cells() {
    return cells;
  }

  /** The name in an address: {@code excitatory-4ebp1}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Name of the protein, as in papers. */
  String protein() {
    return protein;
  }
}
