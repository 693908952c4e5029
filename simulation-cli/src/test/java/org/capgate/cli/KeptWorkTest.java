package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands whose work is kept in blocks: what was stopped between blocks goes on. */
class KeptWorkTest {
  private static final String SWEEP =
      KeptSweep.text("", "{values: [1, 3, 10, 30]}", "{low: 0.5, high: 1.2, points: 2}");

  @TempDir Path folder;

  /** A command, its table, and what it counts. */
  record Case(List<String> words, String table, String units) {
    @Override
    public String toString() {
      return String.join(" ", words);
    }
  }

  static Stream<Case> kept() {
    String two = "--by=mtorc1On4ebp,captureGainExcitatory";
    return Stream.of(
        new Case(List.of("sweep", KeptSweep.FILE), "sweep.csv", "points"),
        new Case(
            List.of("sensitivity", "hnk", "--method=sobol", "--points=32", two),
            "sensitivity.csv",
            "rows"),
        new Case(
            List.of("sensitivity", "hnk", "--method=morris", "--points=40", two),
            "sensitivity.csv",
            "paths"),
        new Case(List.of("search", "best-schedule", "--generations=2"), "designs.csv", "designs"),
        new Case(
            List.of("sensitivity", "hnk", "--by=ketamine/kinetics/mouse/,hnk/"),
            "sensitivity.csv",
            "numbers"));
  }

  private Outcome run(Case command, int threads) {
    List<String> words = new ArrayList<>(command.words());
    words.replaceAll(word -> word.endsWith(".yaml") ? folder.resolve(word).toString() : word);
    words.addAll(
        List.of(
            "--figures=svg", "--threads=%s".formatted(threads), "--out=" + folder.resolve("out")));
    return Outcome.of(words.toArray(String[]::new));
  }

  private List<Path> blocks() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out/blocks"))) {
      return files.filter(file -> !file.endsWith("manifest.csv")).sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kept")
  void whatIsMissingOrCutIsDoneAgainAndNothingElse(Case command) throws IOException {
    Files.writeString(folder.resolve(KeptSweep.FILE), SWEEP);
    Path table = folder.resolve("out").resolve(command.table());
    Outcome first = run(command, 2);
    String whole = Files.readString(table);
    List<Path> blocks = blocks();
    assertTrue(blocks.size() > 1, "blocks: " + blocks);
    byte[] bytes = Files.readAllBytes(blocks.get(0));

    Outcome again = run(command, 1);
    assertEquals(first.code(), again.code(), again.err());
    assertEquals(first.out(), again.out());
    assertTrue(
        again.err().contains(" %s were there already".formatted(command.units())), again.err());
    assertEquals(whole, Files.readString(table));

    Files.write(blocks.get(0), java.util.Arrays.copyOf(bytes, bytes.length - 3));
    Files.delete(table);
    Outcome repaired = run(command, 1);
    assertTrue(repaired.err().contains(" %s computed in ".formatted(command.units())));
    assertFalse(repaired.err().contains(" of 0 "), repaired.err());
    assertEquals(whole, Files.readString(table));

    for (Path block : blocks.subList(1, blocks.size())) {
      Files.delete(block);
    }
    assertEquals(first.out(), run(command, 2).out());
    assertEquals(whole, Files.readString(table));
    assertEquals(blocks, blocks());
  }
}
