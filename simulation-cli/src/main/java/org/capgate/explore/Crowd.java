package org.capgate.explore;

import java.util.Map;
import java.util.Set;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.population.Population;
import org.capgate.population.Varied;
import org.capgate.treatment.Species;
import org.jspecify.annotations.Nullable;

/**
 * Subjects that differ, given the treatment of a view.
 *
 * @param view the experiment
 * @param bodiesPercent spread of body weights and of numbers of compounds, in percent of that of
 *     the population
 * @param brainsPercent spread of everything else
 */
record Crowd(View view, double bodiesPercent, double brainsPercent) {
  private static final Bounds PERCENT = Bounds.between(0, 200, "%");
  private static final Set<String> OWN = Set.of("bodies", "brains");

  /**
   * Reads the parameters of a view with {@code bodies} and {@code brains}.
   *
   * @throws InputException naming the parameter, its value and the bound
   */
  static Crowd read(Map<String, String> values, CompoundChoices compounds) {
    double bodies = percent("bodies", values.get("bodies"));
    double brains = percent("brains", values.get("brains"));
    values.keySet().removeAll(OWN);
    Crowd crowd = new Crowd(ViewReader.read(values, compounds), bodies, brains);
    if (crowd.view().species() != Species.HUMAN && crowd.view().stress().level() > 0) {
      throw new InputException(
          new Place("stress", 0, 0),
          "no population of stressed animals ships; choose stress none, or species human");
    }
    return crowd;
  }

  private static double percent(String name, @Nullable String value) {
    if (value == null) {
      return 100;
    }
    double percent = Numbers.parse(value).orElse(Double.NaN);
    if (!PERCENT.contains(percent)) {
      throw new InputException(
          new Place(name, 0, 0), "must be %s, but was %s".formatted(PERCENT, Names.quoted(value)));
    }
    return percent + 0.0;
  }

  /** Who it is, by the name of a population that ships. */
  String population() {
    return view.species() == Species.HUMAN
        ? view.stress().level() > 0 ? "depressed-human" : "healthy-human"
        : view.species().word();
  }

  /** The factor of the spread of a number. */
  double factor(Varied number) {
    boolean isOfBody = number.name().equals(Population.BODY_WEIGHT) || number.name().contains("/");
    return (isOfBody ? bodiesPercent : brainsPercent) / 100;
  }
}
