package org.capgate.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.capgate.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was written is read bit by bit, and nothing else ever is. */
class CheckpointTest {
  private static final Checkpoint.Origin ORIGIN = new Checkpoint.Origin("0.1.0", "8f3a");
  private static final double[] RATES = {
    0, -0.0, Double.MIN_VALUE, Math.PI, Double.NaN, Double.NEGATIVE_INFINITY
  };

  @TempDir Path folder;

  private Path written() {
    Path file = folder.resolve("run.checkpoint");
    new Checkpoint(ORIGIN)
        .with("rate", RATES)
        .with("weight", new float[] {1.5f, Float.MIN_VALUE, -3})
        .with("class", new int[] {1, -1, Integer.MAX_VALUE})
        .with("step", new long[] {Long.MIN_VALUE})
        .with("note µ", new byte[] {-128, 0, 127})
        .with("none", new double[0])
        .write(file);
    return file;
  }

  @Test
  void everyNumberComesBackBitByBit() {
    Checkpoint read = Checkpoint.read(written(), ORIGIN);
    assertEquals(
        List.of("rate", "weight", "class", "step", "note µ", "none"), List.copyOf(read.names()));
    assertArrayEquals(bits(RATES), bits(read.doubles("rate")));
    assertArrayEquals(new float[] {1.5f, Float.MIN_VALUE, -3}, read.floats("weight"));
    assertArrayEquals(new int[] {1, -1, Integer.MAX_VALUE}, read.ints("class"));
    assertArrayEquals(new long[] {Long.MIN_VALUE}, read.longs("step"));
    assertArrayEquals(new byte[] {-128, 0, 127}, read.bytes("note µ"));
    assertEquals(0, read.doubles("none").length);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8_191, 8_192, 8_193, 100_000})
  void arraysLongerThanABufferComeBack(int length) {
    double[] values = new Random(length).doubles(length).toArray();
    float[] single = new float[length];
    for (int i = 0; i < length; i++) {
      single[i] = (float) values[i];
    }
    Path file = folder.resolve("long");
    new Checkpoint(ORIGIN).with("a", values).with("b", single).write(file);
    Checkpoint read = Checkpoint.read(file, ORIGIN);
    assertArrayEquals(values, read.doubles("a"));
    assertArrayEquals(single, read.floats("b"));
  }

  @Test
  void sameArraysMakeTheSameFile() throws IOException {
    byte[] first = Files.readAllBytes(written());
    assertArrayEquals(first, Files.readAllBytes(written()));
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(1, left.count()); // no hidden file stays behind
    }
  }

  @Test
  void everyFlippedBitIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    for (int i = 0; i < whole.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = whole.clone();
        damaged[i] ^= (byte) (1 << bit);
        refused(damaged);
      }
    }
  }

  @Test
  void everyCutAndEveryAdditionIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    for (int length = 0; length < whole.length; length++) {
      refused(Arrays.copyOf(whole, length));
    }
    assertTrue(
        refused(Arrays.copyOf(whole, whole.length + 3)).endsWith("has 3 bytes after its end"));
  }

  @Test
  void missingRepeatedAndExchangedBytesAreFound() throws IOException {
    byte[] whole = Files.readAllBytes(written());
    Random random = new Random(1);
    for (int trial = 0; trial < 2_000; trial++) {
      int a = random.nextInt(whole.length);
      int b = random.nextInt(whole.length);
      byte[] damaged = whole.clone();
      int length = 1 + random.nextInt(16);
      for (int i = 0; i < length; i++) {
        damaged[(a + i) % whole.length] = whole[(b + i) % whole.length];
      }
      if (!Arrays.equals(damaged, whole)) {
        refused(damaged);
      }
    }
  }

  @Test
  void damageInALargeFileIsFoundWithinASecond() throws IOException {
    Path file = folder.resolve("large");
    new Checkpoint(ORIGIN).with("state", new Random(3).doubles(3_000_000).toArray()).write(file);
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(4);
    for (int trial = 0; trial < 8; trial++) {
      byte[] damaged = whole.clone();
      damaged[random.nextInt(whole.length)] ^= 0x10;
      refused(damaged);
    }
  }

  @Test
  void foreignFilesAreRefused() {
    Random random = new Random(2);
    for (int length : new int[] {0, 1, 11, 12, 13, 500, 100_000}) {
      byte[] noise = new byte[length];
      random.nextBytes(noise);
      assertTrue(
          refused(noise).endsWith("is not a checkpoint of CapGate: its first bytes are others"));
    }
    refused("time,mood\n0,0.1\n".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aFileOfAnotherOriginIsRefusedByName() {
    Path file = written();
    assertComplains(
        file
            + ": belongs to another run: it is of specification 8f3a, this run says specification 0000",
        () -> Checkpoint.read(file, new Checkpoint.Origin("0.1.0", "0000")));
    assertComplains(
        file + ": was written by version '0.1.0', expected '0.2.0'",
        () -> Checkpoint.read(file, new Checkpoint.Origin("0.2.0", "8f3a")));
    Path missing = folder.resolve("missing");
    assertComplains(missing + ": no such file", () -> Checkpoint.read(missing, ORIGIN));
    assertComplains(folder + ": is not a regular file", () -> Checkpoint.read(folder, ORIGIN));
  }

  @Test
  void everyStatementThatDiffersIsNamedAndTheHashOnlyWhenNoneDoes() {
    Path file = folder.resolve("stated");
    new Checkpoint(stated("--seed", "1", "--days", "7", "specification", "8f3a")).write(file);
    String of = file + ": belongs to another run: it is of ";
    assertComplains(
        of + "--seed 1, this run says --seed 2",
        () -> Checkpoint.read(file, stated("--seed", "2", "--days", "7", "specification", "0")));
    assertComplains(
        of + "--seed 1, no --stress, --days 7, this run says --seed 2, --stress 1, no --days",
        () -> Checkpoint.read(file, stated("--seed", "2", "specification", "0", "--stress", "1")));
    assertComplains(
        of + "specification 8f3a, this run says specification 0",
        () -> Checkpoint.read(file, stated("--seed", "1", "--days", "7", "specification", "0")));
  }

  private static Checkpoint.Origin stated(String... namesAndValues) {
    Map<String, String> statements = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      statements.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Checkpoint.Origin("0.1.0", statements);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anotherFormatIsRefusedByASentence(int format) throws IOException {
    byte[] other = Files.readAllBytes(written());
    other[12] = (byte) format;
    String message = refused(other);
    assertTrue(
        message.contains("checkpoint format %d, but this version".formatted(format)), message);
    assertTrue(message.contains("start the run anew"), message);
  }

  /** A length nobody could allocate, with a checksum that fits. */
  @ParameterizedTest
  @ValueSource(ints = {Integer.MAX_VALUE, -1, Integer.MIN_VALUE, 200_000_000})
  void noMemoryIsTakenForAHostileLength(int length) throws IOException {
    byte[] header = Arrays.copyOf(Files.readAllBytes(written()), 12 + 4 + 6 + 4 + 14 + 8 + 4 + 4);
    ByteBuffer section = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
    section.putInt(CheckpointFormat.SECTION).put((byte) 4).put((byte) 1).put((byte) 'a');
    section.putInt(length);
    CRC32C checksum = new CRC32C();
    checksum.update(section.array(), 0, section.position());
    section.putInt((int) checksum.getValue());
    byte[] file = Arrays.copyOf(header, header.length + 100);
    System.arraycopy(section.array(), 0, file, header.length, 100);
    String message = refused(file);
    assertTrue(message.contains("array 1 of 6 claims " + Integer.toUnsignedLong(length)), message);
  }

  @Test
  void missingNamesAndOtherKindsAreRefusedByName() {
    Path file = written();
    Checkpoint read = Checkpoint.read(file, ORIGIN);
    assertComplains(
        file + ": unknown array 'rats', did you mean 'rate'?", () -> read.longs("rats"));
    assertComplains(
        file + ": array 'rate' holds double numbers, expected int", () -> read.ints("rate"));
    assertThrows(IllegalArgumentException.class, () -> new Checkpoint(ORIGIN).with("", new int[1]));
    assertThrows(IllegalArgumentException.class, () -> read.with("rate", new int[1]));
  }

  private String refused(byte[] content) {
    Path file = folder.resolve("damaged");
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    InputException refusal =
        assertTimeout(
            Duration.ofSeconds(1), // the promise for bad input
            () -> assertThrows(InputException.class, () -> Checkpoint.read(file, ORIGIN)));
    String message = String.valueOf(refusal.getMessage());
    assertTrue(message.startsWith(file.toString()) && message.lines().count() == 1, message);
    return message;
  }

  private static void assertComplains(String message, Runnable call) {
    assertEquals(message, assertThrows(InputException.class, call::run).getMessage());
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }
}
