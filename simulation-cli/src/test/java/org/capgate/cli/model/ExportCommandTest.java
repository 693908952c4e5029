package org.capgate.cli.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.capgate.cli.Outcome;
import org.capgate.io.ScenarioFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the source computes is tested beside org.capgate.io.ModelSource. */
class ExportCommandTest {
  @TempDir Path folder;

  @Test
  void aFileHoldsWhatTheScreenShows() throws IOException {
    Path file = folder.resolve("a model.c");
    Outcome screen = Outcome.of("export", "--format", "c");
    Outcome written = Outcome.of("export", "--format", "c", "--out", file.toString());
    assertEquals(0, screen.code(), screen.err());
    assertEquals(0, written.code(), written.err());
    assertEquals("", written.out());
    assertEquals(screen.out(), Files.readString(file));
    assertTrue(screen.out().contains("void capgate_rhs("), "no right-hand side");
  }

  @Test
  void theHeadSaysWhereItComesFrom() {
    String head = Outcome.of("export", "--format", "c", "--scenario", "hnk").out();
    assertTrue(head.contains("repeat: capgate export --format c --scenario hnk"), head);
    assertTrue(head.contains("treatment: hnk"), head);
  }

  @Test
  void theHeadSaysTheSeedOfTheScenario() throws IOException {
    Path file = folder.resolve("seeded.yaml");
    Files.writeString(
        file, "capgate-scenario: 1\nname: s\nspecies: mouse\nduration-days: 1\nseed: 42\n");
    String head = Outcome.of("export", "--format=c", "--scenario=" + file).out();
    assertTrue(head.contains("seed: 42\n"), head.substring(0, 400));
  }

  @Test
  void theFormsDiffer() {
    String ordinary = Outcome.of("export", "--format", "c", "--form", "ordinary").out();
    String quasiSteady = Outcome.of("export", "--format", "c", "--form", "quasi-steady").out();
    assertTrue(ordinary.contains("const int capgate_differential = 23;"), "not all have rates");
    assertTrue(quasiSteady.contains("const int capgate_differential = 19;"), "not 4 algebraic");
  }

  @Test
  void aMechanismIsExportedAsChosen() {
    assertNotEquals(
        Outcome.of("export", "--format", "c").out(),
        Outcome.of("export", "--format", "c", "--mechanism", "first-target=resting-nmda").out());
  }

  @Test
  void otherFormatsSayWhereTheyComeFromAndByHowMuchTheyDiffer() {
    for (String format : List.of("sbml", "ode")) {
      Outcome exported = Outcome.of("export", "--format", format, "--scenario", "hnk");
      assertEquals(0, exported.code(), exported.err());
      assertTrue(
          exported
              .out()
              .contains("repeat: capgate export --format %s --scenario hnk".formatted(format)),
          exported.out());
      assertTrue(exported.out().contains("of its largest value"), exported.out());
    }
  }

  @Test
  void aFormThatAFormatCannotHoldIsRefused() {
    Outcome refused = Outcome.of("export", "--format", "sbml", "--form", "quasi-steady");
    assertEquals(2, refused.code());
    assertEquals("", refused.out());
    assertTrue(refused.err().contains("--form"), refused.err());
  }

  @Test
  void anArchiveOfAllHoldsEveryPresetAndTheComparison() throws IOException {
    Path file = folder.resolve("all.omex");
    Outcome written = Outcome.of("export", "--format=omex", "--scenario=all", "--out=" + file);
    assertEquals(0, written.code(), written.err());
    Set<String> names = new TreeSet<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      zip.stream().forEach(entry -> names.add(entry.getName()));
    }
    assertTrue(names.contains("manifest.xml") && names.contains("compare.sedml"), names.toString());
    for (String preset : ScenarioFile.presets()) {
      assertTrue(names.contains(preset + ".sedml"), preset);
    }
    byte[] first = Files.readAllBytes(file);
    Outcome.of("export", "--format=omex", "--scenario=all", "--out=" + file);
    assertArrayEquals(first, Files.readAllBytes(file));
  }

  @Test
  void anArchiveNeedsAFile() {
    Outcome refused = Outcome.of("export", "--format", "omex");
    assertEquals(2, refused.code());
    assertTrue(refused.err().contains("--out"), refused.err());
  }
}
