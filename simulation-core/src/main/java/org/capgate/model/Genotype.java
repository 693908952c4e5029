package org.capgate.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.equations.Symbol;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.treatment.CellClass;
import org.jspecify.annotations.Nullable;

/**
 * Factors on the totals of gene products, one per gene and cell class; all are 1 in the wild type.
 * That is all a genotype is: the equations see the factors and never which edit they came from.
 * Immutable; two genotypes with the same factors are equal.
 *
 * <pre>{@code
 * Genotype.knockout(EBP1).inAllCells().and(Genotype.knockout(EBP2).in(INHIBITORY))
 * }</pre>
 */
public final class Genotype {

  /** The word for no edit. */
  public static final String WILD_TYPE_WORD = "wild-type";

  /** Words for the cells of an edit. */
  public static final List<String> CELLS = List.of("all", "excitatory", "inhibitory");

  private static final Genotype WILD_TYPE = new Genotype(ones());

  private final double[] factors; // [gene][cell class], row-major

  private Genotype(double[] factors) {
    this.factors = factors;
  }

  /** No edit: every total as the parameters state it. */
  public static Genotype wildType() {
    return WILD_TYPE;
  }

  /** Loss of a gene; say next in which cells. */
  public static Edit knockout(Gene gene) {
    return new Edit(gene, 0);
  }

  /**
   * A gene whose product is scaled; say next in which cells.
   *
   * @param factor on the total, finite and ≥ 0; 0 = knockout, 1 = wild type
   */
  public static Edit scaled(Gene gene, double factor) {
    return new Edit(gene, factor);
  }

  /**
   * Reads {@code wild-type}, or edits {@code GENE xFACTOR CELLS} joined by {@code ;}. A gene is a
   * word, an official symbol or the name of its product, and several with the same edit may be
   * joined by a slash; {@code knockout} stands for x0, in all cells if none are named; cells may
   * stand in parentheses: what the commands print, as {@code 4E-BP1/4E-BP2 knockout (inhibitory)},
   * is read too.
   *
   * @param place where the text starts, for errors
   * @throws InputException naming the place, the word and the nearest known one
   */
  public static Genotype parse(String text, Place place) {
    return parse(text, place, Gene.vocabulary());
  }

  /** As {@link #parse(String, Place)}, with other words for the genes. */
  static Genotype parse(String text, Place place, Map<String, Gene> vocabulary) {
    return new GenotypeText(text, place, vocabulary, List.of()).genotype().ofClasses();
  }

  /** Both genotypes in one animal: the factors multiply. */
  public Genotype and(Genotype other) {
    double[] product = factors.clone();
    for (int i = 0; i < product.length; i++) {
      product[i] =
          Bounds.nonNegative("").check("product of factors", product[i] * other.factors[i]);
    }
    return new Genotype(product);
  }

  /** Factor on the total of a gene's product in a class of cells, finite and ≥ 0. */
  public double scaleOf(Gene gene, CellClass cells) {
    return factors[index(gene, cells)];
  }

  /** The parameter of the equations that is the factor of a gene in a class of cells. */
  public static Symbol symbol(Gene gene, CellClass cells) {
    return SymbolTable.standard().find(gene.stem(), Optional.of(cells)).symbol();
  }

  /** Whether every factor is 1. */
  public boolean isWildType() {
    return equals(WILD_TYPE);
  }

  /** The shortest text that {@link #parse} reads back as this genotype, in the order of genes. */
  public String text() {
    List<String> edits = new ArrayList<>();
    for (Gene gene : Gene.values()) {
      double excitatory = scaleOf(gene, CellClass.EXCITATORY);
      double inhibitory = scaleOf(gene, CellClass.INHIBITORY);
      if (excitatory == inhibitory) {
        addEdit(edits, gene, excitatory, "all");
      } else {
        addEdit(edits, gene, excitatory, "excitatory");
        addEdit(edits, gene, inhibitory, "inhibitory");
      }
    }
    return edits.isEmpty() ? WILD_TYPE_WORD : String.join("; ", edits);
  }

  private static void addEdit(List<String> edits, Gene gene, double factor, String cells) {
    if (factor != 1) {
      edits.add(gene.word() + " x" + Numbers.text(factor) + " " + cells);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Genotype && Arrays.equals(factors, ((Genotype) other).factors);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(factors);
  }

  @Override
  public String toString() {
    return text();
  }

  private static double[] ones() {
    double[] ones = new double[Gene.values().length * CellClass.values().length];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static int index(Gene gene, CellClass cells) {
    return gene.ordinal() * CellClass.values().length + cells.ordinal();
  }

  /**
   * A gene and the factor on its product, without the cells yet.
   *
   * @param gene the gene
   * @param factor on its total, finite and ≥ 0
   */
  public record Edit(Gene gene, double factor) {

    public Edit {
      factor = Bounds.nonNegative("").check("factor of " + gene.word(), factor) + 0.0; // -0 is 0
    }

    /** The edit in one class of cells. */
    public Genotype in(CellClass cells) {
      double[] factors = ones();
      factors[index(gene, cells)] = factor;
      return new Genotype(factors);
    }

    /** The edit in excitatory and inhibitory cells. */
    public Genotype inAllCells() {
      return in(CellClass.EXCITATORY).and(in(CellClass.INHIBITORY));
    }
  }
}
