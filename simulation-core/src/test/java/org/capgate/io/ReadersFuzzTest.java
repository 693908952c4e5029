package org.capgate.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.capgate.evidence.FindingFile;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.input.YamlDocument;
import org.capgate.model.Genotype;
import org.capgate.model.ParameterSet;
import org.capgate.network.wiring.Projection;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged files: whatever is read, it is accepted or refused by an {@link InputException}, within
 * two seconds of processor time. A million of them: {@code -Dcapgate.fuzz=1000000} with the slow
 * tests.
 */
class ReadersFuzzTest {
  private static final long LONGEST_NANOSECONDS = 2_000_000_000L;

  /** What people and programs leave behind in files. */
  private static final List<String> FRAGMENTS =
      List.of(
          "\"",
          "'",
          ",",
          ";",
          ":",
          "\n",
          "\r",
          "\t",
          "\0",
          "#",
          "-",
          "{",
          "}",
          "[",
          "]",
          "&a ",
          "*a",
          "!!x ",
          "|\n",
          "NaN",
          "Infinity",
          "1e309",
          "-0",
          "1e-400",
          "9999999999999999999",
          "\uFEFF",
          "µ",
          "\u202e",
          "\uD800",
          "every",
          "for",
          "at",
          "x0",
          "all",
          "finding:",
          "---\n",
          "  ",
          "%",
          "\\",
          "$(x)",
          "../");

  @TempDir Path folder;

  /** A reader of a text. */
  private interface Reader {
    void read(byte[] damaged) throws IOException;
  }

  private record Kind(byte[] whole, Reader reader) {}

  private Map<String, Kind> kinds() throws IOException {
    CompoundCatalogue compounds = CompoundCatalogue.standard();
    Map<String, Kind> kinds = new LinkedHashMap<>();
    Path seeds = Path.of("..", "seeds");
    kinds.put(
        "findings",
        new Kind(
            head(Files.readAllBytes(seeds.resolve("evidence/findings.csv")), 3000),
            bytes -> FindingFile.read("f.csv", new StringReader(text(bytes)), compounds)));
    kinds.put(
        "parameters",
        new Kind(
            "name,value\nglutamateTimeHours,0.2\nketamine/kinetics/mouse/brain/partitionCoefficient,0.9\n"
                .getBytes(StandardCharsets.UTF_8),
            bytes ->
                ParameterFile.read(
                    "p.csv", new StringReader(text(bytes)), ParameterSet.standard())));
    kinds.put(
        "scenario",
        new Kind(
            Files.readAllBytes(Path.of("..", "docs/scenario-example.yaml")),
            bytes -> ScenarioFile.read(new SourceText("s.yaml", text(bytes)), compounds)));
    kinds.put(
        "sweep",
        new Kind(
            Files.readAllBytes(Path.of("..", "docs/sweep-example.yaml")),
            bytes ->
                SweepFile.read(
                    new SourceText("s.yaml", text(bytes)),
                    species -> Scenario.of(species).compounds(compounds),
                    unchanged -> unchanged)));
    kinds.put(
        "compound",
        new Kind(
            Files.readAllBytes(seeds.resolve("compounds/ketamine.yaml")),
            bytes -> Compound.read(new SourceText("c.yaml", text(bytes)))));
    kinds.put(
        "treatment",
        new Kind(
            "rapamycin 5 mg/kg ip at -1 h; ketamine 10 mg/kg iv at 0 h for 0.667 h every 24 h for 3 d; hm3dq all at 0 h for 1 h"
                .getBytes(StandardCharsets.UTF_8),
            bytes -> Regimen.parse(text(bytes), Place.UNKNOWN, compounds)));
    kinds.put(
        "genotype",
        new Kind(
            "4EBP1 x0 excitatory; 4EBP2 x0.5 all; EIF4E x2 inhibitory"
                .getBytes(StandardCharsets.UTF_8),
            bytes -> Genotype.parse(text(bytes), Place.UNKNOWN)));
    kinds.put(
        "table",
        new Kind(
            "a,b\n1,\"x, \"\"y\"\"\"\n2,z\n".getBytes(StandardCharsets.UTF_8),
            bytes -> CsvTable.read("t.csv", new StringReader(text(bytes)))));
    kinds.put(
        "yaml",
        new Kind(
            "a: 1\nb: [1, {c: d}]\ne:\n  - f: |\n      text\n".getBytes(StandardCharsets.UTF_8),
            bytes -> YamlDocument.read(new SourceText("y.yaml", text(bytes)))));
    Path edges = folder.resolve("edges.csv");
    kinds.put(
        "edges",
        new Kind(
            (EdgeListFile.HEADER + "\n0,0,1\n1,2,0.5\n3,1,2\n").getBytes(StandardCharsets.UTF_8),
            bytes -> {
              Files.write(edges, bytes);
              EdgeListFile.read(edges, new Projection("E", 4, "I", 3));
            }));
    Path checkpoint = folder.resolve("run.checkpoint");
    Checkpoint.Origin origin = new Checkpoint.Origin("0.1.0", "8f3a");
    new Checkpoint(origin)
        .with("rate", new double[] {1, 2, 3})
        .with("step", new long[] {4})
        .write(checkpoint);
    kinds.put(
        "checkpoint",
        new Kind(
            Files.readAllBytes(checkpoint),
            bytes -> {
              Files.write(checkpoint, bytes);
              Checkpoint.read(checkpoint, origin);
            }));
    return kinds;
  }

  @Test
  void damagedFilesAreAcceptedOrRefusedInWords() throws IOException {
    assertTyped(3_000, 1);
  }

  @Test
  @Tag("slow")
  void manyDamagedFilesAreAcceptedOrRefusedInWords() throws IOException {
    assertTyped(Integer.getInteger("capgate.fuzz", 100_000), 2);
  }

  private void assertTyped(int files, long seed) throws IOException {
    List<Map.Entry<String, Kind>> kinds = List.copyOf(kinds().entrySet());
    List<String> faults = new ArrayList<>();
    int refused = 0;
    long longest = 0;
    for (int i = 0; i < files; i++) {
      Map.Entry<String, Kind> kind = kinds.get(i % kinds.size());
      byte[] damaged = damaged(kind.getValue().whole(), new SplittableRandom(31 * seed + i));
      long before = System.nanoTime();
      try {
        kind.getValue().reader().read(damaged);
      } catch (InputException e) {
        refused++;
        if (e.getMessage().lines().count() != 1) {
          faults.add("%s %s: %s".formatted(kind.getKey(), i, e.getMessage()));
        }
      } catch (RuntimeException | Error e) {
        faults.add("%s %s: %s".formatted(kind.getKey(), i, e));
      }
      longest = Math.max(longest, System.nanoTime() - before);
    }
    assertEquals(List.of(), faults.stream().limit(10).toList());
    assertTrue(refused > files / 4, "hardly anything was refused: " + refused);
    assertTrue(longest < LONGEST_NANOSECONDS, "slowest took " + longest / 1e9 + " s");
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole;
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + 1 + random.nextInt(40));
      bytes =
          switch (random.nextInt(6)) {
            case 0 ->
                joined(
                    bytes,
                    at,
                    at,
                    FRAGMENTS
                        .get(random.nextInt(FRAGMENTS.size()))
                        .getBytes(StandardCharsets.UTF_8));
            case 1 -> joined(bytes, at, to, new byte[0]);
            case 2 -> joined(bytes, at, at, slice(bytes, at, to));
            case 3 -> slice(bytes, 0, at);
            case 4 ->
                joined(
                    bytes,
                    at,
                    Math.min(bytes.length, at + 1),
                    new byte[] {(byte) random.nextInt(256)});
            default ->
                joined(
                    bytes,
                    at,
                    to,
                    FRAGMENTS
                        .get(random.nextInt(FRAGMENTS.size()))
                        .getBytes(StandardCharsets.UTF_8));
          };
    }
    return bytes;
  }

  private static byte[] joined(byte[] bytes, int from, int to, byte[] middle) {
    byte[] all = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, all, 0, from);
    System.arraycopy(middle, 0, all, from, middle.length);
    System.arraycopy(bytes, to, all, from + middle.length, bytes.length - to);
    return all;
  }

  private static byte[] slice(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] head(byte[] bytes, int length) {
    int end = length;
    while (bytes[end - 1] != '\n') {
      end--;
    }
    return slice(bytes, 0, end);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
