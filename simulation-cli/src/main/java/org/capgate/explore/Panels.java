package org.capgate.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capgate.model.Readout;
import org.capgate.viz.AxisLabel;

/**
 * Everything a view shows: the chosen experiment and the wild type given the same, panel by panel.
 *
 * @param screen what was asked for
 * @param panels mood, switch, transmissions, drug levels; the last is missing when nothing active
 *     is given
 * @param ending where the chosen experiment stops having a solution, if it does
 * @param wildTypeEnding the same of the wild type
 */
record Panels(
    Screen screen,
    List<Panel> panels,
    Optional<Solution.Ending> ending,
    Optional<Solution.Ending> wildTypeEnding) {

  /** What a solution must hold. */
  static final List<Readout> READOUTS =
      List.of(
          Readout.MOOD,
          Readout.named("eif4f excitatory"),
          Readout.named("eif4f inhibitory"),
          Readout.EXCITATORY_TRANSMISSION,
          Readout.INHIBITORY_TRANSMISSION,
          Readout.IMMOBILITY,
          Readout.DEPRESSION_SCORE);

  /**
   * @param beside further lines of the panel of mood
   */
  static Panels of(
      Screen screen, Solution chosen, Solution wildType, List<Line> beside, List<Line> levels) {
    View view = screen.view();
    List<Panel> panels = new ArrayList<>();
    List<Line> moods = new ArrayList<>();
    moods.add(mood("wild type", true, wildType));
    moods.add(mood("chosen", false, chosen));
    moods.addAll(beside);
    panels.add(new Panel(AxisLabel.dimensionless("Mood"), moods, 24 * view.days()));
    panels.add(
        perClass(new AxisLabel("eIF4F, the switch", "share of eIF4G"), view, chosen, wildType, 1));
    panels.add(perClass(new AxisLabel("Transmission", "rel. to rest"), view, chosen, wildType, 3));
    if (!levels.isEmpty()) {
      panels.add(new Panel(new AxisLabel("Drug level", "µM"), levels, endOfLevels(view, levels)));
    }
    return new Panels(screen, panels, chosen.ending(), wildType.ending());
  }

  static Line mood(String name, boolean isReference, Solution solution) {
    return line(name, isReference, solution, 0);
  }

  private static Panel perClass(
      AxisLabel label, View view, Solution chosen, Solution wildType, int excitatory) {
    return new Panel(
        label,
        List.of(
            line("wild type, excitatory", true, wildType, excitatory),
            line("wild type, inhibitory", true, wildType, excitatory + 1),
            line("chosen, excitatory", false, chosen, excitatory),
            line("chosen, inhibitory", false, chosen, excitatory + 1)),
        24 * view.days());
  }

  /** The time until which any of the lines is above 1 % of its peak, rounded up to 6 h. */
  private static double endOfLevels(View view, List<Line> levels) {
    double end = 6;
    for (Line line : levels) {
      double peak = Arrays.stream(line.values()).max().orElse(0);
      for (int i = 0; i < line.hours().length; i++) {
        if (line.values()[i] > 0.01 * peak) {
          end = Math.max(end, line.hours()[i]);
        }
      }
    }
    return Math.min(24 * view.days(), 6 * Math.ceil(end / 6));
  }

  private static Line line(String name, boolean isReference, Solution solution, int readout) {
    double[] values = solution.values().getOrDefault(READOUTS.get(readout), new double[0]);
    return new Line(name, isReference, solution.hours(), values);
  }
}
