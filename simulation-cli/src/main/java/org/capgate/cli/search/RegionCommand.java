package org.capgate.cli.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.Progress;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.OutputFolder;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;
import org.capgate.region.FindingVerdict;
import org.capgate.region.Region;
import org.capgate.sensitivity.Varied;
import org.capgate.solver.Solvers;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code region}: what would have to be true for a finding. */
@Command(
    name = "region",
    description = {
      "Says for which values of one or two numbers the model shows a finding, with the border of",
      "that region, and how far the fitted set, or an ensemble, is from it."
    })
public final class RegionCommand extends Subcommand {
  private static final Bounds POINTS = Bounds.between(3, 1000, "");
  private static final int MOST_IN_THE_PLANE = 200;
  private static final int USUAL_POINTS = 25;

  /** Verdicts hardly move below this. */
  private static final double TOLERANCE = 1e-4;

  @Parameters(paramLabel = "FINDING", description = "Its id, as 'capgate findings' prints it.")
  private String id = "";

  @Option(
      names = "--by",
      paramLabel = "A[,B]",
      required = true,
      description = "One or two numbers with a range that 'capgate parameters' lists.")
  private String numbers = "";

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "Points along each range (default: 25). What is smaller may be missed.")
  private @Nullable String points;

  @Option(
      names = "--file",
      paramLabel = "FILE.csv",
      description = "Findings of your own. Default: the published ones.")
  private @Nullable Path file;

  @Option(
      names = "--ensemble",
      paramLabel = "FILE.csv",
      description = "Parameter sets, one a row, whose distance is wanted too.")
  private @Nullable Path ensemble;

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for table and figure. Default: capgate-output/region-FINDING.")
  private @Nullable Path out;

  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    int along = points == null ? USUAL_POINTS : Arguments.wholeNumber("--points", points, POINTS);
    int workers = threads.count();
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    ModelOptions.Model model = options.model();
    Finding finding = finding(model);
    List<Varied> ranges = ranges(model.parameters());
    if (ranges.size() == 2 && along > MOST_IN_THE_PLANE) {
      throw new InputException(
          new Place("--points", 0, 0),
          "must be <= %s for two numbers, but was '%s'".formatted(MOST_IN_THE_PLANE, points));
    }
    List<ParameterSet> members =
        ensemble == null ? List.of() : ParameterEnsemble.read(ensemble).members(model.parameters());
    OutputFolder folder = OutputFolder.at(out, "region-" + finding.id());
    FindingVerdict verdict =
        new FindingVerdict(
            FindingsEvaluator.standard()
                .withIntegrator(Solvers.standard(TOLERANCE))
                .withMechanisms(model.mechanisms())
                .withCatalogue(model.compounds()),
            model.parameters(),
            finding,
            ranges.stream().map(Varied::name).toList());
    int count = ranges.size() == 2 ? along * along : along;
    Region region;
    try (Progress progress = Progress.of("points", count, remarks())) {
      region = Region.of(ranges, verdict, along, workers, done -> progress.step());
    }
    RegionResult result = new RegionResult(finding, verdict, region, members);
    Map<String, String> provenance =
        provenance().lines(Specification.of(List.of(model.scenario(finding.condition()))));
    out().print(result.text());
    folder.write("region.csv", result.table(provenance));
    try {
      folder.write("region", result.figure(provenance), formats);
    } catch (FigureException e) {
      remarks().println("capgate: no figure, only a table: " + e.getMessage());
    }
    folder.finish();
    out().println("Table and figure are in " + folder.path() + ".");
    out().flush();
    return ExitCode.SUCCESS;
  }

  private Finding finding(ModelOptions.Model model) {
    FindingFile findings =
        file == null
            ? FindingFile.published(model.compounds())
            : FindingFile.read(file, model.compounds());
    List<String> ids = findings.findings().stream().map(Finding::id).toList();
    if (!ids.contains(id)) {
      throw new InputException(Place.UNKNOWN, Names.unknown("finding", id, ids));
    }
    return findings.finding(id);
  }

  /** The plausible ranges, in the order of the words. */
  private List<Varied> ranges(ParameterSet set) {
    Place place = new Place("--by", 0, 0);
    List<Varied> ranges = new ArrayList<>();
    for (String word : numbers.split(",", -1)) {
      List<Parameter> chosen = Varied.chosen(set, List.of(word.strip()), place);
      if (chosen.size() != 1 || ranges.size() == 2) {
        throw new InputException(
            place, "must be one or two numbers, but was %s".formatted(Names.quoted(numbers)));
      }
      Parameter one = chosen.get(0);
      if (ranges.stream().anyMatch(range -> range.name().equals(one.name()))) {
        throw new InputException(place, "%s is stated twice".formatted(Names.quoted(one.name())));
      }
      ranges.add(new Varied(one.name(), one.value(), one.low(), one.high()));
    }
    return ranges;
  }
}
