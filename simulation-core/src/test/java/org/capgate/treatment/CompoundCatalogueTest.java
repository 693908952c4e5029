package org.capgate.treatment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.exposure.Reading;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.input.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompoundCatalogueTest {

  private static final CompoundCatalogue STANDARD = CompoundCatalogue.standard();
  private static final String POTENCY = "ketamine/targets/nmda/potencyMicromolar";

  private static SourcedNumber number(CompoundCatalogue catalogue, String path) {
    return catalogue.numbers().stream()
        .filter(number -> number.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneNumberChangesAndNothingElse() {
    CompoundCatalogue changed = STANDARD.withNumber("ketamine/targets/nmda/potency", 0.8);
    assertEquals(0.8, number(changed, POTENCY).value());
    List<SourcedNumber> before = new ArrayList<>(STANDARD.numbers());
    List<SourcedNumber> after = new ArrayList<>(changed.numbers());
    before.remove(number(STANDARD, POTENCY));
    after.remove(number(changed, POTENCY));
    assertEquals(before, after);
    assertNotEquals(0.8, number(STANDARD, POTENCY).value()); // the old catalogue is untouched
    assertSame(STANDARD.named("hnk"), changed.named("hnk"));
    double strong =
        Reading.of("ketamine 1 mg/kg ip at 0 h", Species.MOUSE, changed)
            .effect(Target.NMDA_INHIBITORY, 0.5);
    double weak =
        Reading.of("ketamine 1 mg/kg ip at 0 h", Species.MOUSE).effect(Target.NMDA_INHIBITORY, 0.5);
    assertTrue(strong < weak);
  }

  @Test
  void exposuresAreSharedUnlessANumberOfWhatIsGivenOrFormedWasChanged() {
    CompoundCatalogue changed =
        STANDARD.withNumber(POTENCY, 0.8).withNumber("hnk/targets/ampa/potencyMicromolar", 3.21);
    Map<String, Boolean> isShared = new LinkedHashMap<>();
    for (String compound : List.of("citalopram", "rapamycin", "ketamine", "hnk")) {
      String route = compound.equals("citalopram") ? "po" : "ip";
      Regimen regimen =
          Regimen.parse(compound + " 1 mg/kg " + route + " at 0 h", Place.UNKNOWN, STANDARD);
      isShared.put(compound, changed.sharing(regimen) == STANDARD);
    }
    assertEquals(
        Map.of("citalopram", true, "rapamycin", true, "ketamine", false, "hnk", false), isShared);
    // ketamine itself is as it was, but what is formed from it is not
    CompoundCatalogue metabolite = STANDARD.withNumber("norketamine/molarMassGramsPerMole", 200);
    Regimen parent = Regimen.parse("ketamine 1 mg/kg ip at 0 h", Place.UNKNOWN, STANDARD);
    assertSame(STANDARD.named("ketamine"), metabolite.named("ketamine"));
    assertSame(metabolite, metabolite.sharing(parent));
  }

  @Test
  void everyListedPathCanBeSetAndSettingItToItselfChangesNothing() {
    Map<String, Double> all = new LinkedHashMap<>();
    STANDARD.numbers().forEach(number -> all.put(number.path(), number.value()));
    assertEquals(STANDARD.numbers(), STANDARD.withNumbers(all).numbers());
  }

  @Test
  void theOrderOfChangesDoesNotMatter() {
    Map<String, Double> one = new LinkedHashMap<>();
    one.put(POTENCY, 0.7);
    one.put("ketamine/kinetics/mouse/routes/ip/bioavailability", 0.6);
    one.put("hnk/targets/ampa/potency", 2.0);
    Map<String, Double> other = new LinkedHashMap<>();
    List<String> paths = new ArrayList<>(one.keySet());
    paths.sort(Comparator.reverseOrder());
    paths.forEach(path -> other.put(path, one.getOrDefault(path, 0.0)));
    assertEquals(STANDARD.withNumbers(one).numbers(), STANDARD.withNumbers(other).numbers());
  }

  @Test
  void theRangeIsWidenedByAValueOutsideItButTheBoundsHold() {
    SourcedNumber widened = number(STANDARD.withNumber(POTENCY, 500), POTENCY);
    assertEquals(500, widened.value());
    assertEquals(500, widened.high());
    InputException e = assertThrows(InputException.class, () -> STANDARD.withNumber(POTENCY, -1));
    assertTrue(e.getMessage().contains("potencyMicromolar must be > 0"), e.getMessage());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ketamin/targets/ampa/potency | unknown compound 'ketamin', did you mean 'ketamine'?",
        "ketamine/target/x/y | unknown field 'x'",
        "ketamine/targets/nmdar/potency | unknown field 'nmdar', did you mean 'nmda'?",
        "ketamine/targets/gaba-a | is no number but a group of",
        "ketamine | is no number but a group of",
        "ketamine/name | is no number",
        "ketamine/name/x | is no number",
        "ketamine/targets/gaba-a/potency/more | unknown field 'more'",
        "ketamine//x | unknown field ''",
        "hnk/targets/ampa/k | is no number"
      })
  void pathsThatLeadNowhereAreRefusedByName(String path, String complaint) {
    String message =
        assertThrows(InputException.class, () -> STANDARD.withNumber(path, 1)).getMessage();
    assertTrue(message.contains(complaint), message);
  }

  @Test
  void aNumberMustBeFinite() {
    assertThrows(InputException.class, () -> STANDARD.withNumber(POTENCY, Double.NaN));
  }

  /**
   * Every name is replaced by a meaningless one, in an order that sorts differently; analytes keep
   * theirs, because readouts ask for them.
   */
  @Test
  void renamingEveryCompoundChangesNoBit() {
    List<String> names =
        STANDARD.compounds().stream()
            .map(Compound::name)
            .sorted(Comparator.comparingInt(String::length).reversed()) // longest first: r-ketamine
            .toList();
    Map<String, String> renamed = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      renamed.put(names.get(i), "q" + (char) ('z' - i));
    }
    List<Compound> compounds = new ArrayList<>();
    for (String file : SeedFiles.list("compounds")) {
      Compound old = Compound.read(SeedFiles.text("compounds/" + file));
      StringBuilder text = new StringBuilder();
      SeedFiles.text("compounds/" + file)
          .text()
          .lines()
          .filter(line -> !line.startsWith("aliases:") && !line.startsWith("analyte:"))
          .forEach(line -> text.append(line).append('\n'));
      String changed = text.toString();
      for (Map.Entry<String, String> entry : renamed.entrySet()) {
        changed =
            changed
                .replace("name: " + entry.getKey() + "\n", "name: " + entry.getValue() + "\n")
                .replace("      " + entry.getKey() + ":\n", "      " + entry.getValue() + ":\n");
      }
      if (old.kind() == Compound.Kind.DRUG) {
        changed += "analyte: " + old.analyte() + "\n";
      }
      compounds.add(Compound.read(new SourceText(file, changed)));
    }
    compounds.sort(Comparator.comparing(Compound::name));
    CompoundCatalogue other = CompoundCatalogue.of(compounds);
    String treatment =
        "ketamine 10 mg/kg ip at 0 h; hnk 3 mg/kg po at 0.5 h; nbqx 1 mg/kg iv at 0.2 h for 1 h;"
            + " mk-801 0.1 mg/kg ip at 1 h; citalopram 5 mg/kg ip every 2 h for 0.2 d;"
            + " r-ketamine 2 mg/kg ip at 1 h; hm4di inhibitory at 0 h for 2 h";
    StringBuilder translated = new StringBuilder();
    for (String word : treatment.split(" ", -1)) {
      translated.append(renamed.getOrDefault(word, word)).append(' ');
    }
    Reading first = Reading.of(treatment, Species.RAT);
    Reading second = Reading.of(translated.toString(), Species.RAT, other);
    for (double t = 0; t < 10; t += 0.25) {
      for (Target target : Target.values()) {
        assertEquals(first.effect(target, t), second.effect(target, t), target::toString);
        assertEquals(first.effectPerHour(target, t), second.effectPerHour(target, t));
      }
      assertEquals(first.brain("hnk", t), second.brain("hnk", t));
      assertEquals(first.plasma("ketamine", t), second.plasma("ketamine", t));
    }
  }
}
