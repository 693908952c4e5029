package org.capgate.io;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.capgate.analysis.AtomicFile;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;

/**
 * Named arrays of numbers on their way to or from a file, by which a running simulation is resumed
 * bit by bit. The file says which version of the library and which run it belongs to and is refused
 * by any other; a damaged, cut or foreign file is refused before one number is used. The format is
 * described in docs/checkpoint-format.md; nothing in it is a serialised Java object.
 *
 * <p>Arrays are neither copied in nor out: they may be large.
 *
 * <pre>{@code
 * new Checkpoint(origin).with("rate", rate).with("step", new long[] {step}).write(path);
 * double[] rate = Checkpoint.read(path, origin).doubles("rate");
 * }</pre>
 */
public final class Checkpoint {
  private final Origin origin;
  private final Map<String, Object> arrays;
  private final String file;

  /**
   * What must be equal for a file to be resumed. Statements are what the run was asked to do, each
   * under the name its user knows, such as {@code --seed}: a refusal names those that differ. The
   * statement {@link #SPECIFICATION} may be a hash of everything, which is shown only when no other
   * statement differs.
   */
  public static final class Origin {
    /** Name of the statement that is a hash. */
    public static final String SPECIFICATION = "specification";

    private final String libraryVersion;
    private final Map<String, String> statements;

    /**
     * Of a run with these statements.
     *
     * @param libraryVersion of the library that wrote it, 1 to 200 bytes
     * @param statements at most 10,000, with names of 1 to 200 and values of at most 60,000 bytes
     */
    public Origin(String libraryVersion, Map<String, String> statements) {
      CheckpointFormat.requireName("library version", libraryVersion);
      if (statements.size() > CheckpointFormat.MOST_STATEMENTS) {
        throw new IllegalArgumentException(
            "statements must be at most %d, but were %d"
                .formatted(CheckpointFormat.MOST_STATEMENTS, statements.size()));
      }
      statements.forEach(CheckpointFormat::requireStatement);
      this.libraryVersion = libraryVersion;
      this.statements = Collections.unmodifiableMap(new LinkedHashMap<>(statements));
    }

    /**
     * Of a run that is known by a hash.
     *
     * @param specification hash of everything the run was made from
     */
    public Origin(String libraryVersion, String specification) {
      this(libraryVersion, Map.of(SPECIFICATION, specification));
    }

    /** Version of the library. */
    public String libraryVersion() {
      return libraryVersion;
    }

    /** What the run was asked to do, in the order given. */
    public Map<String, String> statements() {
      return statements;
    }
  }

  /** Without arrays yet. */
  public Checkpoint(Origin origin) {
    this(origin, Map.of(), "checkpoint");
  }

  private Checkpoint(Origin origin, Map<String, Object> arrays, String file) {
    this.origin = origin;
    this.arrays = Collections.unmodifiableMap(new LinkedHashMap<>(arrays));
    this.file = file;
  }

  /** With one array more. */
  public Checkpoint with(String name, byte[] array) {
    return plus(name, array);
  }

  /** With one array more. */
  public Checkpoint with(String name, int[] array) {
    return plus(name, array);
  }

  /** With one array more. */
  public Checkpoint with(String name, long[] array) {
    return plus(name, array);
  }

  /** With one array more. */
  public Checkpoint with(String name, float[] array) {
    return plus(name, array);
  }

  /** With one array more. */
  public Checkpoint with(String name, double[] array) {
    return plus(name, array);
  }

  private Checkpoint plus(String name, Object array) {
    CheckpointFormat.requireName("array", name);
    Map<String, Object> more = new LinkedHashMap<>(arrays);
    if (more.put(name, array) != null) {
      throw new IllegalArgumentException("array '" + name + "' is there already");
    }
    return new Checkpoint(origin, more, file);
  }

  /**
   * Writes the whole file or nothing, and returns once it is on the storage device.
   *
   * @throws java.io.UncheckedIOException in one line, with a file that was there left as it was
   */
  public void write(Path path) {
    AtomicFile.writeDurably(path, out -> CheckpointWriter.write(out, origin, arrays));
  }

  /**
   * Reads a file of this origin.
   *
   * @throws InputException naming the file, what is wrong, what was expected and what was found
   */
  public static Checkpoint read(Path path, Origin expected) {
    return new Checkpoint(expected, CheckpointReader.read(path, expected), path.toString());
  }

  /** The arrays themselves by name. */
  Map<String, Object> arrays() {
    return arrays;
  }

  /** With arrays more. */
  Checkpoint with(Map<String, Object> named) {
    Map<String, Object> more = new LinkedHashMap<>(arrays);
    more.putAll(named);
    return new Checkpoint(origin, more, file);
  }

  /** Names of the arrays in the order they were added. */
  public Collection<String> names() {
    return arrays.keySet();
  }

  /** An array by name; as the others, refuses a name that is missing or of another kind. */
  public byte[] bytes(String name) {
    return array(name, byte[].class);
  }

  /** An array by name. */
  public int[] ints(String name) {
    return array(name, int[].class);
  }

  /** An array by name. */
  public long[] longs(String name) {
    return array(name, long[].class);
  }

  /** An array by name. */
  public float[] floats(String name) {
    return array(name, float[].class);
  }

  /** An array by name. */
  public double[] doubles(String name) {
    return array(name, double[].class);
  }

  private <T> T array(String name, Class<T> kind) {
    Object array = arrays.get(name);
    if (array == null) {
      throw new InputException(
          new Place(file, 0, 0), Names.unknown("array", name, arrays.keySet()));
    }
    if (!kind.isInstance(array)) {
      throw new InputException(
          new Place(file, 0, 0),
          "array '"
              + name
              + "' holds "
              + CheckpointFormat.Kind.of(array).word()
              + " numbers, expected "
              + CheckpointFormat.Kind.of(kind).word());
    }
    return kind.cast(array);
  }
}
