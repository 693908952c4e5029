package org.capgate.exposure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.capgate.input.Numbers;
import org.capgate.treatment.AmountUnit;
import org.capgate.treatment.Cells;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Kinetics;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;

/**
 * A random regimen twice: as text for the library, and as what enters which compartment of a {@link
 * CompartmentOracle} and when.
 */
final class RandomRegimen {

  /** What enters at once. */
  record Bolus(double atHours, String compartment, double amount) {}

  /** What enters at a constant rate. */
  record Infusion(double fromHours, double untilHours, String compartment, double perHour) {}

  private final Random random;
  private final Species species;
  private final List<String> statements = new ArrayList<>();
  private final List<Bolus> boluses = new ArrayList<>();
  private final List<Infusion> infusions = new ArrayList<>();
  private final Set<Compound> given = new LinkedHashSet<>();

  private RandomRegimen(Random random, Species species) {
    this.random = random;
    this.species = species;
  }

  /** One to five statements of doses by any route that is known, sometimes with an actuator. */
  static RandomRegimen inVivo(Random random, Species species, CompoundCatalogue catalogue) {
    RandomRegimen regimen = new RandomRegimen(random, species);
    List<Compound> drugs =
        catalogue.compounds().stream()
            .filter(compound -> compound.kinetics(species).isPresent())
            .toList();
    int statements = 1 + random.nextInt(5);
    for (int i = 0; i < statements; i++) {
      regimen.addDose(drugs.get(random.nextInt(drugs.size())));
    }
    regimen.addActuators(catalogue);
    return regimen;
  }

  /** Baths of one to three compounds, one after the other or at intervals. */
  static RandomRegimen inSlice(Random random, CompoundCatalogue catalogue) {
    RandomRegimen regimen = new RandomRegimen(random, Species.MOUSE);
    List<Compound> drugs =
        catalogue.compounds().stream()
            .filter(compound -> compound.kind() == Compound.Kind.DRUG)
            .toList();
    for (int i = 0; i < 3; i++) {
      Compound drug = drugs.get(random.nextInt(drugs.size()));
      if (regimen.given.add(drug)) {
        regimen.addBaths(drug);
      }
    }
    regimen.addActuators(catalogue);
    return regimen;
  }

  private void addDose(Compound drug) {
    given.add(drug);
    Kinetics kinetics = drug.kinetics(species).orElseThrow();
    List<Route> routes =
        kinetics.routes().keySet().stream().sorted().toList(); // the order of a map is no seed
    Route route = routes.get(random.nextInt(routes.size()));
    AmountUnit unit = AmountUnit.values()[random.nextInt(3)];
    double amount = rounded(0.1 + 20 * random.nextDouble());
    double micromolesPerKilogram =
        switch (unit) {
          case MG_PER_KG -> 1000 * amount / drug.molarMassGramsPerMole();
          case MG -> 1000 * amount / drug.molarMassGramsPerMole() / species.bodyWeightKilograms();
          default -> 0.001 * amount / species.bodyWeightKilograms();
        };
    double start = rounded(6 * random.nextDouble() - 1);
    double duration = random.nextInt(3) == 0 ? rounded(0.01 + 2 * random.nextDouble()) : 0;
    int times = random.nextInt(3) == 0 ? 2 + random.nextInt(5) : 1;
    double interval = rounded(0.5 + 6 * random.nextDouble());
    state(
        "%s %s %s %s".formatted(drug, Numbers.text(amount), unit.word(), route.word()),
        start,
        duration,
        times,
        interval);
    Kinetics.Absorption way = kinetics.routes().get(route);
    String compartment = route == Route.INTRAVENOUS ? "central" : route.word();
    double arriving = way.bioavailability() * micromolesPerKilogram;
    for (int i = 0; i < times; i++) {
      double from = rounded(rounded(start + i * interval) + way.lagHours());
      enter(from, duration, drug + " " + compartment, arriving);
      if (route != Route.INTRAVENOUS) {
        double lost = (1 - way.bioavailability()) * micromolesPerKilogram;
        enter(from, duration, drug + " lost " + compartment, lost);
      }
    }
  }

  private void enter(double from, double duration, String compartment, double amount) {
    if (duration == 0) {
      boluses.add(new Bolus(from, compartment, amount));
    } else {
      infuse(from, from + duration, compartment, amount / duration);
    }
  }

  private void addBaths(Compound drug) {
    double start = rounded(random.nextDouble());
    for (int i = 0; i < 3; i++) {
      double micromolar = rounded(20 * random.nextDouble());
      double duration = rounded(0.1 + random.nextDouble());
      int times = random.nextInt(2) == 0 ? 1 + random.nextInt(4) : 1;
      double interval = rounded(duration + random.nextInt(2) * random.nextDouble());
      state(
          "%s %s uM bath".formatted(drug, Numbers.text(micromolar)),
          start,
          duration,
          times,
          interval);
      for (int k = 0; k < times; k++) {
        double from = rounded(start + k * interval);
        infuse(from, from + duration, drug + " brain", 30 * micromolar);
      }
      start = rounded(start + times * interval);
    }
    double micromolar = rounded(5 * random.nextDouble());
    statements.add( // never washed out
        "%s %s uM bath at %s h".formatted(drug, Numbers.text(micromolar), Numbers.text(start)));
    infuse(start, Double.POSITIVE_INFINITY, drug + " brain", 30 * micromolar);
  }

  private void addActuators(CompoundCatalogue catalogue) {
    for (Compound compound : catalogue.compounds()) {
      if (compound.actuator().isPresent() && random.nextInt(4) == 0) {
        given.add(compound);
        double start = rounded(5 * random.nextDouble());
        double duration = rounded(0.1 + random.nextDouble());
        Cells cells = Cells.values()[random.nextInt(3)];
        state(compound + " " + cells.word(), start, duration, 1, 1);
        String compartment = compound + " " + cells.word();
        double perHour = compound.actuator().orElseThrow().relaxationPerHour();
        infuse(start, start + duration, compartment, perHour);
      }
    }
  }

  private void state(String what, double start, double duration, int times, double interval) {
    String text = "%s at %s h".formatted(what, Numbers.text(start));
    if (duration > 0) {
      text += " for %s h".formatted(Numbers.text(duration));
    }
    if (times > 1) { // half an interval more than up to the last
      double days = rounded((times - 0.5) * interval / 24);
      text += " every %s h for %s d".formatted(Numbers.text(interval), Numbers.text(days));
    }
    statements.add(text);
  }

  private void infuse(double from, double until, String compartment, double perHour) {
    infusions.add(new Infusion(from, rounded(until), compartment, perHour));
  }

  private static double rounded(double value) {
    return Double.isInfinite(value) ? value : Math.rint(value * 1e9) / 1e9;
  }

  String text() {
    return String.join("; ", statements);
  }

  /** What is given and, in vivo, what is formed from it. */
  List<Compound> compounds(CompoundCatalogue catalogue) {
    List<Compound> all = new ArrayList<>(given);
    for (int i = 0; i < all.size(); i++) {
      all.get(i).kinetics(species).map(Kinetics::metabolites).orElse(List.of()).stream()
          .map(formed -> catalogue.named(formed.compound()))
          .filter(formed -> !all.contains(formed))
          .forEach(all::add);
    }
    return all;
  }

  /** Times at which something changes (h), and others around them, ascending. */
  double[] timesHours() {
    Set<Double> times = new LinkedHashSet<>();
    boluses.forEach(bolus -> times.add(bolus.atHours()));
    infusions.forEach(
        infusion -> {
          times.add(infusion.fromHours());
          times.add(infusion.untilHours());
        });
    times.remove(Double.POSITIVE_INFINITY);
    double first = times.stream().min(Double::compare).orElseThrow();
    double last = times.stream().max(Double::compare).orElseThrow();
    for (int i = 0; i < 8; i++) {
      times.add(rounded(first + (last + 4 - first) * random.nextDouble()));
    }
    return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** Lets everything that happens at a time happen. */
  void apply(double hours, CompartmentOracle oracle) {
    boluses.stream()
        .filter(bolus -> bolus.atHours() == hours)
        .forEach(bolus -> oracle.give(bolus.compartment(), bolus.amount()));
    Map<String, Double> perHour = new LinkedHashMap<>();
    infusions.stream()
        .filter(infusion -> infusion.fromHours() <= hours && hours < infusion.untilHours())
        .forEach(
            infusion -> perHour.merge(infusion.compartment(), infusion.perHour(), Double::sum));
    oracle.infuse(perHour);
  }
}
