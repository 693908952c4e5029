package org.capgate.model;

import static org.capgate.treatment.CellClass.EXCITATORY;
import static org.capgate.treatment.CellClass.INHIBITORY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.treatment.CellClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GenotypeTest {

  private static final Place PLACE = new Place("findings.csv", 7, 30);

  @Test
  void theWildTypeScalesNothing() {
    for (Gene gene : Gene.values()) {
      for (CellClass cells : CellClass.values()) {
        assertEquals(1, Genotype.wildType().scaleOf(gene, cells));
      }
    }
    assertTrue(Genotype.wildType().isWildType());
    assertEquals("wild-type", Genotype.wildType().text());
  }

  @Test
  void aKnockoutTouchesOneGeneInTheNamedCellsOnly() {
    Genotype genotype = Genotype.knockout(Gene.EBP2).in(INHIBITORY);
    assertEquals(0, genotype.scaleOf(Gene.EBP2, INHIBITORY));
    assertEquals(1, genotype.scaleOf(Gene.EBP2, EXCITATORY));
    assertEquals(1, genotype.scaleOf(Gene.EBP1, INHIBITORY));
    assertFalse(genotype.isWildType());
  }

  @Test
  void joinedGenotypesMultiplyInAnyOrder() {
    Genotype more = Genotype.scaled(Gene.EIF4E, 1.5).inAllCells();
    Genotype half = Genotype.scaled(Gene.EIF4E, 0.5).in(EXCITATORY);
    assertEquals(0.75, more.and(half).scaleOf(Gene.EIF4E, EXCITATORY));
    assertEquals(1.5, more.and(half).scaleOf(Gene.EIF4E, INHIBITORY));
    assertEquals(more.and(half), half.and(more));
    assertEquals("EIF4E x0.75 excitatory; EIF4E x1.5 inhibitory", half.and(more).text());
  }

  @Test
  void aFactorOfOneIsTheWildType() {
    assertEquals(Genotype.wildType(), Genotype.scaled(Gene.RPTOR, 1).inAllCells());
    assertEquals(Genotype.wildType(), Genotype.parse("GRIN2B x1.0 all", PLACE));
  }

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "wild-type,wild-type",
    "4EBP1 x0 all; 4EBP2 x0 inhibitory,4EBP1 x0 all; 4EBP2 x0 inhibitory",
    "4EBP2 x0 inhibitory;4EBP1 x0 all,4EBP1 x0 all; 4EBP2 x0 inhibitory",
    "  RPTOR   x0.50  excitatory ;RPTOR x.5 inhibitory,RPTOR x0.5 all",
    "EIF4E x-0 all,EIF4E x0 all",
    "EIF4E x2 all; EIF4E x0.5 all,wild-type",
    "wild type,wild-type",
    "4E-BP2 knockout (inhibitory),4EBP2 x0 inhibitory",
    "4E-BP1/4E-BP2 knockout,4EBP1 x0 all; 4EBP2 x0 all",
    "4E-BP1 knockout; eIF4E x1.5 (excitatory),4EBP1 x0 all; EIF4E x1.5 excitatory",
    "GluN2B x0.5 (all cells),GRIN2B x0.5 all",
    "EIF4EBP1 x0 inhibitory neurons,4EBP1 x0 inhibitory",
    "Eif4ebp2 knockout all,4EBP2 x0 all",
    "Grin2b x0.5 all; Raptor x0.5 all,GRIN2B x0.5 all; RPTOR x0.5 all",
    "MTOR x0.5 excitatory,RPTOR x0.5 excitatory"
  })
  void theTextIsCanonicalWhateverTheOrderAndSpacing(String written, String canonical) {
    assertEquals(canonical, Genotype.parse(written, PLACE).text());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void theTextReadsBackAsTheSameGenotype(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Genotype genotype = Genotype.wildType();
    for (int i = random.nextInt(5); i > 0; i--) {
      Gene gene = Gene.values()[random.nextInt(Gene.values().length)];
      Genotype.Edit edit = Genotype.scaled(gene, random.nextInt(3) * random.nextDouble());
      genotype = genotype.and(random.nextBoolean() ? edit.inAllCells() : edit.in(EXCITATORY));
    }
    Genotype readBack = Genotype.parse(genotype.text(), PLACE);
    assertEquals(genotype, readBack);
    assertEquals(genotype.hashCode(), readBack.hashCode());
  }

  static LongStream seeds() {
    return LongStream.range(0, 50);
  }

  @ParameterizedTest(name = "{0} is refused")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "4EPB2 x0 all | findings.csv:7:30: genotype: unknown gene '4EPB2', did you mean '4EBP2'?",
        "4EBP1 x0 all; 4ebp2 x0 all | 7:44: genotype: unknown gene '4ebp2', did you mean '4EBP2'?",
        "4EBP1 x0 inhibitry | 7:39: genotype: unknown class of cells 'inhibitry', did you mean"
            + " 'inhibitory'?",
        "4EBP1 0 all | 7:36: genotype: a factor is written x and a number",
        "4EBP1 xNaN all | but was 'xNaN'",
        "4EBP1 x-0.5 all | factor must be finite and >= 0, but was -0.5",
        "4EBP1 x0 | the edit '4EBP1 x0' is incomplete",
        "FOOBAR x0 all | unknown gene 'FOOBAR'; known: 4EBP1, 4EBP2, EIF4E, GRIN2B, RPTOR, wild-type",
        "4E-BP2 | the edit '4E-BP2' is incomplete",
        "4E-BP1/4E-BP3 knockout | 7:37: genotype: unknown gene '4E-BP3', did you mean",
        "4E-BP2 knockout (inhibitry) | 7:47: genotype: unknown class of cells 'inhibitry'",
        "4EBP1 x0 all inhibitory | 7:43: genotype: unexpected word 'inhibitory'",
        "4EBP1 x0 all; | 7:43: genotype: an edit is empty",
        "wild-type; 4EBP1 x0 all | 'wild-type' stands alone",
        "wildtype | unknown gene 'wildtype', did you mean 'wild-type'?",
        "EIF4E x1e308 all; EIF4E x1e308 all | product of factors must be finite"
      })
  void aWrongWordIsRefusedWithItsPlace(String written, String complaint) {
    InputException refused =
        assertThrows(InputException.class, () -> Genotype.parse(written, PLACE));
    assertTrue(
        String.valueOf(refused.getMessage()).contains(complaint), () -> refused.getMessage() + "");
  }

  @Test
  void aNegativeFactorIsRefusedWhereItIsStated() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Genotype.scaled(Gene.EBP1, Double.NaN));
    assertTrue(String.valueOf(refused.getMessage()).startsWith("factor of 4EBP1 must be finite"));
  }

  @Test
  void genesUnderOtherNamesGiveTheSameGenotype() {
    Map<String, Gene> aliases = Map.of("Eif4ebp1", Gene.EBP1, "Eif4ebp2", Gene.EBP2);
    assertEquals(
        Genotype.parse("4EBP1 x0 all; 4EBP2 x0 inhibitory", PLACE),
        Genotype.parse("Eif4ebp1 x0 all; Eif4ebp2 x0 inhibitory", PLACE, aliases));
  }

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "wild-type,wild-type",
    "GRIN2B x0 SST,GRIN2B x0 SST",
    "GluN2B knockout (SST neurons); 4EBP2 x0 all,4EBP2 x0 all; GRIN2B x0 SST",
    "4EBP2 x0.5 PV; GRIN2B x0 SST; GRIN2B x0.5 PV,4EBP2 x0.5 PV; GRIN2B x0.5 PV; GRIN2B x0 SST",
    "EIF4E x2 SST; EIF4E x0.5 SST,wild-type"
  })
  void anEditMayBeOfOneSubclass(String written, String canonical) {
    List<String> names = List.of("PV", "SST");
    GenotypeOfSubclasses read = GenotypeOfSubclasses.parse(written, PLACE, names);
    assertEquals(canonical, read.text());
    assertEquals(read, GenotypeOfSubclasses.parse(read.text(), PLACE, names));
  }

  @Test
  void anUnknownSubclassIsRefusedWithTheNearestAndWithoutSubclassesThereIsNone() {
    InputException near =
        assertThrows(
            InputException.class,
            () -> GenotypeOfSubclasses.parse("GRIN2B x0 SSTT", PLACE, List.of("PV", "SST")));
    assertTrue(
        String.valueOf(near.getMessage())
            .contains(":7:40: genotype: unknown class of cells 'SSTT', did you mean 'SST'?"),
        near.getMessage());
    InputException none =
        assertThrows(InputException.class, () -> Genotype.parse("GRIN2B x0 SST", PLACE));
    assertTrue(
        String.valueOf(none.getMessage()).contains("known: all, excitatory, inhibitory"),
        none.getMessage());
  }
}
