package org.capgate.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;

/**
 * Reads a checkpoint. Every length is covered by a checksum and compared with what is left of the
 * file before memory is taken for it; every number is covered by a checksum of its section and by
 * the digest of the whole.
 */
final class CheckpointReader {
  private final String file;
  private final InputStream in;
  private final CRC32C checksum = new CRC32C();
  private final MessageDigest digest = Digests.sha256();
  private final ByteBuffer buffer =
      ByteBuffer.allocate(CheckpointFormat.BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long leftBytes;

  private CheckpointReader(String file, InputStream in, long sizeBytes) {
    this.file = file;
    this.in = in;
    this.leftBytes = sizeBytes;
  }

  static Map<String, Object> read(Path path, Checkpoint.Origin expected) {
    String file = path.toString();
    if (Files.notExists(path)) {
      throw new InputException(new Place(file, 0, 0), "no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new InputException(new Place(file, 0, 0), "is not a regular file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return new CheckpointReader(file, in, Files.size(path)).arrays(expected);
    } catch (IOException e) {
      throw new InputException(new Place(file, 0, 0), "cannot be read", e);
    }
  }

  private Map<String, Object> arrays(Checkpoint.Origin expected) throws IOException {
    int sections = header(expected);
    Map<String, Object> arrays = new LinkedHashMap<>();
    for (int i = 0; i < sections; i++) {
      section("array " + (i + 1) + " of " + sections, arrays);
    }
    end();
    return arrays;
  }

  private int header(Checkpoint.Origin expected) throws IOException {
    byte[] magic = new byte[(int) Math.min(leftBytes, CheckpointFormat.MAGIC.length)];
    fill("header", magic.length).get(magic);
    if (!Arrays.equals(magic, CheckpointFormat.MAGIC)) {
      throw refused("is not a checkpoint of CapGate: its first bytes are others");
    }
    int version = fill("header", 4).getInt();
    if (version != CheckpointFormat.VERSION) {
      throw refused(
          "has checkpoint format %d, but this version of CapGate reads format %d: start the run anew,"
                  .formatted(version, CheckpointFormat.VERSION)
              + " or go on with the version that wrote it");
    }
    String library = text("header");
    Map<String, String> statements = statements();
    int sections = fill("header", 4).getInt();
    requireChecksum("header");
    if (!library.equals(expected.libraryVersion())) {
      throw refused(
          "was written by version %s, expected %s"
              .formatted(Names.quoted(library), Names.quoted(expected.libraryVersion())));
    }
    requireEqual(statements, expected.statements());
    return sections;
  }

  private Map<String, String> statements() throws IOException {
    int count = fill("header", 4).getInt();
    if (count < 0 || count > CheckpointFormat.MOST_STATEMENTS) {
      throw refused("is damaged: header has %d statements".formatted(count));
    }
    Map<String, String> statements = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String name = text("header");
      int length = fill("header", 4).getInt();
      if (length < 0 || length > CheckpointFormat.LONGEST_VALUE_BYTES) {
        throw refused("is damaged: header has a statement of %d bytes".formatted(length));
      }
      byte[] value = new byte[length];
      fill("header", length).get(value);
      statements.put(name, new String(value, StandardCharsets.UTF_8));
    }
    return statements;
  }

  /** Every statement that differs is named; the hash of everything only when no other does. */
  private void requireEqual(Map<String, String> found, Map<String, String> expected) {
    Set<String> names = new LinkedHashSet<>(expected.keySet());
    names.addAll(found.keySet());
    names.removeIf(name -> Objects.equals(found.get(name), expected.get(name)));
    if (names.size() > 1) {
      names.remove(Checkpoint.Origin.SPECIFICATION);
    }
    if (!names.isEmpty()) {
      throw refused(
          "belongs to another run: it is of %s, this run says %s"
              .formatted(stated(names, found), stated(names, expected)));
    }
  }

  private static String stated(Set<String> names, Map<String, String> statements) {
    return names.stream()
        .map(
            name -> statements.containsKey(name) ? name + " " + statements.get(name) : "no " + name)
        .collect(Collectors.joining(", "));
  }

  private void section(String what, Map<String, Object> arrays) throws IOException {
    requireMark(what, CheckpointFormat.SECTION);
    int code = fill(what, 1).get();
    String name = text(what);
    int length = fill(what, 4).getInt();
    requireChecksum(what);
    if (code < 0 || code >= CheckpointFormat.Kind.values().length) {
      throw refused(what + " has the unknown kind " + code);
    }
    CheckpointFormat.Kind kind = CheckpointFormat.Kind.values()[code];
    if (length < 0 || (long) length * kind.bytes() > leftBytes) {
      throw refused(
          what
              + " claims "
              + Integer.toUnsignedLong(length)
              + " numbers of "
              + kind.bytes()
              + " bytes, but only "
              + leftBytes
              + " bytes follow");
    }
    Object array = kind.allocate(length);
    int most = CheckpointFormat.BUFFER_BYTES / kind.bytes();
    for (int from = 0; from < length; from += most) {
      int count = Math.min(most, length - from);
      kind.get(array, from, count, fill(what, count * kind.bytes()));
    }
    requireChecksum(what);
    if (arrays.put(name, array) != null) {
      throw refused("has array " + Names.quoted(name) + " twice");
    }
  }

  private void end() throws IOException {
    requireMark("end", CheckpointFormat.END);
    byte[] computed = digest.digest();
    byte[] stated = new byte[CheckpointFormat.DIGEST_BYTES];
    fill("end", stated.length).get(stated);
    if (!MessageDigest.isEqual(computed, stated)) {
      throw refused("is damaged: its digest does not match what it holds");
    }
    if (leftBytes != 0) {
      throw refused("has " + leftBytes + " bytes after its end");
    }
  }

  private void requireMark(String what, int expected) throws IOException {
    if (fill(what, 4).getInt() != expected) {
      throw refused("is damaged: " + what + " does not begin where it should");
    }
  }

  private String text(String what) throws IOException {
    int length = Byte.toUnsignedInt(fill(what, 1).get());
    if (length < 1 || length > CheckpointFormat.LONGEST_NAME_BYTES) {
      throw refused("is damaged: " + what + " has a name of " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    fill(what, length).get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private void requireChecksum(String what) throws IOException {
    int computed = (int) checksum.getValue();
    int stated = fill(what, 4).getInt();
    checksum.reset();
    if (computed != stated) {
      HexFormat hex = HexFormat.of();
      throw refused(
          "is damaged: "
              + what
              + " has checksum "
              + hex.toHexDigits(computed)
              + ", expected "
              + hex.toHexDigits(stated));
    }
  }

  /** The next bytes, at most as many as the buffer takes. */
  private ByteBuffer fill(String what, int count) throws IOException {
    int read = count <= leftBytes ? in.readNBytes(buffer.array(), 0, count) : 0;
    if (read < count) {
      throw refused(
          "is cut off: "
              + what
              + " needs "
              + count
              + " bytes more, but "
              + leftBytes
              + " are left");
    }
    leftBytes -= count;
    checksum.update(buffer.array(), 0, count);
    digest.update(buffer.array(), 0, count);
    return buffer.clear().limit(count);
  }

  private InputException refused(String why) {
    return new InputException(new Place(file, 0, 0), why);
  }
}
