package org.capgate.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchEquationsTest {
  private static final Point REST = Point.atRest();

  private static String free(String cell) {
    return "freeEif4e" + cell + "Micromolar";
  }

  private static Point withoutRepressors(String cell) {
    return REST.with("total4EBP1" + cell, 0).with("total4EBP2" + cell, 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void withoutRepressorsFreeEif4eIsTheRootOfTheQuadraticOfOnePartner(String cell) {
    double total = REST.value("eif4eTotal" + cell + "Micromolar");
    double partner = REST.value("eif4gTotalMicromolar");
    double kd = REST.value("eif4gDissociationMicromolar");
    double b = kd + partner - total;
    double root = (-b + Math.sqrt(b * b + 4 * kd * total)) / 2;
    Point solved = withoutRepressors(cell).with(free(cell), root);
    assertEquals(0, solved.rightSide(free(cell)), 1e-14); // µM; rounding of totals of 0.1 µM
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void theConservationEquationHasOneRootBetweenZeroAndTheTotal(String cell) {
    double total = REST.value("eif4eTotal" + cell + "Micromolar");
    double before = REST.with(free(cell), 0).rightSide(free(cell));
    assertEquals(total, before, 1e-15);
    for (int i = 1; i <= 200; i++) {
      double residual = REST.with(free(cell), total * i / 200).rightSide(free(cell));
      assertTrue(residual < before, "falls at " + i + "/200 of the total");
      before = residual;
    }
    assertTrue(before < 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void eif4fIsTheShareOfEif4gThatHoldsEif4e(String cell) {
    assertEquals(
        REST.value("eif4fBound" + cell + "Micromolar") / REST.value("eif4gTotalMicromolar"),
        REST.value("eif4f" + cell),
        1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1Excitatory", "2Excitatory", "1Inhibitory", "2Inhibitory"})
  void eachRepressorLetsGoOfEif4eWhenItIsPhosphorylated(String isoformAndCell) {
    String isoform = isoformAndCell.substring(0, 1);
    String cell = isoformAndCell.substring(1);
    String bound = "fourEbp" + isoform + "Bound" + cell + "Micromolar";
    String phospho = "phospho4ebpFraction" + cell;
    assertTrue(REST.with(phospho, 0).value(bound) > REST.with(phospho, 1).value(bound));
    double total = REST.value("fourEbp" + isoform + "Total" + cell + "Micromolar");
    double kd = REST.value("fourEbp" + isoform + "DissociationMicromolar");
    assertEquals(
        total / 2, REST.with(phospho, 0).with(free(cell), kd).value(bound), 1e-12); // half at K
    double weak = kd * REST.value("phosphoAffinityLoss");
    assertEquals(total / 2, REST.with(phospho, 1).with(free(cell), weak).value(bound), 1e-12);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void theStatedNumberOfRepressorsIsHypophosphorylatedAtRest(String cell) {
    double hypophosphorylated =
        REST.value("fourEbpPerEif4e" + cell) * (1 - REST.value("phospho4ebpFraction" + cell));
    assertEquals(
        REST.value("hypophosphorylated4ebpPerEif4e" + cell),
        hypophosphorylated,
        1e-8); // as settled
  }

  @ParameterizedTest
  @ValueSource(strings = {"Excitatory", "Inhibitory"})
  void genotypeFactorsScaleTheTotalsAndTheSharesAddUp(String cell) {
    String first = "fourEbp1Total" + cell + "Micromolar";
    String second = "fourEbp2Total" + cell + "Micromolar";
    double both = REST.value("eif4eTotalMicromolar") * REST.value("fourEbpPerEif4e" + cell);
    assertEquals(both, REST.value(first) + REST.value(second), 1e-12);
    assertEquals(0, REST.with("total4EBP1" + cell, 0).value(first), 0);
    assertEquals(2 * REST.value(second), REST.with("total4EBP2" + cell, 2).value(second), 1e-12);
    String eif4e = "eif4eTotal" + cell + "Micromolar";
    assertEquals(2 * REST.value(eif4e), REST.with("totaleIF4E" + cell, 2).value(eif4e), 1e-12);
    assertEquals(
        REST.value("eif4gPerEif4e") * REST.value("eif4eTotalMicromolar"),
        REST.value("eif4gTotalMicromolar"),
        1e-15);
  }
}
