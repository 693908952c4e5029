package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.capgate.population.Population;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.trial.TrialFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;

/**
 * Every fenced block of every document does what it says: commands run, files are read and run, and
 * programs run (in {@link DocumentedProgramsTest}). A block in another language fails until this
 * test knows it, or the line above it says {@code <!-- not run: why -->}.
 */
class DocumentedBlocksTest {
  /** Languages of blocks that do nothing: formulas, and what a program prints. */
  private static final Set<String> SILENT = Set.of("math", "text");

  @TempDir Path folder;

  static List<DocumentedBlock> blocks() throws IOException {
    return DocumentedBlock.toRun().stream()
        .filter(block -> !SILENT.contains(block.language()) && !block.language().equals("java"))
        .toList();
  }

  static List<DocumentedBlock> quickBlocks() throws IOException {
    return blocks().stream().filter(block -> !DocumentedShell.isLong(block)).toList();
  }

  static List<DocumentedBlock> longBlocks() throws IOException {
    return blocks().stream().filter(DocumentedShell::isLong).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quickBlocks")
  void runs(DocumentedBlock block) throws IOException {
    run(block);
  }

  @Tag("slow")
  @ParameterizedTest(name = "{0}")
  @MethodSource("longBlocks")
  void runsAlthoughItTakesLong(DocumentedBlock block) throws IOException {
    run(block);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("longBlocks")
  void isUnderstood(DocumentedBlock block) {
    DocumentedShell.parse(block);
  }

  /** Blocks of what a program prints, each after the commands that print it. */
  static List<Arguments> printedBlocks() throws IOException {
    List<DocumentedBlock> all =
        DocumentedBlock.toRun().stream()
            .filter(block -> block.document().endsWith("questions.md"))
            .toList();
    return IntStream.range(1, all.size())
        .filter(i -> all.get(i).language().equals("text"))
        .mapToObj(i -> Arguments.of(all.get(i), all.get(i - 1)))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("printedBlocks")
  void whatIsShownAsPrintedIsPrinted(DocumentedBlock shown, DocumentedBlock commands) {
    Set<String> missing =
        shown
            .text()
            .lines()
            .map(String::strip)
            .filter(line -> !line.equals("..."))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    Iterator<String> printed = DocumentedShell.printed(commands, folder).iterator();
    while (!missing.isEmpty() && printed.hasNext()) {
      printed.next().lines().map(String::strip).forEach(missing::remove);
    }
    assertTrue(missing.isEmpty(), shown + " shows what its commands do not print: " + missing);
  }

  @Test
  void anOptionThatDoesNotExistIsNotUnderstood() {
    String page = "```sh\n./capgate fit FIT.yaml --data DATA.csv --profilse --vpc 100\n```\n";
    DocumentedBlock block = DocumentedBlock.in(Path.of("page.md"), page).get(0);
    assertTrue(DocumentedShell.isLong(block));
    AssertionFailedError error =
        assertThrows(AssertionFailedError.class, () -> DocumentedShell.parse(block));
    assertTrue(String.valueOf(error.getMessage()).contains("profilse"), error.getMessage());
  }

  private void run(DocumentedBlock block) throws IOException {
    switch (block.language()) {
      case "sh" -> DocumentedShell.run(block, folder);
      case "yaml" -> read(block);
      default ->
          fail(
              block
                  + ": a block of this kind is not run by any test; use sh, java, yaml, or text"
                  + " for what is no code, or write above it <!-- not run: why -->");
    }
  }

  /** A compound, a population, a trial, a scenario, or some fields of a scenario. */
  private void read(DocumentedBlock block) throws IOException {
    if (block.text().startsWith("capgate-compound:")) {
      Path file = Files.writeString(folder.resolve("compound.yaml"), block.text());
      CompoundCatalogue.standard().withFile(file);
    } else if (block.text().startsWith("capgate-sweep:")) {
      Path file = Files.writeString(folder.resolve("sweep.yaml"), block.text());
      String out = folder.resolve("sweep").toString();
      Outcome outcome = Outcome.of("sweep", file.toString(), "--out", out);
      assertEquals(0, outcome.code(), block + "\n" + outcome.err());
    } else if (block.text().startsWith("capgate-search:")) {
      Path file = Files.writeString(folder.resolve("search.yaml"), block.text());
      String out = folder.resolve("search").toString();
      Outcome outcome = Outcome.of("search", file.toString(), "--generations", "1", "--out", out);
      assertEquals(0, outcome.code(), block + "\n" + outcome.err());
    } else if (block.text().startsWith("capgate-population:")) {
      Path file = Files.writeString(folder.resolve("population.yaml"), block.text());
      assertEquals(5, Population.read(file).sample(5, 1).size());
    } else if (block.text().startsWith("capgate-trial:")) {
      Path file = Files.writeString(folder.resolve("trial.yaml"), block.text());
      TrialFile.read(file).trial().toBuilder().subjects(2).replicates(2).build().run(2);
    } else if (block.text().startsWith("capgate-scenario:")) {
      assertEquals("", runScenario(block.text()), block.toString());
    } else {
      String head = "capgate-scenario: 1\nname: fields\nduration-days: 60\nspecies: ";
      String asMouse = runScenario(head + "mouse\n" + block.text());
      String asHuman = runScenario(head + "human\n" + block.text());
      assertTrue(asMouse.isEmpty() || asHuman.isEmpty(), block + "\n" + asMouse + asHuman);
    }
  }

  /** What the command line says is wrong, empty when nothing is. */
  private String runScenario(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("scenario.yaml"), text);
    Outcome outcome =
        Outcome.of(
            "run",
            file.toString(),
            "--members",
            "2",
            "--out",
            folder.resolve("scenario").toString());
    return outcome.code() == 0 ? "" : outcome.err();
  }

  @Test
  void theDocumentsHaveBlocksOfEachKind() throws IOException {
    List<String> languages = blocks().stream().map(DocumentedBlock::language).toList();
    assertTrue(languages.containsAll(List.of("sh", "yaml")), languages.toString());
  }

  @Test
  void aCommandThatDoesNotExistFails() {
    refused("```sh\n./capgate presests\n```\n", "presests");
  }

  @Test
  void aFieldThatDoesNotExistFails() {
    refused("```yaml\ngenotpye: wild-type\n```\n", "genotpye");
  }

  @Test
  void aBlockOfAnotherLanguageFailsUnlessItIsMarked() {
    refused("\n```R\nplot(1)\n```\n", "page.md:2 R");
    assertEquals(
        List.of(false),
        DocumentedBlock.in(Path.of("page.md"), "<!-- not run: needs R -->\n```R\nplot(1)\n```\n")
            .stream()
            .map(DocumentedBlock::isRun)
            .toList());
  }

  @Test
  void aMarkWithoutAReasonDoesNotCount() {
    refused("<!-- not run: -->\n```R\nplot(1)\n```\n", "page.md:2 R");
  }

  private void refused(String page, String expected) {
    DocumentedBlock block = DocumentedBlock.in(Path.of("page.md"), page).get(0);
    assertTrue(block.isRun(), page);
    AssertionFailedError error = assertThrows(AssertionFailedError.class, () -> run(block));
    assertTrue(String.valueOf(error.getMessage()).contains(expected), error.getMessage());
  }
}
