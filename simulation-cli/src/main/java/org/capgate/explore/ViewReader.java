package org.capgate.explore;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.scenario.Stress;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;
import org.jspecify.annotations.Nullable;

/** Reads a {@link View} from the query of an address, and writes it. */
final class ViewReader {
  private static final List<String> NAMES = names();

  private final Map<String, String> values;
  private final CompoundChoices compounds;

  private ViewReader(Map<String, String> values, CompoundChoices compounds) {
    this.values = values;
    this.compounds = compounds;
  }

  /**
   * Reads a view.
   *
   * @param raw the query as it stands in the address; what it leaves out is as in {@link
   *     View#usual}
   * @throws InputException naming the parameter, its value, the bound and the nearest valid name
   */
  static View read(@Nullable String raw, CompoundChoices compounds) {
    return read(Query.read(raw), compounds);
  }

  /** As {@link #read(String, CompoundChoices)}, from values by name. */
  static View read(Map<String, String> values, CompoundChoices compounds) {
    return new ViewReader(values, compounds).view();
  }

  /** The shortest query that {@link #read} gives this view back for; "" for the usual one. */
  static String query(View view) {
    View usual = View.usual();
    List<String> parts = new ArrayList<>();
    Map<String, String> written = written(view);
    written(usual)
        .forEach(
            (name, value) -> {
              String other = String.valueOf(written.get(name));
              if (!other.equals(value)) {
                parts.add(name + "=" + encoded(other));
              }
            });
    return String.join("&", parts);
  }

  /** Every parameter with its value, in order. */
  static Map<String, String> written(View view) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("species", view.species().word());
    all.put("stress", view.stress().word());
    for (ProteinScale scale : ProteinScale.values()) {
      all.put(scale.word(), Numbers.text(view.percent(scale)));
    }
    all.put("compound", view.compound());
    all.put("dose", Numbers.text(view.dose()));
    all.put("unit", view.unit().word());
    all.put("route", view.route().word());
    all.put("infusion-hours", Numbers.text(view.infusionHours()));
    all.put("doses", Integer.toString(view.doses()));
    all.put("every-hours", Numbers.text(view.everyHours()));
    all.put("days", Numbers.text(view.days()));
    return all;
  }

  private static List<String> names() {
    return List.copyOf(written(View.usual()).keySet());
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private View view() {
    for (String name : values.keySet()) {
      if (!NAMES.contains(name)) {
        throw new InputException(new Place("query", 0, 0), Names.unknown("parameter", name, NAMES));
      }
    }
    View usual = View.usual();
    Species species = oneOf("species", Species.words(), Species::of, usual.species());
    Stress stress = oneOf("stress", Stress.words(), Stress::of, usual.stress());
    Map<ProteinScale, Double> percents = new EnumMap<>(ProteinScale.class);
    for (ProteinScale scale : ProteinScale.values()) {
      percents.put(scale, number(scale.word(), Limits.PERCENT, 100));
    }
    List<String> known = compounds.names(species);
    String compound = oneOf("compound", known, Function.identity(), usual.compound());
    if (!known.contains(compound)) {
      throw complaint("compound", Names.unknown("compound", compound, known));
    }
    double dose = number("dose", Limits.DOSE, usual.dose());
    AmountUnit unit = oneOf("unit", CompoundChoices.UNITS, AmountUnit::of, usual.unit());
    List<String> routes = compounds.routes(species, compound);
    Route usualRoute =
        routes.contains(usual.route().word()) ? usual.route() : Route.of(routes.get(0));
    Route route = oneOf("route", routes, Route::of, usualRoute);
    double infusion = number("infusion-hours", Limits.INFUSION_HOURS, usual.infusionHours());
    if (infusion > 0 && infusion < Limits.SHORTEST_INFUSION_HOURS) {
      throw complaint(
          "infusion-hours",
          "must be 0 (at once) or >= "
              + Numbers.text(Limits.SHORTEST_INFUSION_HOURS)
              + " h, but was "
              + Numbers.text(infusion));
    }
    double every = number("every-hours", Limits.EVERY_HOURS, usual.everyHours());
    return new View(
        species,
        stress,
        percents,
        compound,
        dose,
        unit,
        route,
        infusion,
        wholeNumber("doses", Limits.DOSES, usual.doses()),
        every,
        number("days", Limits.DAYS, usual.days()));
  }

  private <T> T oneOf(String name, List<String> known, Function<String, T> of, T usual) {
    String value = values.get(name);
    if (value == null) {
      return usual;
    }
    if (!known.contains(value)) {
      throw complaint(name, Names.unknown(name, value, known));
    }
    return of.apply(value);
  }

  private double number(String name, Bounds bounds, double usual) {
    String value = values.get(name);
    if (value == null) {
      return usual;
    }
    double number =
        Numbers.parse(value)
            .orElseThrow(() -> complaint(name, "must be a number, but was " + Names.quoted(value)));
    if (!bounds.contains(number)) {
      throw complaint(name, "must be " + bounds + ", but was " + Names.quoted(value));
    }
    return number + 0.0; // -0 is 0
  }

  private int wholeNumber(String name, Bounds bounds, int usual) {
    double number = number(name, bounds, usual);
    if (number != Math.rint(number)) {
      throw complaint(name, "must be a whole number, but was " + Numbers.text(number));
    }
    return (int) number;
  }

  private static InputException complaint(String name, String what) {
    return new InputException(new Place(name, 0, 0), what);
  }
}
