package org.capgate.ensemble;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.network.Network;
import org.capgate.network.RangeExecutor;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.junit.jupiter.api.Test;

class ParallelRangesTest {
  @Test
  void aNetworkHasTheSameBitsOnOneTwoAndEightThreads() {
    Trajectory serial = run(RangeExecutor.serial());
    for (int threads : List.of(2, 8)) {
      try (ParallelRanges ranges = new ParallelRanges(threads)) {
        Trajectory run = run(ranges);
        for (String name : serial.names()) {
          assertArrayEquals(serial.series(name), run.series(name), name + " on " + threads);
        }
      }
    }
  }

  /** Three pieces of at most 4096 neurons, so that threads have something to share. */
  private static Trajectory run(RangeExecutor executor) {
    Scenario scenario =
        Scenario.mouse()
            .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
            .build();
    return Network.of(scenario)
        .neurons(9_000)
        .synapsesPerNeuron(16)
        .seed(3)
        .relativeTolerance(1e-2)
        .executor(executor)
        .build()
        .simulate(TimeSpan.hours(0, 1), Sampling.at(0, 0.5, 1));
  }

  @Test
  void theFailureOfTheFirstPieceIsTheOneReported() {
    try (ParallelRanges ranges = new ParallelRanges(4)) {
      IllegalStateException failure =
          assertThrows(
              IllegalStateException.class,
              () ->
                  ranges.run(
                      100,
                      piece -> {
                        if (piece >= 17) {
                          throw new IllegalStateException("piece " + piece);
                        }
                      }));
      assertEquals("piece 17", failure.getMessage());
    }
  }
}
