package org.capgate.cli.compare;

import java.util.List;
import java.util.TreeSet;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.cli.output.TreatmentLabel;
import org.capgate.dynamics.TimeGrid;
import org.capgate.dynamics.TimeSpan;
import org.capgate.model.Genotype;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Regimen;

/**
 * What is compared: every genotype under every treatment.
 *
 * @param model the parameters, mechanisms and compounds
 * @param genotypes rows of the comparison, at least one
 * @param treatments columns of the comparison, at least one
 * @param days length of each run (d), ≥ {@link #SHORTEST_DAYS}
 */
public record ComparisonPlan(
    Model model, List<Genotype> genotypes, List<Regimen> treatments, double days) {
  static final double SHORTEST_DAYS = 1;
  static final double LONGEST_DAYS = 365;

  /** When the behaviour of the published experiments is read (h). */
  static final double BEHAVIOUR_HOURS = 24;

  private static final List<Double> REPORTED_HOURS = List.of(2.0, BEHAVIOUR_HOURS, 168.0);

  /** Start (h) and spacing (min) of samples: close while the drug is there, wide when it is not. */
  private static final double[][] SPACING_MINUTES = {{0, 5}, {6, 30}, {24, 240}, {336, 720}};

  public ComparisonPlan {
    genotypes = List.copyOf(genotypes);
    treatments = List.copyOf(treatments);
  }

  /** From t = 0, or from the first dose of any treatment when that is earlier, to the end. */
  public TimeSpan span() {
    return TimeSpan.hours(startHours(), 24 * days);
  }

  /** Start of every run (h), ≤ 0. */
  double startHours() {
    return treatments.stream().mapToDouble(Regimen::firstHours).reduce(0, Math::min);
  }

  /** Times at which readouts are printed (h): those that lie in the run. */
  List<Double> reportedHours() {
    return REPORTED_HOURS.stream().filter(span()::contains).toList();
  }

  /** Times at which readouts are recorded (h), ascending. */
  double[] samplesHours() {
    double end = span().endHours();
    TreeSet<Double> times = new TreeSet<>(reportedHours());
    for (int i = 0; i < SPACING_MINUTES.length; i++) {
      double from = SPACING_MINUTES[i][0];
      double to = i + 1 < SPACING_MINUTES.length ? SPACING_MINUTES[i + 1][0] : end;
      int minutes = (int) SPACING_MINUTES[i][1];
      for (int k = 0; from + k * minutes / 60.0 < Math.min(to, end); k++) {
        times.add(TimeGrid.rounded(from + k * minutes / 60.0));
      }
    }
    times.add(end);
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** One cell of the comparison. */
  public Scenario scenario(Genotype genotype, Regimen treatment) {
    return model.mouse().genotype(genotype).treatment(treatment).build();
  }

  /** The genotype the others are set against: the wild type if it takes part, else the first. */
  public Genotype reference() {
    return genotypes.stream().filter(Genotype::isWildType).findFirst().orElse(genotypes.get(0));
  }

  /** All genotypes but the reference. */
  List<Genotype> others() {
    return genotypes.stream().filter(genotype -> !genotype.equals(reference())).toList();
  }

  /** Treatments with a compound that does something. */
  public List<Regimen> activeTreatments() {
    return treatments.stream()
        .filter(treatment -> !TreatmentLabel.isInert(treatment, model.compounds()))
        .toList();
  }

  /** As on the screen and on figures. */
  public String label(Regimen treatment) {
    return TreatmentLabel.of(treatment, model.compounds());
  }
}
