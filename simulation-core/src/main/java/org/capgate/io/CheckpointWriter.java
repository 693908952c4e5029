package org.capgate.io;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.zip.CRC32C;

/** Writes a checkpoint, one buffer after the other. */
final class CheckpointWriter {
  private final OutputStream out;
  private final CRC32C checksum = new CRC32C();
  private final MessageDigest digest = Digests.sha256();
  private final ByteBuffer buffer =
      ByteBuffer.allocate(CheckpointFormat.BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private CheckpointWriter(OutputStream out) {
    this.out = out;
  }

  static void write(OutputStream out, Checkpoint.Origin origin, Map<String, Object> arrays)
      throws IOException {
    CheckpointWriter writer = new CheckpointWriter(out);
    writer.header(origin, arrays.size());
    for (Map.Entry<String, Object> array : arrays.entrySet()) {
      writer.section(array.getKey(), array.getValue());
    }
    writer.end();
  }

  private void header(Checkpoint.Origin origin, int sections) throws IOException {
    buffer.put(CheckpointFormat.MAGIC).putInt(CheckpointFormat.VERSION);
    text(origin.libraryVersion());
    buffer.putInt(origin.statements().size());
    flush();
    for (Map.Entry<String, String> statement : origin.statements().entrySet()) {
      text(statement.getKey());
      byte[] value = statement.getValue().getBytes(StandardCharsets.UTF_8);
      buffer.putInt(value.length).put(value);
      flush();
    }
    buffer.putInt(sections);
    flush();
    checksum();
  }

  private void section(String name, Object array) throws IOException {
    CheckpointFormat.Kind kind = CheckpointFormat.Kind.of(array);
    int length = Array.getLength(array);
    buffer.putInt(CheckpointFormat.SECTION).put((byte) kind.ordinal());
    text(name);
    buffer.putInt(length);
    flush();
    checksum(); // of the length, before a reader relies on it
    int most = CheckpointFormat.BUFFER_BYTES / kind.bytes();
    for (int from = 0; from < length; from += most) {
      int count = Math.min(most, length - from);
      kind.put(array, from, count, buffer);
      buffer.position(count * kind.bytes());
      flush();
    }
    checksum();
  }

  private void end() throws IOException {
    buffer.putInt(CheckpointFormat.END);
    flush();
    out.write(digest.digest());
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.put((byte) bytes.length).put(bytes); // read as unsigned
  }

  /** Of everything since the last one. */
  private void checksum() throws IOException {
    buffer.putInt((int) checksum.getValue());
    flush();
    checksum.reset();
  }

  private void flush() throws IOException {
    checksum.update(buffer.array(), 0, buffer.position());
    digest.update(buffer.array(), 0, buffer.position());
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
