package org.capgate.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Species;

/** A view as the experiment behind it: what is solved, and what is saved for {@code run}. */
final class ViewScenario {
  /** The label of the chosen experiment. */
  static final String NAME = "explored";

  /** The label of the experiment beside it. */
  static final String WILD_TYPE = "wild type";

  private static final long SEED = 0;

  /** About as many samples as a chart has pixels. */
  private static final double MOST_SAMPLES = 1100;

  private static final double[] SAMPLE_MINUTES = {0.5, 1, 2, 5, 10, 20, 30, 60};

  private final Function<Species, Scenario.Builder> subject;

  /**
   * @param subject an untreated wild type of a species, with the model to be explored
   */
  ViewScenario(Function<Species, Scenario.Builder> subject) {
    this.subject = subject;
  }

  Scenario scenario(View view) {
    return subject
        .apply(view.species())
        .stress(view.stress())
        .genotype(view.genotype())
        .treatment(view.treatment())
        .build();
  }

  ScenarioFile file(View view) {
    Scenario scenario = scenario(view);
    return new ScenarioFile(
        NAME,
        "Saved by the explorer, whose address ended in ?" + ViewReader.query(view),
        scenario,
        List.of(new ScenarioFile.Variant(WILD_TYPE, scenario.wildType())),
        view.days(),
        sampleMinutes(view.days()),
        readouts(view.species()),
        SEED);
  }

  private static List<Readout> readouts(Species species) {
    Readout scale = species == Species.HUMAN ? Readout.DEPRESSION_SCORE : Readout.IMMOBILITY;
    List<Readout> readouts = new ArrayList<>(List.of(Readout.MOOD, scale));
    Stream.of(
            "eif4f excitatory",
            "eif4f inhibitory",
            "excitatory-transmission",
            "inhibitory-transmission",
            "plasma-ketamine",
            "brain-ketamine",
            "brain-hnk")
        .map(Readout::named)
        .forEach(readouts::add);
    return readouts;
  }

  private static double sampleMinutes(double days) {
    for (double minutes : SAMPLE_MINUTES) {
      if (days * 24 * 60 / minutes <= MOST_SAMPLES) {
        return minutes;
      }
    }
    return SAMPLE_MINUTES[SAMPLE_MINUTES.length - 1];
  }
}
