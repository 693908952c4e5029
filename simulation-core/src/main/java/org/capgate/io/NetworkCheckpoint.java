package org.capgate.io;

import java.nio.file.Path;
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
    Checkpoint saved = Checkpoint.read(path, origin);
    try {
      simulation.restore(NetworkState.of(saved.arrays()));
    } catch (InputException e) {
      throw new InputException(new Place(path.toString(), 0, 0), String.valueOf(e.getMessage()), e);
    }
  }
}
