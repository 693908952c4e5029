package org.capgate.cli.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.cli.compare.ComparisonPlan;
import org.capgate.cli.options.GenotypeOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.cli.options.ScenarioArgument;
import org.capgate.cli.options.TreatmentOption;
import org.capgate.cli.output.GenotypeLabel;
import org.capgate.io.ScenarioFile;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.sbml.Experiment;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Regimen;

/** The experiments of an exported archive. */
final class ExchangeArchive {
  /** The word for everything that ships: the presets and what {@code compare} compares. */
  static final String ALL = "all";

  private static final double DAYS = 14;

  private ExchangeArchive() {}

  /** What {@code compare} runs without options, then every preset. */
  static List<Experiment> all(ModelOptions options) {
    List<Experiment> experiments = new ArrayList<>();
    experiments.add(comparison(options));
    for (String preset : ScenarioFile.presets()) {
      experiments.add(Experiment.of(ScenarioArgument.file(preset, options)));
    }
    return experiments;
  }

  private static Experiment comparison(ModelOptions options) {
    Model model = options.model();
    ComparisonPlan plan =
        new ComparisonPlan(
            model,
            new GenotypeOption().genotypes(),
            new TreatmentOption().treatments(model.compounds()),
            DAYS);
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    for (Regimen treatment : plan.treatments()) {
      for (Genotype genotype : plan.genotypes()) {
        scenarios.put(
            "%s, %s".formatted(GenotypeLabel.of(genotype), plan.label(treatment)),
            plan.scenario(genotype, treatment));
      }
    }
    return new Experiment(
        "compare",
        "Wild type against knockouts under each treatment.",
        scenarios,
        plan.span(),
        1,
        List.of(Readout.MOOD, Readout.IMMOBILITY));
  }
}
