package org.capgate.network;

/** The input noise of every neuron at the present, added to its drive. */
final class SlowNoise {
  private final Network network;
  private final World world;
  private final double startHours;
  private final double[][] value; // [class][neuron]

  SlowNoise(Network network, World world, double startHours) {
    this.network = network;
    this.world = world;
    this.startHours = startHours;
    value = new double[world.classes()][];
    for (int g = 0; g < value.length; g++) {
      value[g] = new double[world.drive(g).length];
    }
  }

  /** Draws first values and enters the changes to come into the agenda; nothing without noise. */
  void start(Agenda agenda) {
    InputNoise input = network.noise();
    if (input.deviation() == 0) {
      return;
    }
    for (int g = 0; g < value.length; g++) {
      for (int i = 0; i < value[g].length; i++) {
        value[g][i] = input.first(network.seed(), world.first(g) + i);
        world.drive(g)[i] += value[g][i];
      }
    }
    agenda.add(
        view -> change(Math.round((view.tHours() - startHours) / input.intervalHours())),
        startHours + input.intervalHours(),
        input.intervalHours());
  }

  /** To the values of interval k. */
  private void change(long k) {
    for (int g = 0; g < value.length; g++) {
      for (int i = 0; i < value[g].length; i++) {
        double next = network.noise().next(value[g][i], network.seed(), world.first(g) + i, k);
        world.drive(g)[i] += next - value[g][i];
        value[g][i] = next;
      }
    }
    world.markChanged();
  }

  void save(int group, NetworkState.Part out) {
    out.put("noise", value[group]);
  }

  void restore(int group, NetworkState.Part in) {
    in.copyTo("noise", value[group]);
  }
}
