package org.capgate.io;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.InputException;
import org.capgate.network.Collector;
import org.capgate.network.InputNoise;
import org.capgate.network.Network;
import org.capgate.network.NetworkSimulation;
import org.capgate.network.Rule;
import org.capgate.network.Selection;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkCheckpointTest {
  private static final double[] HOURS = {0, 0.5, 1, 2, 4, 6};
  private static final Checkpoint.Origin ORIGIN = new Checkpoint.Origin("test", "network");

  @Test
  void aRunThatWasSavedAndResumedHasTheSameBits(@TempDir Path folder) {
    Trajectory whole = started().run(6, HOURS);
    NetworkSimulation interrupted = started();
    Path file = folder.resolve("network.checkpoint");
    interrupted.afterStep(
        () -> {
          if (interrupted.tHours() > 1.2 && Files.notExists(file)) {
            NetworkCheckpoint.write(file, ORIGIN, interrupted);
            throw new Interrupted();
          }
        });
    assertThrows(Interrupted.class, () -> interrupted.run(6, HOURS));
    NetworkSimulation resumed = started();
    NetworkCheckpoint.resume(file, ORIGIN, resumed);
    assertTrue(resumed.tHours() > 1.2);
    Trajectory rest = resumed.run(6, HOURS);
    for (String name : whole.names()) {
      assertArrayEquals(whole.series(name), rest.series(name), name);
    }
  }

  @Test
  void aFileOfAnotherNetworkIsRefused(@TempDir Path folder) {
    Path file = folder.resolve("network.checkpoint");
    NetworkCheckpoint.write(file, ORIGIN, started());
    InputException refused =
        assertThrows(
            InputException.class,
            () ->
                NetworkCheckpoint.resume(
                    file, new Checkpoint.Origin("test", "another"), started()));
    assertTrue(String.valueOf(refused.getMessage()).contains("another"), refused.getMessage());
  }

  private static NetworkSimulation started() {
    Scenario scenario =
        Scenario.mouse()
            .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0.5))
            .build();
    NetworkSimulation simulation =
        Network.of(scenario)
            .neurons(200)
            .synapsesPerNeuron(20)
            .seed(5)
            .noise(new InputNoise(0.1, 4))
            .build()
            .start(0);
    return simulation
        .collect(Collector.fractionOn(CellClass.INHIBITORY))
        .every(2.5, Rule.drive(Selection.ofClass(CellClass.INHIBITORY).fraction(0.1, "x"), 0.3))
        .at(1, Rule.rewire(Selection.all(), 0.2, 9))
        .at(1, Rule.lesion(Selection.indices(3)));
  }

  private static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
