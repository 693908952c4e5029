package org.capgate.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A gene whose product's total a {@link Genotype} can scale, per cell class. */
public enum Gene {
  /** 4E-BP1, a repressor of cap-dependent translation. */
  EBP1("4EBP1", "total4EBP1"),
  /** 4E-BP2, the repressor that is most abundant in brain. */
  EBP2("4EBP2", "total4EBP2"),
  /** eIF4E, the cap-binding factor the repressors hold. */
  EIF4E("EIF4E", "totaleIF4E"),
  /** GluN2B subunit of the NMDA receptor. */
  GRIN2B("GRIN2B", "totalGluN2B"),
  /** Raptor, without which there is no mTORC1. */
  RPTOR("RPTOR", "totalRaptor");

  private final String word;
  private final String stem;

  Gene(String word, String stem) {
    this.word = word;
    this.stem = stem;
  }

  /** The word that stands for the gene in findings and scenarios, for instance {@code 4EBP2}. */
  public String word() {
    return word;
  }

  /** Stem of the symbol that is the total of its product relative to the wild type. */
  String stem() {
    return stem;
  }

  /** The words of all genes, in order of declaration. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Gene::word).toList();
  }

  /** The gene behind each word, in order of declaration, unmodifiable. */
  static Map<String, Gene> vocabulary() {
    Map<String, Gene> genes = new LinkedHashMap<>();
    for (Gene gene : values()) {
      genes.put(gene.word, gene);
    }
    return Collections.unmodifiableMap(genes);
  }
}
