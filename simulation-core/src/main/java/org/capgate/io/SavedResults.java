package org.capgate.io;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.capgate.analysis.KnownResults;
import org.capgate.input.InputException;
import org.capgate.input.Place;

/**
 * Results kept in a file, by which long work that was cut off goes on: whatever ends the process,
 * the file is a whole one, of a few seconds ago. It is a {@link Checkpoint} with the arrays {@code
 * keys} (UTF-8, a line each), {@code lengths} and {@code values}.
 */
public final class SavedResults implements KnownResults, AutoCloseable {
  private static final long EVERY_NANOSECONDS = 2_000_000_000L;

  /** Saving takes at most one part in so many of the time. */
  private static final int LEAST_WORK_PER_SAVING = 20;

  private final Path path;
  private final Checkpoint.Origin origin;
  private final Map<String, double[]> results;
  private final int before;
  private long pauseNanoseconds = EVERY_NANOSECONDS;
  private long savedNanoseconds = System.nanoTime();
  private boolean hasNew;

  private SavedResults(Path path, Checkpoint.Origin origin, Map<String, double[]> results) {
    this.path = path;
    this.origin = origin;
    this.results = results;
    before = results.size();
  }

  /**
   * Reads a file of this origin, or begins one.
   *
   * @throws InputException when it is another file, is damaged, or belongs to other work
   * @throws java.io.UncheckedIOException when it cannot be written there
   */
  public static SavedResults open(Path path, Checkpoint.Origin origin) {
    if (Files.exists(path)) {
      return new SavedResults(path, origin, read(path, origin));
    }
    SavedResults begun = new SavedResults(path, origin, new LinkedHashMap<>());
    begun.write();
    return begun;
  }

  /** How many results were in the file when it was opened. */
  public int before() {
    return before;
  }

  /** Whether a result is known. */
  public synchronized boolean knows(String key) {
    return results.containsKey(key);
  }

  @Override
  public double[] get(String key, Supplier<double[]> compute) {
    synchronized (this) {
      double[] known = results.get(key);
      if (known != null) {
        return known;
      }
    }
    double[] computed = compute.get(); // two threads may both find it: the same bits
    synchronized (this) {
      results.put(key, computed);
      hasNew = true;
      long now = System.nanoTime();
      if (now - savedNanoseconds > pauseNanoseconds) {
        write();
        savedNanoseconds = System.nanoTime();
        pauseNanoseconds =
            Math.max(EVERY_NANOSECONDS, LEAST_WORK_PER_SAVING * (savedNanoseconds - now));
      }
    }
    return computed;
  }

  /** Saves what is new. */
  @Override
  public synchronized void close() {
    if (hasNew) {
      write();
    }
  }

  private void write() {
    String keys = String.join("\n", results.keySet());
    int[] lengths = results.values().stream().mapToInt(values -> values.length).toArray();
    double[] values = new double[Arrays.stream(lengths).sum()];
    int filled = 0;
    for (double[] result : results.values()) {
      System.arraycopy(result, 0, values, filled, result.length);
      filled += result.length;
    }
    new Checkpoint(origin)
        .with("keys", keys.getBytes(StandardCharsets.UTF_8))
        .with("lengths", lengths)
        .with("values", values)
        .write(path);
    hasNew = false;
  }

  private static Map<String, double[]> read(Path path, Checkpoint.Origin origin) {
    Checkpoint file = Checkpoint.read(path, origin);
    List<String> keys =
        new ArrayList<>(new String(file.bytes("keys"), StandardCharsets.UTF_8).lines().toList());
    int[] lengths = file.ints("lengths");
    double[] values = file.doubles("values");
    Map<String, double[]> results = new LinkedHashMap<>();
    int from = 0;
    for (int i = 0; i < Math.min(lengths.length, keys.size()); i++) {
      int to = Math.addExact(from, lengths[i]);
      if (lengths[i] < 0 || to > values.length) {
        break;
      }
      results.put(keys.get(i), Arrays.copyOfRange(values, from, to));
      from = to;
    }
    if (results.size() != lengths.length
        || results.size() != keys.size()
        || from != values.length) {
      throw new InputException(
          new Place(path.toString(), 0, 0),
          "is damaged: %s keys, %s lengths and %s values do not belong together"
              .formatted(keys.size(), lengths.length, values.length));
    }
    return results;
  }
}
