package org.capgate.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.input.Numbers;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.treatment.CellClass;

/**
 * A genotype as a person writes it: {@code 4E-BP1/4E-BP2 knockout (inhibitory)}, which {@link
 * Genotype#parse} reads back.
 */
public final class GenotypeLabel {
  private GenotypeLabel() {}

  public static String of(Genotype genotype) {
    if (genotype.isWildType()) {
      return "wild type";
    }
    Map<String, List<String>> genesByEdit = new LinkedHashMap<>();
    for (Gene gene : Gene.values()) {
      double excitatory = genotype.scaleOf(gene, CellClass.EXCITATORY);
      double inhibitory = genotype.scaleOf(gene, CellClass.INHIBITORY);
      if (excitatory == inhibitory) {
        add(genesByEdit, gene, excitatory, excitatory == 0 ? "" : " (all cells)");
      } else {
        add(genesByEdit, gene, excitatory, " (excitatory)");
        add(genesByEdit, gene, inhibitory, " (inhibitory)");
      }
    }
    List<String> parts = new ArrayList<>();
    genesByEdit.forEach((edit, genes) -> parts.add(String.join("/", genes) + " " + edit));
    return String.join("; ", parts);
  }

  private static void add(
      Map<String, List<String>> genesByEdit, Gene gene, double factor, String cells) {
    if (factor != 1) {
      String edit = (factor == 0 ? "knockout" : "x" + Numbers.text(factor)) + cells;
      genesByEdit.computeIfAbsent(edit, first -> new ArrayList<>()).add(gene.protein());
    }
  }
}
