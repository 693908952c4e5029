package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.input.Place;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.CompoundSource;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.SourcedNumber;
import org.capgate.treatment.Species;
import org.capgate.treatment.SubjectCompounds;
import org.capgate.treatment.Target;
import org.junit.jupiter.api.Test;

class SubjectCompoundsTest {
  private static final Regimen GIVEN =
      Regimen.parse(
          "ketamine 0.5 mg/kg iv at 0 h for 0.667 h; s-ketamine 84 mg in at 30 h",
          Place.UNKNOWN,
          CompoundCatalogue.standard());
  private static final CompoundCatalogue COMPOUNDS =
      CompoundCatalogue.standard().given(Species.HUMAN, List.of(GIVEN));

  /** One number after the other is changed, whether it can be without reading or not. */
  @Test
  void aSubjectHasTheEffectsOfACatalogueWithItsNumbers() {
    int changedEffects = 0;
    for (SourcedNumber number : COMPOUNDS.numbers()) {
      double value = number.value() * 0.9;
      if (value == 0 || !number.bounds().contains(value)) {
        continue;
      }
      CompoundCatalogue read =
          COMPOUNDS.withNumbers(Map.of(number.path(), value)).withNmdaSelectivity(7);
      Exposure expected = TabulatedExposure.of(GIVEN, Species.HUMAN, Preparation.IN_VIVO, read);
      Exposure found =
          of(new SubjectCompounds(COMPOUNDS, List.of(number.path())).of(new double[] {value}, 7));
      assertEquals(
          effects(expected.newExactCursor()), effects(found.newExactCursor()), number.path());
      Exposure before =
          TabulatedExposure.of(
              GIVEN, Species.HUMAN, Preparation.IN_VIVO, COMPOUNDS.withNmdaSelectivity(7));
      changedEffects +=
          effects(before.newExactCursor()).equals(effects(found.newExactCursor())) ? 0 : 1;
    }
    assertTrue(changedEffects > 20, changedEffects + " numbers change an effect");
  }

  @Test
  void manyNumbersOfManyCompoundsAreChangedTogether() {
    Map<String, Double> values = new LinkedHashMap<>();
    for (SourcedNumber number : COMPOUNDS.numbers()) {
      boolean isMeant =
          number.path().endsWith("potencyMicromolar")
              || number.path().contains("/central/")
              || number.path().contains("/peripheral/")
              || number.path().endsWith("absorptionPerHour");
      if (isMeant) {
        values.put(number.path(), number.value() * 1.2);
      }
    }
    Exposure expected =
        TabulatedExposure.of(
            GIVEN, Species.HUMAN, Preparation.IN_VIVO, COMPOUNDS.withNumbers(values));
    Exposure found =
        of(
            new SubjectCompounds(COMPOUNDS, List.copyOf(values.keySet()))
                .of(
                    values.values().stream().mapToDouble(Double::doubleValue).toArray(),
                    Double.NaN));
    assertEquals(effects(expected.newExactCursor()), effects(found.newExactCursor()));
  }

  @Test
  void aNumberThatCannotBeIsRefused() {
    SubjectCompounds compounds =
        new SubjectCompounds(COMPOUNDS, List.of("ketamine/targets/nmda/potencyMicromolar"));
    assertThrows(
        IllegalArgumentException.class, () -> of(compounds.of(new double[] {-1}, Double.NaN)));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SubjectCompounds(COMPOUNDS, List.of("ketamine/nothing")));
  }

  private static Exposure of(CompoundSource compounds) {
    return Exposure.ofOne(GIVEN, Species.HUMAN, Preparation.IN_VIVO, compounds);
  }

  /** In the first and the last segment with a drug, at some times. */
  private static List<Double> effects(Exposure.Cursor cursor) {
    List<Double> all = new ArrayList<>();
    double[] effect = new double[Target.values().length];
    double[] effectPerHour = new double[effect.length];
    for (int segment = 1; segment <= 3; segment++) {
      cursor.enterSegment(segment);
      for (double t : new double[] {0.5, 2, 31, 40}) {
        cursor.evaluate(t, effect, effectPerHour);
        for (double one : effect) {
          all.add(one);
        }
        all.add(cursor.concentrationMicromolar("ketamine", Site.PLASMA, t));
      }
    }
    return all;
  }
}
