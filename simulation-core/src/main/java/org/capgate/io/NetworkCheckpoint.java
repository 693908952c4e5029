package org.capgate.io;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.network.NetworkSimulation;
import org.capgate.network.NetworkState;

/** A network on its way, saved to a file and resumed bit by bit. */
public final class NetworkCheckpoint {
  private NetworkCheckpoint() {}

  /**
   * Saves the present.
   *
   * @param origin version of the library and what the network was made from
   */
  public static void write(Path path, Checkpoint.Origin origin, NetworkSimulation simulation) {
    new Checkpoint(origin).with(simulation.save().arrays()).write(path);
  }

  /**
   * Puts a simulation of the same network where the saved one was.
   *
   * @throws InputException when the file is damaged or belongs to another run
   */
  public static void resume(Path path, Checkpoint.Origin origin, NetworkSimulation simulation) {
    read(path, origin).restore(simulation);
  }

  /**
   * Reads a file before its network is wired, which may take long.
   *
   * @throws InputException when the file is damaged or belongs to another run
   */
  public static Saved read(Path path, Checkpoint.Origin origin) {
    return new Saved(path, Checkpoint.read(path, origin).arrays());
  }

  /** A network that was saved. */
  public static final class Saved {
    private final Place place;
    private final NetworkState state;

    private Saved(Path path, Map<String, Object> arrays) {
      place = new Place(path.toString(), 0, 0);
      state = placed(() -> NetworkState.of(arrays));
    }

    /**
     * Puts a simulation of the same network where this one was.
     *
     * @throws InputException naming the file and what does not fit
     */
    public void restore(NetworkSimulation simulation) {
      placed(
          () -> {
            simulation.restore(state);
            return simulation;
          });
    }

    /** Adds the file to what is said about its content. */
    private <T> T placed(Supplier<T> work) {
      try {
        return work.get();
      } catch (InputException e) {
        throw new InputException(place, String.valueOf(e.getMessage()), e);
      }
    }
  }
}
