package org.capgate.treatment;

import static org.capgate.treatment.CompoundText.drug;
import static org.capgate.treatment.CompoundText.metabolite;
import static org.capgate.treatment.CompoundText.number;
import static org.capgate.treatment.CompoundText.read;
import static org.capgate.treatment.CompoundText.target;
import static org.capgate.treatment.CompoundText.targets;
import static org.capgate.treatment.CompoundText.trap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.capgate.exposure.Reading;
import org.capgate.input.InputException;
import org.capgate.input.SeedFiles;
import org.capgate.input.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompoundFileTest {

  private static final String GOOD =
      drug("drug", 1, 2, 3, "") + targets(target("ampa", "block", 1.5, 1.2, 0.9));

  private static String complaintAbout(String text) {
    String message = assertThrows(InputException.class, () -> read(text)).getMessage();
    assertTrue(message.matches("test\\.yaml:\\d+:\\d+: [^\\n]*"), message);
    return message;
  }

  @Test
  void aFileIsReadWithItsNumbersAndTheirPaths() {
    Compound compound = read(GOOD);
    assertEquals("drug", compound.analyte());
    assertEquals(List.of(Species.MOUSE), compound.knownSpecies());
    assertEquals(1.5, compound.targets().get(0).potencyMicromolar());
    List<String> paths = compound.numbers().stream().map(SourcedNumber::path).toList();
    assertTrue(paths.contains("drug/targets/ampa/hillSlope"), paths::toString);
    assertTrue(paths.contains("drug/kinetics/mouse/routes/ip/absorptionPerHour"), paths::toString);
    assertEquals(14, paths.stream().distinct().count());
  }

  /** One replacement in the good file and what the complaint says. */
  static Stream<List<String>> mistakes() {
    return Stream.of(
            "capgate-compound: 1 | capgate-compound: 2 | must be between 1 and 1, but was 2",
            "capgate-compound: 1 | capgate-compound: x | must be a whole number, but was 'x'",
            "capgate-compound: 1 | other: 1 | field 'capgate-compound' is missing",
            "name: drug | name: Drug | name: must be lower-case letters, digits and hyphens",
            "name: drug | name: none | and not 'none', but was 'none'",
            "name: drug | name: [a] | name: must be a single value, but was a list",
            "name: drug | name: drug\nname: b | field 'name' is stated twice",
            "kind: drug | kind: drugg | kind: unknown kind 'drugg', did you mean 'drug'?",
            "kind: drug | kind: inert | unknown field 'molarMassGramsPerMole'; known:",
            "kind: drug | kind: drug\naliases: x | aliases: must be a list, but was 'x'",
            "kind: drug | kind: drug\naliases: [a b] | an alias must be one word without ';'",
            "kind: drug | kind: drug\ncolour: red | unknown field 'colour'",
            "description: | desription: | unknown field 'desription', did you mean 'description'?",
            "value: 1000, | value: -5, | molarMassGramsPerMole must be > 0 and <= 1000000 g/mol",
            "value: 1000, | value: heavy, | must be a number, but was 'heavy'",
            "value: 1000, | value: '1000', | must be a number, but was the text '1000'",
            "value: 1000, | value: .inf, | must be a number, but was '.inf'",
            "value: 1000, source: | value: 1000, sorce: | unknown field 'sorce', did you mean 'source'?",
            "{value: 1000, source: \"test\"} | 1000 | must be a mapping, but was '1000'",
            "{value: 1000, source: \"test\"} | {value: 1000} | field 'source' is missing",
            "{value: 1000, source: \"test\"} | {value: 1000, source: ASSUMED} | field 'low' is missing",
            "1000, source: \"test\" | 1000, low: 1, high: 9, source: t | outside its own range 1.0 to 9",
            "  mouse: | " + "  mosue: | kinetics: unknown species 'mosue', did you mean 'mouse'?",
            "    central: | "
                + "    centre: | kinetics.mouse: unknown field 'centre', did you mean 'central'?",
            "volumeLitresPerKilogram: {value: 1, | volumeLitresPerKilogram: {value: 0, "
                + "| kinetics.mouse.central.volumeLitresPerKilogram must be > 0",
            "bioavailability: {value: 0.8, | bioavailability: {value: 1.2, "
                + "| bioavailability must be between 0 and 1, but was 1.2",
            "      ip: | " + "      pi: | kinetics.mouse.routes: unknown route 'pi'; known: iv, ip",
            "      ip: | " + "      bath: | kinetics.mouse.routes: unknown route 'bath'",
            "  ampa: | " + "  amap: | targets: unknown target 'amap', did you mean 'ampa'?",
            "sign: block | sign: blocks | targets.ampa.sign: unknown sign 'blocks', did you mean 'block'?",
            "kinetics: reversible | kinetics: trapping | targets.ampa: field 'offPerHour' is missing",
            "potencyMicromolar: {value: 1.5, | potencyMicromolar: {value: -1.5, "
                + "| targets.ampa.potencyMicromolar must be > 0 and <= 1.0E9 µM, but was -1.5",
            "hillSlope: {value: 1.2, | hillSlope: {value: 0.5, | hillSlope must be between 1 and 10",
            "maximalEffect: {value: 0.9, | maximalEffect: {value: 1.9, "
                + "| maximalEffect must be between 0 and 1, but was 1.9",
            "kind: drug | kind: &a drug | kind: anchors (&) and aliases (*) are not accepted",
            "kind: drug | kind: !!str drug | kind: tags (!) are not accepted",
            "targets: | ---\ntargets: | a second document starts here")
        .map(row -> List.of(row.split(" \\| ", -1)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void mistakesNameThePlaceTheFieldAndTheBound(List<String> mistake) {
    String right = mistake.get(0);
    String wrong = mistake.get(1);
    String complaint = mistake.get(2);
    assertTrue(GOOD.contains(right), "nothing to replace");
    int at = GOOD.indexOf(right);
    String bad = GOOD.substring(0, at) + wrong + GOOD.substring(at + right.length());
    String message = complaintAbout(bad);
    assertTrue(message.contains(complaint), message);
  }

  @Test
  void unbindingBelongsToTrappingTargets() {
    String text =
        drug("drug", 1, 2, 3, "") + targets(trap("ampa", 1, 0.5).replace("trapping", "reversible"));
    assertTrue(complaintAbout(text).contains("belongs to trapping kinetics only"));
  }

  @Test
  void metabolitesThatDoNotExistOrFormThemselvesAreRefused() {
    Compound lost = read(drug("lost", 1, 2, 3, metabolite("ketamin", 0.5)));
    InputException unknown =
        assertThrows(InputException.class, () -> CompoundCatalogue.standard().with(lost));
    assertTrue(
        unknown.getMessage().contains("unknown compound 'ketamin', did you mean 'ketamine'?"),
        unknown.getMessage());
    Compound one = read(drug("one", 1, 2, 3, metabolite("two", 0.5)));
    Compound two = read(drug("two", 1, 2, 3, metabolite("one", 0.5)));
    InputException circle =
        assertThrows(InputException.class, () -> CompoundCatalogue.of(List.of(one, two)));
    assertTrue(circle.getMessage().contains("is formed from itself"), circle.getMessage());
    String tooMuch =
        drug("much", 1, 2, 3, metabolite("hnk", 0.7))
            + "      norketamine: {fraction: {value: 0.6, source: test}}\n";
    assertTrue(complaintAbout(tooMuch).contains("fractions must sum to at most 1"));
  }

  @Test
  void firstPassFractionsAreSharesOfWhatIsLost() {
    String good = drug("good", 1, 2, 3, metabolite("hnk", 0.7, 0.4));
    assertEquals(
        List.of(new Kinetics.Formation("hnk", 0.7, 0.4)),
        read(good).kinetics(Species.MOUSE).orElseThrow().metabolites());
    assertEquals(
        List.of(new Kinetics.Formation("hnk", 0.7, 0)),
        read(drug("without", 1, 2, 3, metabolite("hnk", 0.7)))
            .kinetics(Species.MOUSE)
            .orElseThrow()
            .metabolites());
    assertTrue(
        complaintAbout(good.replace("value: 0.4", "value: 1.4"))
            .contains(
                "kinetics.mouse.metabolites.hnk.firstPassFraction must be between 0 and 1, but was 1.4"));
    assertTrue(
        complaintAbout(good.replace("firstPassFraction", "firstPasFraction"))
            .contains("unknown field 'firstPasFraction', did you mean 'firstPassFraction'?"));
    String other = "      norketamine: {fraction: %s, firstPassFraction: %s}\n";
    assertTrue(
        complaintAbout(good + other.formatted(number(0.1), number(0.7)))
            .contains("first-pass fractions must sum to at most 1"));
    String both = good + other.formatted(number(0.7), number(0.7));
    List<String> messages =
        assertThrows(InputException.class, () -> read(both)).each().stream()
            .map(InputException::getMessage)
            .toList();
    assertEquals(2, messages.size(), messages::toString);
    assertTrue(messages.get(0).contains(": fractions must sum to at most 1, but sum to 1.4"));
    assertTrue(messages.get(1).contains(": first-pass fractions must sum to at most 1"));
  }

  @Test
  void aMetaboliteNeedsKineticsOfTheSpecies() {
    Compound parent =
        read(drug("parent", 1, 2, 3, metabolite("nbqx", 0.5)).replace("mouse", "human"));
    InputException e =
        assertThrows(InputException.class, () -> CompoundCatalogue.standard().with(parent));
    assertTrue(e.getMessage().contains("'nbqx' has no kinetics for human"), e.getMessage());
  }

  @Test
  void namesAndAliasesAreUnique() {
    Compound twice = read(GOOD);
    assertThrows(InputException.class, () -> CompoundCatalogue.of(List.of(twice, twice)));
    Compound clash = read(GOOD.replace("kind: drug", "kind: drug\naliases: [ketamine]"));
    InputException e =
        assertThrows(InputException.class, () -> CompoundCatalogue.standard().with(clash));
    assertTrue(
        e.getMessage().contains("'ketamine' already names the compound 'ketamine'"),
        e.getMessage());
  }

  @Test
  void aUserAddsAFileWithoutTouchingCode(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("drug.yaml"), GOOD);
    CompoundCatalogue catalogue = CompoundCatalogue.standard().withFile(file);
    Reading reading = Reading.of("drug 1 mg/kg ip at 0 h", Species.MOUSE, catalogue);
    assertTrue(reading.effect(Target.AMPA, 0.5) < 0);
    InputException missing =
        assertThrows(
            InputException.class,
            () -> CompoundCatalogue.standard().withFile(folder.resolve("no.yaml")));
    assertTrue(missing.getMessage().endsWith("no.yaml: no such file"), missing.getMessage());
  }

  static Stream<String> shippedFiles() {
    return SeedFiles.list("compounds").stream();
  }

  @ParameterizedTest
  @MethodSource("shippedFiles")
  void everyShippedFileIsNamedAfterItsCompoundAndSaysWhereItsNumbersComeFrom(String file) {
    Compound compound = Compound.read(SeedFiles.text("compounds/" + file));
    assertEquals(file, compound.name() + ".yaml");
    for (SourcedNumber number : compound.numbers()) {
      assertTrue(number.source().length() > 3, number::toString);
      boolean assumed = number.source().startsWith("ASSUMED");
      assertTrue(!assumed || number.low() < number.high(), () -> "no range: " + number);
    }
  }

  @Test
  void theIndexListsExactlyTheFilesOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", "seeds", "compounds"))) {
      List<String> found =
          files
              .map(path -> path.getFileName().toString())
              .filter(name -> name.endsWith(".yaml"))
              .sorted()
              .toList();
      assertEquals(found, SeedFiles.list("compounds"));
    }
  }

  @Test
  void theExampleOfEveryFieldInTheDocumentationIsAValidFile() throws IOException {
    String readme = Files.readString(Path.of("..", "seeds", "compounds", "README.md"));
    int from = readme.indexOf("```yaml\n") + 8;
    String example = readme.substring(from, readme.indexOf("```", from));
    Compound compound = Compound.read(new SourceText("README.md", example));
    CompoundCatalogue catalogue = CompoundCatalogue.standard().with(compound);
    assertEquals(compound, catalogue.named("(S)-example"));
    assertTrue(compound.targets().get(0).isTrapping());
    assertEquals(
        4, catalogue.named("example").kinetics(Species.MOUSE).orElseThrow().routes().size() + 1);
  }

  @Test
  void everyCompoundOfTheVocabularyIsKnown() {
    for (String name :
        List.of(
            "ketamine",
            "s-ketamine",
            "r-ketamine",
            "norketamine",
            "hnk",
            "d2-ketamine",
            "mk-801",
            "memantine",
            "rapamycin",
            "nbqx",
            "mrk-016",
            "eef2k-inhibitor",
            "ana-12",
            "citalopram",
            "vehicle",
            "hm3dq",
            "hm4di")) {
      assertEquals(name, Compounds.named(name).name());
    }
  }
}
