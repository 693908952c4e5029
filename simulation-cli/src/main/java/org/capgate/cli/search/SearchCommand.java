package org.capgate.cli.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.capgate.cli.command.ExitCode;
import org.capgate.cli.command.KeptWork;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.command.Specification;
import org.capgate.cli.command.Subcommand;
import org.capgate.cli.command.Unsolved;
import org.capgate.cli.options.Arguments;
import org.capgate.cli.options.FigureFormatOption;
import org.capgate.cli.options.ModelOptions;
import org.capgate.cli.options.ThreadsOption;
import org.capgate.cli.output.OutputFolder;
import org.capgate.ensemble.Tasks;
import org.capgate.input.Bounds;
import org.capgate.input.SourceText;
import org.capgate.io.SearchFile;
import org.capgate.model.ParameterSet;
import org.capgate.search.Design;
import org.capgate.search.Nsga2;
import org.capgate.search.Search;
import org.capgate.uncertainty.ParameterEnsemble;
import org.capgate.viz.FigureException;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code search}: designs that no other beats. */
@Command(
    name = "search",
    description = {
      "Searches compounds, doses and schedules for those that no other beats in every aim: a table,",
      "a figure with known compounds marked, and each design as files that 'capgate run' repeats."
    })
public final class SearchCommand extends Subcommand {
  private static final int BLOCKS_OF_A_GENERATION = 8;
  private static final Bounds GENERATIONS = Bounds.between(1, 1_000_000, "");

  @Parameters(
      paramLabel = "NAME|FILE.yaml",
      description = {
        "A search that ships, as safer-than-ketamine or best-schedule, or a file of your own, as",
        "docs/questions.md shows."
      })
  private String what = "";

  @Option(
      names = "--ensemble",
      paramLabel = "FILE.csv",
      description = {
        "Parameter sets, one a row, as 'capgate posterior' writes them: designs must do well in a",
        "share of them that the search states. Default: the one parameter set."
      })
  private @Nullable Path ensemble;

  @Option(
      names = "--generations",
      paramLabel = "N",
      description = "How often designs are bred; default: as the search states.")
  private @Nullable String generations;

  @Option(names = "--seed", paramLabel = "S", description = "Default: as the search states.")
  private @Nullable String seed;

  @Mixin private final ThreadsOption threads = new ThreadsOption();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder for tables, figures and designs. Default: capgate-output/NAME.")
  private @Nullable Path out;

  @Mixin private final FigureFormatOption figureFormats = new FigureFormatOption();
  @Mixin private final ModelOptions options = new ModelOptions();

  @Override
  public Integer call() {
    int workers = threads.count();
    Integer bred =
        generations == null
            ? null
            : Integer.valueOf(Arguments.wholeNumber("--generations", generations, GENERATIONS));
    Long drawn = seed == null ? null : Long.valueOf(Arguments.seed("--seed", seed));
    List<FigureFormat> formats = figureFormats.formats(List.of(FigureFormat.PNG, FigureFormat.SVG));
    SearchFile file = file();
    Nsga2.Settings settings =
        new Nsga2.Settings(
            file.settings().population(),
            bred == null ? file.settings().generations() : bred,
            drawn == null ? file.settings().seed() : drawn);
    List<ParameterSet> members =
        ensemble == null
            ? List.of()
            : ParameterEnsemble.read(ensemble).members(file.scenario().parameters());
    OutputFolder folder = OutputFolder.at(out, file.name());
    Search search = file.search(members);
    String specification =
        Specification.of(
            String.join(
                "\n",
                Provenance.version(),
                file.text(),
                file.compoundText().apply(lowest(file)),
                options.specification(),
                file.scenario().hash(),
                Specification.of(setsText(members))));
    int perBlock = Math.max(1, settings.population() / BLOCKS_OF_A_GENERATION);
    int blocks = (settings.generations() + 1) * ((settings.population() + perBlock - 1) / perBlock);
    KeptWork kept = new KeptWork(folder, "designs", blocks, remarks());
    List<Search.Scored> front;
    Map<String, Search.Scored> references = new LinkedHashMap<>();
    try (kept) {
      Tasks tasks =
          Tasks.kept(
              KeptWork.store(folder),
              specification,
              settings.seed(),
              perBlock,
              workers,
              kept::done);
      front = search.run(settings, tasks, done -> {});
      references(file, search, tasks, references);
    }
    kept.sayWhatWasThere();
    List<Unsolved> failures = new ArrayList<>();
    search
        .withoutRest()
        .forEach((set, why) -> failures.add(new Unsolved("set %s".formatted(set + 1), why)));
    Unsolved.report(failures, remarks());
    Map<String, String> provenance =
        provenance()
            .withSeed(settings.seed())
            .lines(Specification.of(file.text() + options.specification()));
    SearchResult result = new SearchResult(file, search, settings, front, references);
    out().print(result.text());
    folder.write("designs.csv", result.table(provenance));
    try {
      result.figures(provenance).forEach((name, figure) -> folder.write(name, figure, formats));
    } catch (FigureException e) {
      remarks().println("capgate: no figures, only tables: " + e.getMessage());
    }
    for (int i = 0; i < front.size(); i++) {
      writeDesign(folder, result, i);
    }
    if (!failures.isEmpty()) {
      folder.write(Unsolved.FILE, Unsolved.table(failures, provenance));
    }
    folder.finish();
    out().println("Tables, figures and designs are in " + folder.path() + ".");
    out().flush();
    return front.isEmpty() ? ExitCode.CHECK_FAILED : Unsolved.exitCode(failures);
  }

  private static void references(
      SearchFile file, Search search, Tasks tasks, Map<String, Search.Scored> references) {
    List<String> names = List.copyOf(file.references().keySet());
    if (!names.isEmpty()) {
      List<Search.Scored> scored =
          search.scored(
              "references",
              Collections.nCopies(names.size(), Map.of()),
              List.copyOf(file.references().values()),
              tasks);
      for (int i = 0; i < names.size(); i++) {
        references.put(names.get(i), scored.get(i));
      }
    }
  }

  /** A design, so that the text of its compound can be told from others. */
  private static Map<String, String> lowest(SearchFile file) {
    Map<String, String> values = new LinkedHashMap<>();
    file.axes().forEach(axis -> values.put(axis.name(), axis.at(0)));
    return values;
  }

  /** Equal for equal parameter sets. */
  private static String setsText(List<ParameterSet> members) {
    return members.stream()
        .flatMap(set -> set.numbers())
        .map(number -> "%s %s".formatted(number.name(), Double.toHexString(number.value())))
        .collect(Collectors.joining("\n"));
  }

  private static void writeDesign(OutputFolder folder, SearchResult result, int number) {
    Design design = result.front().get(number).design();
    folder.write(result.scenarioName(number) + ".yaml", result.scenarioFile(number));
    if (design.compound() != null) {
      folder.write(result.compoundName(number) + ".yaml", result.compoundFile(number));
    }
  }

  private SearchFile file() {
    if (!what.contains(".") && !what.contains("/") && !what.contains("\\")) {
      return SearchFile.preset(what, options::subject, options::changed);
    }
    Path path = Arguments.path(what);
    return SearchFile.read(
        SourceText.read(path),
        compound -> SourceText.read(path.resolveSibling(Arguments.path(compound))),
        options::subject,
        options::changed);
  }
}
