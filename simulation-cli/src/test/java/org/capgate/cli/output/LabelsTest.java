package org.capgate.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.capgate.input.Place;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
  @ParameterizedTest
  @CsvSource({
    "wild-type, wild type",
    "4EBP2 x0 all, 4E-BP2 knockout",
    "4EBP1 x0 inhibitory; 4EBP2 x0 inhibitory, 4E-BP1/4E-BP2 knockout (inhibitory)",
    "4EBP1 x0 all; EIF4E x1.5 excitatory, 4E-BP1 knockout; eIF4E x1.5 (excitatory)",
    "4EBP2 x0 excitatory; 4EBP2 x0 inhibitory, 4E-BP2 knockout",
    "GRIN2B x0.5 all; RPTOR x0.5 all, GluN2B/Raptor x0.5 (all cells)",
  })
  void genotypesReadAsInAPaper(String text, String label) {
    Genotype genotype = Genotype.parse(text, Place.UNKNOWN);
    assertEquals(label, GenotypeLabel.of(genotype));
    assertEquals(genotype, Genotype.parse(label, Place.UNKNOWN));
  }

  @ParameterizedTest
  @CsvSource({
    "none, untreated",
    "vehicle 0 mg/kg ip at 0 h, vehicle",
    "ketamine 10 mg/kg ip at 0 h, ketamine 10 mg/kg ip",
    "ketamine 10 mg/kg ip at 2 h, ketamine 10 mg/kg ip at 2 h",
    "rapamycin 0.2 nmol icv at -0.5 h; ketamine 10 mg/kg ip at 0 h,"
        + " rapamycin 0.2 nmol icv at -0.5 h; ketamine 10 mg/kg ip",
  })
  void treatmentsReadAsInAPaper(String text, String label) {
    CompoundCatalogue compounds = CompoundCatalogue.standard();
    Regimen treatment = Regimen.parse(text, Place.UNKNOWN, compounds);
    assertEquals(label, TreatmentLabel.of(treatment, compounds));
    assertEquals(treatment, Regimen.parse(label, Place.UNKNOWN, compounds));
  }

  @ParameterizedTest
  @CsvSource({
    "mood, Mood",
    "feeding-latency, Feeding latency",
    "eif4f inhibitory, 'eIF4F, inhibitory'",
    "phospho-4ebp, Phospho-4E-BP",
    "phospho-eef2 excitatory, 'Phospho-eEF2, excitatory'",
    "mtorc1, mTORC1",
    "brain-hnk, Brain HNK",
    "ei-ratio, E:I ratio",
  })
  void readoutsReadAsInAPaper(String name, String label) {
    assertEquals(label, Readout.named(name).title());
  }
}
