package org.capgate.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A gene whose product's total a {@link Genotype} can scale, per cell class. */
public enum Gene {
  /** 4E-BP1, a repressor of cap-dependent translation. */
  EBP1("4EBP1", "total4EBP1", "4E-BP1", "EIF4EBP1", "Eif4ebp1"),
  /** 4E-BP2, the repressor that is most abundant in brain. */
  EBP2("4EBP2", "total4EBP2", "4E-BP2", "EIF4EBP2", "Eif4ebp2"),
  /** eIF4E, the cap-binding factor the repressors hold. */
  EIF4E("EIF4E", "totaleIF4E", "eIF4E", "Eif4e"),
  /** GluN2B subunit of the NMDA receptor. */
  GRIN2B("GRIN2B", "totalGluN2B", "GluN2B", "Grin2b"),
  /**
   * Raptor, without which there is no mTORC1. The model has one pool of mTORC1, so that the gene of
   * mTOR, its other part, is read as this one.
   */
  RPTOR("RPTOR", "totalRaptor", "Raptor", "Rptor", "MTOR", "Mtor", "mTOR");

  private final String word;
  private final String stem;
  private final String protein;

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable list
  private final List<String> spellings;

  Gene(String word, String stem, String protein, String... symbols) {
    this.word = word;
    this.stem = stem;
    this.protein = protein;
    this.spellings =
        Stream.concat(Stream.of(word, protein), Stream.of(symbols)).distinct().toList();
  }

  /** The word that stands for the gene in findings and scenarios, for instance {@code 4EBP2}. */
  public String word() {
    return word;
  }

  /** Its product as a paper writes it, for instance {@code 4E-BP2}. */
  public String protein() {
    return protein;
  }

  /** The gene of a word, an official symbol (of man or mouse) or the name of its product. */
  public static Optional<Gene> find(String spelling) {
    return Optional.ofNullable(vocabulary().get(spelling));
  }

  /** Stem of the symbol that is the total of its product relative to the wild type. */
  String stem() {
    return stem;
  }

  /** The words of all genes, in order of declaration. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Gene::word).toList();
  }

  /** The gene behind each spelling, in order of declaration, unmodifiable. */
  static Map<String, Gene> vocabulary() {
    Map<String, Gene> genes = new LinkedHashMap<>();
    for (Gene gene : values()) {
      gene.spellings.forEach(spelling -> genes.put(spelling, gene));
    }
    return Collections.unmodifiableMap(genes);
  }
}
