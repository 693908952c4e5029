package org.capgate.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.capgate.calibration.Influence;
import org.capgate.calibration.Plausibility;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Unsolved;
import org.capgate.cli.command.Workers;
import org.capgate.cli.compare.Comparison;
import org.capgate.cli.compare.ComparisonFigures;
import org.capgate.cli.compare.ComparisonPlan;
import org.capgate.cli.compare.DoseSweep;
import org.capgate.cli.learn.LearnedSets;
import org.capgate.cli.options.GenotypeOption;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.cli.options.TreatmentOption;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.FindingsReport;
import org.capgate.model.Genotype;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.treatment.Regimen;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.Figure;

/**
 * Computes what the report shows.
 *
 * @param model to report on
 * @param sets for the bands, if any
 * @param all sets of their file, which say what was learned
 * @param samples random parameter sets, 0 for none
 * @param seed of the random sets
 * @param swingPercent by which each parameter is moved, 0 for not at all
 * @param threads that work
 * @param terminal where progress is shown
 */
record ReportWork(
    Model model,
    Optional<ParameterEnsemble> sets,
    Optional<ParameterEnsemble> all,
    int samples,
    long seed,
    double swingPercent,
    int threads,
    PrintWriter terminal) {
  private static final double DAYS = 14;
  private static final double FACTOR = 1.1;

  ReportContent compute(Provenance provenance) {
    FindingFile published = FindingFile.published(model.compounds());
    FindingFile expectations = FindingFile.expectations();
    FindingFile probes =
        FindingFile.read("figure-probes.csv", new StringReader(probes()), model.compounds());
    FindingsEvaluator evaluator =
        FindingsEvaluator.standard()
            .withParameters(model.parameters())
            .withMechanisms(model.mechanisms())
            .withCatalogue(model.compounds());
    List<Genotype> genotypes = new GenotypeOption().genotypes();
    ComparisonPlan plan =
        new ComparisonPlan(
            model, genotypes, new TreatmentOption().treatments(model.compounds()), DAYS);
    Map<String, String> lines =
        provenance.withSeed(seed).lines(Specification.of(scenarios(plan, published, expectations)));

    FindingsReport publishedReport;
    FindingsReport expectationsReport;
    Map<String, Figure> figures;
    List<SwitchPlane> planes;
    try (Workers workers = new Workers()) {
      List<FindingsReport> reports =
          workers.map(List.of(published, expectations), evaluator::evaluate);
      publishedReport = reports.get(0);
      expectationsReport = reports.get(1);
      figures = figures(plan, workers, lines);
      planes =
          workers.map(
              List.of(plan.reference(), genotypes.get(genotypes.size() - 1)),
              genotype -> SwitchPlane.of(plan.scenario(genotype, firstActive(plan))));
    }
    List<Scenario> states = states(genotypes);
    ReportSets.Questions questions =
        new ReportSets.Questions(evaluator, published, expectations, states, planes);
    return new ReportContent(
        model,
        publishedReport,
        expectationsReport,
        figures,
        states,
        planes,
        draws(evaluator, published),
        sets.map(ask -> ReportSets.of(questions, ask, model.parameters(), threads, terminal))
            .orElse(ReportSets.NONE),
        all.filter(LearnedSets::isEnough).map(ask -> LearnedSets.of(ask, threads, terminal)),
        leans(evaluator, published, probes),
        measures(probes),
        swingPercent,
        lines);
  }

  private Map<String, Figure> figures(
      ComparisonPlan plan, Workers workers, Map<String, String> lines) {
    int runs =
        plan.genotypes().size() * plan.treatments().size()
            + DoseSweep.size(plan)
            + sets.map(ParameterEnsemble::size).orElse(0);
    try (Progress progress = Progress.of("simulated", runs, terminal)) {
      Comparison comparison = Comparison.of(plan, sets, workers, progress);
      Unsolved.report(comparison.failures(), terminal);
      Map<String, Figure> figures = new ComparisonFigures(comparison, lines).figures();
      DoseSweep.of(comparison.plan(), workers, progress)
          .ifPresent(
              sweep -> figures.put("dose-response", ComparisonFigures.doseResponse(sweep, lines)));
      return figures;
    }
  }

  private static Regimen firstActive(ComparisonPlan plan) {
    return plan.activeTreatments().get(0);
  }

  /** Every genotype without stress, and the wild type also under chronic stress. */
  private List<Scenario> states(List<Genotype> genotypes) {
    List<Scenario> states = new ArrayList<>();
    for (Genotype genotype : genotypes) {
      states.add(model.mouse().genotype(genotype).build());
      if (genotype.isWildType()) {
        states.add(model.mouse().stress(Stress.CHRONIC).build());
      }
    }
    return states;
  }

  private Optional<ReportContent.Draws> draws(FindingsEvaluator evaluator, FindingFile published) {
    if (samples == 0) {
      return Optional.empty();
    }
    try (Progress progress = Progress.of("parameter sets", 3 * samples, terminal)) {
      Plausibility near =
          new Plausibility(evaluator, model.parameters(), published.findings(), seed, FACTOR);
      Plausibility wide =
          new Plausibility(
              evaluator, model.parameters(), published.findings(), seed, Double.POSITIVE_INFINITY);
      return Optional.of(
          new ReportContent.Draws(
              near.sample(samples, threads, done -> progress.step()),
              near.sampleShuffled(samples, threads, done -> progress.step()),
              wide.sample(samples, threads, done -> progress.step()),
              FACTOR));
    }
  }

  private List<Influence.Lean> leans(
      FindingsEvaluator evaluator, FindingFile published, FindingFile probes) {
    if (swingPercent == 0) {
      return List.of();
    }
    Influence influence =
        new Influence(
            evaluator,
            model.parameters(),
            published.findings(),
            probes.findings(),
            swingPercent / 100);
    try (Progress progress = Progress.of("moved parameters", influence.moved().size(), terminal)) {
      return influence.compute(threads, done -> progress.step());
    }
  }

  private static Map<String, String> measures(FindingFile probes) {
    Map<String, String> measures = new LinkedHashMap<>();
    for (Finding probe : probes.findings()) {
      measures.put(probe.id(), probe.condition().text() + ": " + probe.question());
    }
    return measures;
  }

  private List<Scenario> scenarios(
      ComparisonPlan plan, FindingFile published, FindingFile expectations) {
    List<Scenario> scenarios = new ArrayList<>();
    Stream.concat(published.findings().stream(), expectations.findings().stream())
        .forEach(finding -> scenarios.add(model.scenario(finding.condition())));
    for (Genotype genotype : plan.genotypes()) {
      for (Regimen treatment : plan.treatments()) {
        scenarios.add(plan.scenario(genotype, treatment));
      }
    }
    return scenarios;
  }

  /** One experiment for each figure, in the words of the findings. */
  private static String probes() {
    try (InputStream text = ReportWork.class.getResourceAsStream("figure-probes.csv")) {
      if (text == null) {
        throw new IllegalStateException("figure-probes.csv is missing from the jar");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("figure-probes.csv of the jar cannot be read", e);
    }
  }
}
