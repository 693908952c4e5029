package org.capgate.explore;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.network.Network;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;
import org.capgate.viz.AxisLabel;
import org.jspecify.annotations.Nullable;

/**
 * A small network of the chosen experiment in which some neurons of a class have no 4E-BP2.
 *
 * @param view the experiment, for its first two days
 * @param lostPercent share of the neurons of the class without 4E-BP2 (%)
 * @param cells the class
 */
record Mosaic(View view, double lostPercent, CellClass cells) {
  private static final int NEURONS = 200;
  private static final int SYNAPSES = 20;
  private static final long SEED = 1;
  private static final double MOST_DAYS = 2;
  private static final Bounds PERCENT = Bounds.between(0, 100, "%");
  private static final List<String> CELLS = List.of("inhibitory", "excitatory");

  /**
   * Reads the parameters of a view with {@code lost} and {@code lost-in}.
   *
   * @throws InputException naming the parameter, its value, the bound and the nearest valid name
   */
  static Mosaic read(@Nullable String raw, CompoundChoices compounds) {
    Map<String, String> values = Query.read(raw);
    String lost = values.getOrDefault("lost", "0");
    values.remove("lost");
    double percent = Numbers.parse(lost).orElse(Double.NaN);
    if (!PERCENT.contains(percent)) {
      throw new InputException(
          new Place("lost", 0, 0), "must be %s, but was %s".formatted(PERCENT, Names.quoted(lost)));
    }
    String cells = values.getOrDefault("lost-in", CELLS.get(0));
    values.remove("lost-in");
    if (!CELLS.contains(cells)) {
      throw new InputException(
          new Place("lost-in", 0, 0), Names.unknown("class of cells", cells, CELLS));
    }
    View view = ViewReader.read(values, compounds);
    return new Mosaic(
        view.forDays(Math.min(MOST_DAYS, view.days())),
        percent + 0.0,
        CellClass.valueOf(cells.toUpperCase(Locale.ROOT)));
  }

  /** The same with every switch in its place. */
  Mosaic intact() {
    return new Mosaic(view, 0, CellClass.INHIBITORY);
  }

  /** Mood over time; the network follows from the view and a fixed seed alone. */
  Line mood(Scenario scenario) {
    Trajectory run =
        Network.of(scenario)
            .neurons(NEURONS)
            .synapsesPerNeuron(SYNAPSES)
            .seed(SEED)
            .mosaic(Genotype.knockout(Gene.EBP2).in(cells), lostPercent / 100)
            .build()
            .simulate(TimeSpan.days(0, view.days()), Sampling.everyMinutes(30));
    String name =
        "4E-BP2 lost in %s %% of %s neurons"
            .formatted(Numbers.text(lostPercent), cells.name().toLowerCase(Locale.ROOT));
    return new Line(name, false, run.timesHours(), Readout.MOOD.series(run));
  }

  /** The panel: the network with every switch in its place in grey, and this one. */
  Panel panel(Line intact, Line own) {
    Line reference = new Line("every neuron has 4E-BP2", true, intact.hours(), intact.values());
    return new Panel(
        AxisLabel.dimensionless("Mood of a network of %s neurons".formatted(NEURONS)),
        List.of(reference, own),
        24 * view.days());
  }
}
