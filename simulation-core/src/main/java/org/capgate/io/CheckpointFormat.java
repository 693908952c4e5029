package org.capgate.io;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What writer and reader of checkpoints agree on. All numbers are little-endian. */
final class CheckpointFormat {
  /**
   * First bytes of every file. The first is no character, the line ends and the end-of-text mark
   * betray a transfer as text.
   */
  static final byte[] MAGIC = {
    (byte) 0x8C, 'C', 'A', 'P', 'G', 'A', 'T', 'E', '\r', '\n', 0x1A, '\n'
  };

  static final int VERSION = 2;

  /** Before an array. */
  static final int SECTION = 0x54434553;

  /** Before the digest that ends the file. */
  static final int END = 0x21444E45;

  static final int DIGEST_BYTES = 32;
  static final int LONGEST_NAME_BYTES = 200;
  static final int LONGEST_VALUE_BYTES = 60_000;
  static final int MOST_STATEMENTS = 10_000;
  static final int BUFFER_BYTES = 1 << 16;

  private CheckpointFormat() {}

  /** Kinds of numbers; the order is the code in the file. */
  enum Kind {
    BYTE(byte[].class, 1, "byte"),
    INT(int[].class, 4, "int"),
    LONG(long[].class, 8, "long"),
    FLOAT(float[].class, 4, "float"),
    DOUBLE(double[].class, 8, "double");

    private final Class<?> type;
    private final int bytes;
    private final String word;

    Kind(Class<?> type, int bytes, String word) {
      this.type = type;
      this.bytes = bytes;
      this.word = word;
    }

    static Kind of(Object array) {
      return of(array.getClass());
    }

    static Kind of(Class<?> type) {
      return Arrays.stream(values())
          .filter(kind -> kind.type == type)
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("no kind of array: " + type));
    }

    int bytes() {
      return bytes;
    }

    String word() {
      return word;
    }

    /** An array of zeros. */
    Object allocate(int count) {
      return switch (this) {
        case BYTE -> new byte[count];
        case INT -> new int[count];
        case LONG -> new long[count];
        case FLOAT -> new float[count];
        case DOUBLE -> new double[count];
      };
    }

    /** Moves entries {@code from} to {@code from + count} − 1 into the buffer. */
    void put(Object array, int from, int count, ByteBuffer buffer) {
      switch (this) {
        case BYTE -> buffer.duplicate().put((byte[]) array, from, count);
        case INT -> buffer.asIntBuffer().put((int[]) array, from, count);
        case LONG -> buffer.asLongBuffer().put((long[]) array, from, count);
        case FLOAT -> buffer.asFloatBuffer().put((float[]) array, from, count);
        case DOUBLE -> buffer.asDoubleBuffer().put((double[]) array, from, count);
      }
    }

    /** Moves entries {@code from} to {@code from + count} − 1 out of the buffer. */
    void get(Object array, int from, int count, ByteBuffer buffer) {
      switch (this) {
        case BYTE -> buffer.duplicate().get((byte[]) array, from, count);
        case INT -> buffer.asIntBuffer().get((int[]) array, from, count);
        case LONG -> buffer.asLongBuffer().get((long[]) array, from, count);
        case FLOAT -> buffer.asFloatBuffer().get((float[]) array, from, count);
        case DOUBLE -> buffer.asDoubleBuffer().get((double[]) array, from, count);
      }
    }
  }

  static void requireStatement(String name, String value) {
    requireName("statement", name);
    int bytes = value.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_VALUE_BYTES) {
      throw new IllegalArgumentException(
          "statement '%s' must have at most %d bytes, but had %d"
              .formatted(name, LONGEST_VALUE_BYTES, bytes));
    }
  }

  static void requireName(String what, String name) {
    int bytes = name.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > LONGEST_NAME_BYTES) {
      throw new IllegalArgumentException(
          what + " must have 1 to " + LONGEST_NAME_BYTES + " bytes, but had " + bytes);
    }
  }
}
