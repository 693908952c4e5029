package org.capgate.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.capgate.io.ScenarioFile;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Species;
import org.capgate.uncertainty.ParameterEnsemble;

/**
 * Computes what views show. A result follows from its view alone, never from what was asked before;
 * the last results are kept. Safe to share between threads.
 */
final class Explorer {
  /** A dragged slider comes back to few views, but the wild type beside it stays the same. */
  private static final int MOST_SOLUTIONS = 64;

  private final ViewScenario scenarios;
  private final CompoundChoices compounds;
  private final Optional<Sets> sets;
  private final Crowds crowds;
  private final Recent<View, Solution> solutions = new Recent<>(MOST_SOLUTIONS);
  private final Recent<Mosaic, Line> networks = new Recent<>(MOST_SOLUTIONS);
  private final Recent<View, String> whys = new Recent<>(MOST_SOLUTIONS);
  private final Recent<View, List<Line>> levels = new Recent<>(MOST_SOLUTIONS);

  /**
   * @param subject an untreated wild type of a species, with the model to be explored
   * @param catalogue what may be given
   * @param ensemble for the bands, if any
   */
  Explorer(
      Function<Species, Scenario.Builder> subject,
      CompoundCatalogue catalogue,
      Optional<ParameterEnsemble> ensemble) {
    scenarios = new ViewScenario(subject);
    compounds = new CompoundChoices(catalogue);
    sets = ensemble.map(members -> new Sets(scenarios, members));
    crowds = new Crowds(scenarios);
  }

  CompoundChoices compounds() {
    return compounds;
  }

  ScenarioFile file(View view) {
    return scenarios.file(view);
  }

  /**
   * The curves of a view.
   *
   * @throws org.capgate.steady.SteadyStateException when there is no settled state to start from
   * @throws org.capgate.dynamics.IntegrationException when there is no solution worth drawing
   */
  Panels panels(Screen screen) {
    View view = screen.view();
    Solution wildType = solutions.get(view.wildType(), this::solve);
    Solution chosen = solutions.get(view, this::solve);
    List<Line> beside = new ArrayList<>();
    if (screen.isUntreatedShown()) {
      beside.add(Panels.mood("untreated", true, solutions.get(view.untreated(), this::solve)));
    }
    int number = 1;
    for (View pin : screen.pins()) {
      String name = "pin %s: %s".formatted(number++, pin.differenceFrom(view));
      Solution solution = solutions.get(pin.forDays(view.days()), this::solve);
      beside.add(Panels.mood(name, false, solution));
    }
    return Panels.of(screen, chosen, wildType, beside, levels.get(view.wildType(), this::levelsOf));
  }

  /**
   * Mood of a network in which some neurons lost their switch, beside that of one in which none
   * did.
   */
  Panel panel(Mosaic mosaic) {
    return mosaic.panel(
        networks.get(mosaic.intact(), this::moodOf), networks.get(mosaic, this::moodOf));
  }

  private Line moodOf(Mosaic mosaic) {
    return mosaic.mood(scenarios.scenario(mosaic.view()));
  }

  /** How many parameter sets the bands of curves can come from; 0 without an ensemble. */
  int sets() {
    return sets.map(Sets::size).orElse(0);
  }

  /**
   * What the first so many sets say of a view, or a few more.
   *
   * @param most in [1, {@link #sets}]
   */
  Known known(View view, int most) {
    return Known.of(sets.orElseThrow(), view, most);
  }

  /** The first so many subjects of a crowd, or a few more. */
  Crowds.Seen seen(Crowd crowd, int subjects) {
    return crowds.of(crowd, subjects, view -> solutions.get(view, this::solve));
  }

  /** Why mood changed within a day. */
  String why(View view) {
    return whys.get(view, key -> WhySentence.of(scenarios.scenario(key), key.days()));
  }

  /** The curves of a view with nothing but the wild type beside it. */
  Panels panels(View view) {
    return panels(Screen.of(view));
  }

  private Solution solve(View view) {
    return Solution.of(scenarios.scenario(view), scenarios.file(view));
  }

  private List<Line> levelsOf(View view) {
    ScenarioFile file = scenarios.file(view);
    double[] hours = file.sampling().timesHours(file.span());
    return levels(view, DrugLevels.withHoursAfterDoses(hours, view.doseHours()));
  }

  /** Drug levels at these times (h), which ascend. */
  List<Line> levels(View view, double[] hours) {
    return DrugLevels.of(
        scenarios.scenario(view).exposure(),
        compounds.analytes(view.species(), view.compound()),
        hours);
  }

  /** Results kept at this moment. */
  int kept() {
    return solutions.size() + levels.size();
  }
}
