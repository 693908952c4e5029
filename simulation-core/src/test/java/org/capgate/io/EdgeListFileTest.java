package org.capgate.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.capgate.input.InputException;
import org.capgate.network.wiring.Connectivity;
import org.capgate.network.wiring.Projection;
import org.capgate.network.wiring.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edge lists there and back, and what is refused. */
class EdgeListFileTest {
  private static final Projection CIRCUIT = Projection.within("E", 300);
  private static final Projection SMALL = new Projection("E", 4, "I", 3);

  @TempDir Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void name() {
    file = folder.resolve("edges.csv");
  }

  @Test
  void everyGeneratedOrChangedNetworkComesBackBitByBit() {
    Connectivity alike = Wiring.erdosRenyi(0.05).connect(CIRCUIT, 1);
    Connectivity weighted = alike.withLogNormalWeights(0.7, 1);
    BitSet some = new BitSet();
    some.set(10, 40);
    int[] reversed = IntStream.range(0, 300).map(i -> 299 - i).toArray();
    for (Connectivity c :
        List.of(
            alike,
            weighted,
            weighted.rewired(some, 0.5, 2),
            weighted.relabelled(reversed, reversed),
            Wiring.fixedInDegree(0).connect(CIRCUIT, 1))) {
      EdgeListFile.write(file, c, Map.of("seed", "1"));
      assertEquals(c, EdgeListFile.read(file, CIRCUIT));
    }
  }

  @Test
  void orderOfLinesDoesNotMatter() throws IOException {
    Connectivity c = Wiring.erdosRenyi(0.05).connect(CIRCUIT, 1).withLogNormalWeights(0.7, 1);
    EdgeListFile.write(file, c, Map.of());
    List<String> lines = Files.readAllLines(file);
    Collections.shuffle(lines.subList(1, lines.size()), new Random(3));
    Files.write(file, lines);
    assertEquals(c, EdgeListFile.read(file, CIRCUIT));
  }

  @Test
  void weightsAreKeptAsWrittenAndNormalisedOnRequest() throws IOException {
    Files.writeString(
        file, "\uFEFFsource,target,weight\r\n 2, 1 ,3\r\n\r\n0,1,1e0\r\n1,3,0\r\n0,0,0.1");
    Connectivity c = EdgeListFile.read(file, SMALL);
    assertEquals(4, c.synapses());
    assertEquals(0.1, c.weight(0, 0));
    assertEquals(0, c.source(1, 0));
    assertEquals(1.0, c.weight(1, 0), 0x1.0p-24); // relative to 3 in single precision
    assertEquals(3.0, c.weight(1, 1));
    assertEquals(0.0, c.weight(3, 0));
    double[] out = new double[4];
    c.multiply(new double[] {1, 10, 100}, out, 0, 4);
    assertArrayEquals(new double[] {0.1, 301, 0, 0}, out, 3 * 0x1.0p-24);
    Connectivity normalised = c.normalised();
    assertEquals(0.75, normalised.weight(1, 1), 0x1.0p-24);
    assertEquals(1.0, normalised.weight(0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3,0,1|2:1: source must be a whole number from 0 to 2, but was '3'",
        "0,4,1|2:3: target must be a whole number from 0 to 3, but was '4'",
        "-1,0,1|2:1: source must be a whole number from 0 to 2, but was '-1'",
        "1.5,0,1|2:1: source must be a whole number from 0 to 2, but was '1.5'",
        "99999999999,0,1|2:1: source must be a whole number from 0 to 2, but was '99999999999'",
        ",0,1|2:1: source must be a whole number from 0 to 2, but was ''",
        "1,0,-0.5|2:5: weight must be between 0 and 1e30, but was -0.5",
        "1,0,NaN|2:5: weight must be a number, but was 'NaN'",
        "1,0,|2:5: weight must be a number, but was ''",
        "1,0,1e31|2:5: weight must be between 0 and 1e30, but was 1e31",
        "1,0|2:1: the line has 2 fields, expected 3: source,target,weight",
        "1,0,1,1|2:1: the line has 4 fields, expected 3: source,target,weight",
      })
  void wrongFieldsAreRefusedByPlace(String line, String complaint) throws IOException {
    Files.writeString(file, "source,target,weight\n" + line + "\n");
    assertRefused(":" + complaint.replace("1e3", "1.0E3"), SMALL);
  }

  @Test
  void wrongFilesAreRefused() throws IOException {
    assertRefused(": no such file", SMALL);
    Files.writeString(file, "");
    assertRefused(":1:1: header must be 'source,target,weight', but the file ended", SMALL);
    Files.writeString(file, "# seed: 1\npre,post,w\n");
    assertRefused(":2:1: header must be 'source,target,weight', but was 'pre,post,w'", SMALL);
    Files.writeString(file, "source,target,weight\n0,1,1\n1,1,1\n0,1,2\n");
    assertRefused(":4:1: the synapse from 0 to 1 is stated twice, first in line 2", SMALL);
    Files.writeString(file, "source,target,weight\n7,7,1\n");
    assertRefused(":2:3: target must not be its own source, but both were 7", CIRCUIT);
    Files.writeString(file, "source,target,weight\n0,1," + "1".repeat(2_000_000));
    assertRefused(":2:1: line must have at most 1000 bytes", SMALL);
    byte[] noise = new byte[10_000];
    new Random(1).nextBytes(noise);
    Files.write(file, noise);
    InputException e = assertThrows(InputException.class, () -> EdgeListFile.read(file, SMALL));
    assertTrue(String.valueOf(e.getMessage()).startsWith(file + ":1:1: "), e.getMessage());
  }

  @Test
  void aFileThatCannotBeWrittenIsNotChanged() throws IOException {
    Path inTheWay = folder.resolve("file");
    Files.writeString(inTheWay, "kept");
    Connectivity c = Wiring.fixedInDegree(1).connect(CIRCUIT, 1);
    assertThrows(
        UncheckedIOException.class,
        () -> EdgeListFile.write(inTheWay.resolve("edges.csv"), c, Map.of()));
    assertEquals("kept", Files.readString(inTheWay));
  }

  private void assertRefused(String complaint, Projection projection) {
    assertEquals(
        file + complaint,
        assertThrows(InputException.class, () -> EdgeListFile.read(file, projection)).getMessage());
  }

  @Test
  void allMistakesOfAFileAreSaidInItsOrder() throws IOException {
    Files.writeString(
        file,
        "source,target,weight\n0,1,1\n9,1,1\n"
            + "1".repeat(200_000)
            + "\n1,x,1\n0,0\n2,2,-1\n3,2,1\n"); // of the last the target is wrong
    InputException all = assertThrows(InputException.class, () -> EdgeListFile.read(file, SMALL));
    assertEquals(3, all.place().line());
    assertEquals(
        List.of(4, 5, 6, 7, 8), all.further().stream().map(one -> one.place().line()).toList());
  }

  @Test
  void afterAHundredMistakesAFileIsOfAnotherKind() throws IOException {
    Files.writeString(file, "source,target,weight\n" + "a,b,c\n".repeat(10_000));
    InputException all = assertThrows(InputException.class, () -> EdgeListFile.read(file, SMALL));
    assertEquals(100, all.further().size());
    assertTrue(
        String.valueOf(all.further().get(99).getMessage()).contains("the rest was not read"));
  }
}
