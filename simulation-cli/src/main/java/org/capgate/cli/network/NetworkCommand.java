package org.capgate.cli.network;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.EnsembleOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.SeedOption;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeGrid;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.ensemble.ParallelRanges;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.io.Checkpoint;
import org.capgate.model.Genotype;
import org.capgate.model.GenotypeOfSubclasses;
import org.capgate.model.Readout;
import org.capgate.network.Collector;
import org.capgate.network.Network;
import org.capgate.network.NetworkSimulation;
import org.capgate.network.Subclass;
import org.capgate.scenario.Scenario;
import org.capgate.steady.SteadyStateException;
import org.capgate.treatment.CellClass;
import org.capgate.treatment.Regimen;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code network}: many individual neurons with their own switch. */
@Command(
    name = "network",
    description = {
      "Simulates a network of individual neurons, each with proteins and wiring of its own.",
      "A summary on the screen; the readouts and how neurons are spread as CSV and figures in a folder,",
      "beside the mean field under the parameter sets that agree with the findings."
    })
public final class NetworkCommand extends Subcommand {
  public static final Bounds NEURONS = Bounds.between(10, Network.MOST_NEURONS, "");
  private static final Bounds DAYS = Bounds.between(0.01, 365, "d");

  /** Times shown on the screen (h). */
  private static final double[] SHOWN_HOURS = {0, 0.5, 1, 2, 6, 24, 72, 168, 336};

  @Option(
      names = "--neurons",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Neurons, four of five excitatory (default: ${DEFAULT-VALUE}).")
  private String neurons = "2000";

  @Option(
      names = "--synapses",
      paramLabel = "K",
      defaultValue = "100",
      description = "Synapses onto each neuron (default: ${DEFAULT-VALUE}).")
  private String synapses = "100";

  @Option(
      names = "--genotype",
      paramLabel = "A",
      defaultValue = Genotype.WILD_TYPE_WORD,
      description = {
        "Genotype of all neurons, as in '4EBP2 x0 inhibitory'; with --subclasses also of the neurons of",
        "one, as in 'GRIN2B x0 SST' (default: wild type)."
      })
  private String genotype = Genotype.WILD_TYPE_WORD;

  @Option(
      names = "--mosaic",
      paramLabel = "GENE@CLASS=FRACTION",
      description = {
        "A gene lost in a fraction of a class of neurons, or with --subclasses of a subclass, the nearest",
        "whole number. May be repeated for other genes or classes: the neurons of a smaller fraction are",
        "among those of a larger."
      })
  private List<String> mosaics = new ArrayList<>();

  @Option(
      names = "--treatment",
      paramLabel = "X",
      defaultValue = "ketamine 10 mg/kg ip at 0 h",
      description = "Treatment in the words of the findings (default: ${DEFAULT-VALUE}).")
  private String treatment = "ketamine 10 mg/kg ip at 0 h";

  @Option(
      names = "--days",
      paramLabel = "D",
      defaultValue = "7",
      description = "How long (default: ${DEFAULT-VALUE}).")
  private String days = "7";

  @Mixin private final SeedOption seed = new SeedOption();

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--subclasses",
      description = {
        "Inhibitory neurons are PV neurons, whose synapses count mostly for the firing of excitatory",
        "neurons, and SST neurons, whose synapses count mostly for what gates plasticity; both have",
        "parameters of their own."
      })
  private boolean subclasses;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for CSV files and figures. Default: capgate-output/network.")
  private @Nullable Path out;

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = {
        "Saves the running network to this file every second or, when that takes long, so that a",
        "twentieth of the time goes into it, and at the end; goes on from it when it is there, also to",
        "a later end."
      })
  private @Nullable Path checkpoint;

  @Mixin private final ModelOptions options = new ModelOptions();
  @Mixin private final EnsembleOption ensemble = new EnsembleOption();

  @Override
  public Integer call() {
    OutputFolder folder = OutputFolder.at(out, "network");
    double hours = TimeGrid.rounded(24 * Arguments.number("--days", days, DAYS));
    int number = Arguments.wholeNumber("--neurons", neurons, NEURONS);
    int each = Arguments.wholeNumber("--synapses", synapses, Bounds.between(2, number - 2, ""));
    int workers = threads.count();
    ModelOptions.Model model = options.model();
    Optional<ParameterEnsemble> sets = ensemble.sets(options);
    GenotypeOfSubclasses edits = edits();
    Scenario scenario =
        model
            .mouse()
            .genotype(edits.ofClasses())
            .treatment(Regimen.parse(treatment, new Place("--treatment", 0, 0), model.compounds()))
            .build();
    try (ParallelRanges ranges = new ParallelRanges(workers)) {
      Network.Builder builder =
          Network.of(scenario)
              .neurons(number)
              .synapsesPerNeuron(each)
              .seed(seed.value())
              .executor(ranges);
      builder.ofSubclasses(edits);
      mosaics.forEach(mosaic -> builder.mosaic(mosaic(mosaic)));
      if (subclasses) {
        builder.subclasses(Subclass.parvalbuminAndSomatostatin());
      }
      simulate(builder.build(), hours, folder, sets);
    }
    return ExitCode.SUCCESS;
  }

  private static List<String> namesOfSubclasses() {
    return Subclass.names(Subclass.parvalbuminAndSomatostatin());
  }

  private GenotypeOfSubclasses edits() {
    Place place = new Place("--genotype", 0, 0);
    GenotypeOfSubclasses edits = GenotypeOfSubclasses.parse(genotype, place, namesOfSubclasses());
    edits.ofSubclasses().keySet().forEach(name -> requireSubclasses(name, place));
    return edits;
  }

  private Network.Mosaic mosaic(String text) {
    Network.Mosaic mosaic = MosaicText.parse(text, namesOfSubclasses());
    if (mosaic.subclass() != null) {
      requireSubclasses(mosaic.subclass(), MosaicText.PLACE);
    }
    return mosaic;
  }

  /** Where inhibitory neurons are all of one kind, there are none of a subclass. */
  private void requireSubclasses(String name, Place place) {
    if (!subclasses) {
      throw new InputException(
          place, "there are %s neurons with --subclasses only; add it".formatted(name));
    }
  }

  private void simulate(
      Network network, double hours, OutputFolder folder, Optional<ParameterEnsemble> sets) {
    Regimen given = network.scenario().treatment();
    double start = Math.min(0, given.firstHours());
    given.requireWithin(TimeSpan.hours(start, hours));
    double[] samples = samples(start, hours);
    SavedNetwork saved =
        checkpoint == null ? null : new SavedNetwork(checkpoint, statements(network));
    NetworkSimulation simulation = network.start(start);
    for (CellClass cellClass : CellClass.values()) {
      simulation.collect(Collector.fractionOn(cellClass));
      for (String stem : new String[] {"eif4f", "rate", "phospho4ebpFraction"}) {
        simulation.collect(Collector.quantiles(stem, cellClass, NetworkFigures.QUANTILES));
      }
    }
    if (saved != null && saved.resume(simulation, hours)) {
      remarks().println("capgate: resumed at " + Numeral.time(simulation.tHours()));
    }
    Trajectory run;
    int parts = (int) Math.ceil(hours - start);
    try (Progress progress = Progress.of("simulated hours", parts, remarks())) {
      simulation.afterStep(new AfterStep(simulation, progress, saved, hours));
      run = simulation.run(hours, samples);
    }
    print(network, simulation, run);
    write(network, run, meanField(network, samples, sets), folder);
  }

  /** What the network is compared with; a mean field without a solution is named and left out. */
  private Optional<MeanField> meanField(
      Network network, double[] samples, Optional<ParameterEnsemble> sets) {
    int size = sets.map(ParameterEnsemble::size).orElse(0);
    try (Progress progress = Progress.of("parameter sets of the mean field", size, remarks())) {
      return Optional.of(MeanField.of(network, samples, sets, threads.count(), progress));
    } catch (IntegrationException | SteadyStateException e) {
      remarks().println("capgate: no mean field beside the network: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** What a saved network must have in common with this run, in the words of the command line. */
  private Map<String, String> statements(Network network) {
    Map<String, String> statements = new LinkedHashMap<>();
    statements.put("--neurons", Integer.toString(network.excitatory() + network.inhibitory()));
    statements.put("--synapses", Integer.toString(network.synapsesPerNeuron()));
    statements.put("--genotype", Provenance.quoted(edits().text()));
    for (int i = 0; i < mosaics.size(); i++) {
      statements.put(i == 0 ? "--mosaic" : "further --mosaic " + i, mosaics.get(i).strip());
    }
    statements.put("--treatment", Provenance.quoted(network.scenario().treatment().text()));
    statements.put("--seed", Long.toString(network.seed()));
    if (subclasses) {
      statements.put("--subclasses", "given");
    }
    statements.putAll(options.statements());
    statements.put(Checkpoint.Origin.SPECIFICATION, network.hash());
    return statements;
  }

  /** Shows progress and saves now and then. */
  private static final class AfterStep implements Runnable {
    private final NetworkSimulation simulation;
    private final Progress progress;
    private final @Nullable SavedNetwork saved;
    private final double endHours;
    private double shownHours;

    AfterStep(
        NetworkSimulation simulation,
        Progress progress,
        @Nullable SavedNetwork saved,
        double endHours) {
      this.simulation = simulation;
      this.progress = progress;
      this.saved = saved;
      this.endHours = endHours;
      shownHours = simulation.tHours();
    }

    @Override
    public void run() {
      while (shownHours + 1 <= simulation.tHours()) {
        shownHours++;
        progress.step();
      }
      if (saved != null) {
        saved.saveWhenDue(simulation, simulation.tHours() >= endHours);
      }
    }
  }

  /** Every ten minutes for the first six hours, then every hour. */
  private static double[] samples(double start, double hours) {
    TimeSpan whole = TimeSpan.hours(start, hours);
    double fine = Math.min(hours, 6);
    List<Double> samples = new ArrayList<>();
    if (start < 0) {
      for (double t : Sampling.everyHours(1).timesHours(TimeSpan.hours(start, 0))) {
        samples.add(t);
      }
      samples.remove(samples.size() - 1);
    }
    for (int i = 0; i <= Math.round(fine * 6 - 1e-6); i++) {
      samples.add(TimeGrid.rounded(Math.min(i / 6.0, fine)));
    }
    for (double t = fine + 1; t < whole.endHours(); t++) {
      samples.add(t);
    }
    if (samples.get(samples.size() - 1) < hours) {
      samples.add(hours);
    }
    return samples.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void print(Network network, NetworkSimulation simulation, Trajectory run) {
    out()
        .println(
            network.excitatory()
                + " excitatory and "
                + network.inhibitory()
                + " inhibitory neurons, "
                + simulation.synapses()
                + " synapses; "
                + run.statistics().steps()
                + " steps, "
                + simulation.synapticSweeps()
                + " passes over all synapses, firing rates to "
                + Numeral.scientific(simulation.largestRateError()));
    network.mosaicParts().forEach(part -> out().println(part));
    Map<String, ToDoubleFunction<Double>> rows = new LinkedHashMap<>();
    rows.put("mood", t -> Readout.MOOD.at(run, t));
    rows.put("mood, change", t -> Readout.MOOD.at(run, t) - run.first("mood"));
    rows.put("excitatory rate (Hz)", t -> Readout.EXCITATORY_RATE.at(run, t));
    rows.put("inhibitory rate (Hz)", t -> Readout.INHIBITORY_RATE.at(run, t));
    rows.put("excitatory switch on", t -> run.valueAt("switchOnFractionExcitatory", t));
    rows.put("inhibitory switch on", t -> run.valueAt("switchOnFractionInhibitory", t));
    StringBuilder head = new StringBuilder(Numeral.left("", 22));
    double[] times = run.timesHours();
    List<Double> shown = new ArrayList<>();
    for (double wanted : SHOWN_HOURS) {
      for (double time : times) {
        if (Math.abs(time - wanted) < 1e-9 && shown.size() < 9) {
          shown.add(time);
          head.append(Numeral.right(Numeral.time(time), 9));
        }
      }
    }
    out().println(head);
    rows.forEach(
        (name, value) -> {
          StringBuilder line = new StringBuilder(Numeral.left(name, 22));
          shown.forEach(
              t -> line.append(Numeral.right(Numeral.fixed(value.applyAsDouble(t), 3), 9)));
          out().println(line);
        });
    out().flush();
  }

  private void write(
      Network network, Trajectory run, Optional<MeanField> meanField, OutputFolder folder) {
    Map<String, String> provenance =
        new LinkedHashMap<>(provenance().withSeed(network.seed()).lines(network.hash()));
    network.provenance().forEach(provenance::putIfAbsent);
    folder.write("network.csv", table(run, provenance));
    meanField
        .flatMap(one -> one.bands(provenance))
        .ifPresent(bands -> folder.write("bands.csv", bands));
    try {
      NetworkFigures.of(network, run, meanField, provenance)
          .forEach(
              (name, figure) ->
                  folder.write(name, figure, List.of(FigureFormat.PNG, FigureFormat.SVG)));
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
    folder.finish();
    out().println("Readouts and figures are in " + folder.path() + ".");
  }

  private static Table table(Trajectory run, Map<String, String> provenance) {
    TableBuilder table =
        Table.builder().number("time_h").text("quantity").number("value").text("unit");
    table.provenance(provenance);
    double[] times = run.timesHours();
    for (Variable quantity : run.quantities()) {
      double[] values = run.series(quantity.name());
      for (int i = 0; i < times.length; i++) {
        table.row(times[i], quantity.name(), values[i], quantity.unit());
      }
    }
    return table.build();
  }
}
