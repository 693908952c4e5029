package org.capgate.io;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.capgate.network.NetworkSimulation;

/** A network on its way, saved to a file and resumed bit by bit. */
public final class NetworkCheckpoint {
  private NetworkCheckpoint() {}

  /**
   * Saves the present.
   *
   * @param origin version of the library and hash of the network and of what is asked of it
   */
  public static void write(Path path, Checkpoint.Origin origin, NetworkSimulation simulation) {
    List<Checkpoint> grown = new ArrayList<>(List.of(new Checkpoint(origin)));
    simulation.save((name, array) -> grown.add(grown.get(grown.size() - 1).with(name, array)));
    grown.get(grown.size() - 1).write(path);
  }

  /**
   * Puts a simulation of the same network where the saved one was.
   *
   * @throws org.capgate.input.InputException when the file is damaged or belongs to another run
   */
  public static void resume(Path path, Checkpoint.Origin origin, NetworkSimulation simulation) {
    Checkpoint saved = Checkpoint.read(path, origin);
    simulation.restore(saved::doubles);
  }
}
