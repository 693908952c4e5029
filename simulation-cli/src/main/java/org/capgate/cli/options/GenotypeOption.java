package org.capgate.cli.options;

import java.util.ArrayList;
import java.util.List;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.model.Genotype;
import picocli.CommandLine.Option;

/** Which genotypes a command looks at. */
public final class GenotypeOption {
  private static final Place PLACE = new Place("--genotypes", 0, 0);

  /** The knockouts of the published experiments, one gene or both, everywhere or in one class. */
  private static final String PUBLISHED =
      "wild-type,"
          + "4EBP1 x0 all,"
          + "4EBP2 x0 all,"
          + "4EBP1 x0 all; 4EBP2 x0 all,"
          + "4EBP2 x0 excitatory,"
          + "4EBP1 x0 inhibitory,"
          + "4EBP2 x0 inhibitory,"
          + "4EBP1 x0 inhibitory; 4EBP2 x0 inhibitory";

  @Option(
      names = "--genotypes",
      paramLabel = "A,B,...",
      defaultValue = PUBLISHED,
      description = {
        "Genotypes in the words of the findings, as in 'wild-type,EIF4EBP2 x0 excitatory', or of"
            + " the table, as in '4E-BP2 knockout (excitatory)'.",
        "Default: wild type; 4E-BP1, 4E-BP2, both lost in all cells; 4E-BP2 lost in excitatory,"
            + " 4E-BP1, 4E-BP2, both lost in inhibitory cells."
      })
  private String text = PUBLISHED;

  /**
   * The genotypes in the order given, all different.
   *
   * @throws InputException naming the word and the nearest known one
   */
  public List<Genotype> genotypes() {
    List<Genotype> genotypes = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      Genotype genotype = Genotype.parse(word, PLACE);
      if (genotypes.contains(genotype)) {
        throw new InputException(PLACE, "'" + genotype.text() + "' is stated twice");
      }
      genotypes.add(genotype);
    }
    return genotypes;
  }
}
