package org.capgate.cli.network;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.output.Numeral;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.io.Checkpoint;
import org.capgate.io.NetworkCheckpoint;
import org.capgate.network.NetworkSimulation;
import org.jspecify.annotations.Nullable;

/** The file a running network is saved to and resumed from. */
final class SavedNetwork {
  /** Least time between two savings (ns). */
  private static final long LEAST_PAUSE_NANOSECONDS = 1_000_000_000L;

  /** Pause in units of what saving took: a twentieth of the time goes into it. */
  private static final long PAUSE_PER_SAVING = 19;

  private final Path file;
  private final Checkpoint.Origin origin;
  private final NetworkCheckpoint.@Nullable Saved found;
  private long dueNanoseconds = System.nanoTime() + LEAST_PAUSE_NANOSECONDS;

  /**
   * Reads the file when it is there.
   *
   * @param statements what a network saved there must have in common with this run
   * @throws InputException naming the file and each statement that differs
   */
  SavedNetwork(Path file, Map<String, String> statements) {
    this.file = file;
    origin = new Checkpoint.Origin(Provenance.version(), statements);
    found = Files.exists(file) ? NetworkCheckpoint.read(file, origin) : null;
  }

  /**
   * Goes on from the file when it was there.
   *
   * @return whether it was
   * @throws InputException naming the file and what does not fit
   */
  boolean resume(NetworkSimulation simulation, double endHours) {
    if (found == null) {
      return false;
    }
    found.restore(simulation);
    if (simulation.tHours() > endHours) {
      throw new InputException(
          new Place(file.toString(), 0, 0),
          "stands at %s, after the end of this run: give --days %s or more, or another file"
              .formatted(
                  Numeral.time(simulation.tHours()), Numeral.compact(simulation.tHours() / 24)));
    }
    return true;
  }

  /** Saves the present, unless it was saved a short time ago. */
  void saveWhenDue(NetworkSimulation simulation, boolean isAtEnd) {
    long start = System.nanoTime();
    if (isAtEnd || start - dueNanoseconds >= 0) {
      NetworkCheckpoint.write(file, origin, simulation);
      long end = System.nanoTime();
      dueNanoseconds = end + Math.max(LEAST_PAUSE_NANOSECONDS, PAUSE_PER_SAVING * (end - start));
    }
  }
}
