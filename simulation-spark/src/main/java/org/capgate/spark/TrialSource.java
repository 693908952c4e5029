package org.capgate.spark;

import java.util.Map;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.input.SourceText;
import org.capgate.scenario.Scenario;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialFile;

/**
 * A trial as text, for machines to read anew.
 *
 * @param name of the file, for messages and for populations beside it
 * @param text of the file
 * @param changes {@code --subjects}, {@code --replicates} or {@code --seed} to their numbers
 */
record TrialSource(String name, String text, Map<String, Long> changes)
    implements SparkBlocks.Source {
  private static final Bounds SUBJECTS = Bounds.between(1, 10_000_000, "");
  private static final Bounds REPLICATES = Bounds.between(1, 100_000, "");

  TrialSource {
    changes = Map.copyOf(changes);
  }

  /**
   * The trial with the changes.
   *
   * @throws InputException for a text that is no trial, or a number out of its bounds
   */
  Trial trial() {
    Trial.Builder trial =
        TrialFile.read(new SourceText(name, text), Scenario::of).trial().toBuilder();
    changes.forEach(
        (option, number) -> {
          switch (option) {
            case "--subjects" -> trial.subjects(within(SUBJECTS, option, number));
            case "--replicates" -> trial.replicates(within(REPLICATES, option, number));
            default -> trial.seed(number);
          }
        });
    return trial.build();
  }

  private static int within(Bounds bounds, String option, long number) {
    bounds
        .complaint(option, number)
        .ifPresent(
            complaint -> {
              throw new InputException(new Place(option, 0, 0), complaint);
            });
    return (int) number;
  }

  @Override
  public Blocks in(BlockStore store) {
    return trial().blocks(store);
  }
}
