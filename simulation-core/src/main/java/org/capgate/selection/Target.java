package org.capgate.selection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.SeedFiles;
import org.capgate.model.Readout;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;
import org.capgate.trial.Endpoint;

/**
 * What was published about a group of patients: a mean, with or without a standard deviation, or a
 * share.
 *
 * @param endpoint what was asked, with its name
 * @param population name of the population it is about
 * @param treatment as in the file
 * @param regimen the same, read
 * @param readout what was measured
 * @param value mean, in the unit of the readout, or share in [0, 1]
 * @param deviation standard deviation between subjects, > 0; NaN where none was published
 * @param subjects how many there were, ≥ 2
 * @param isFitted whether subjects are chosen by it; otherwise it is kept to check against
 * @param certainty read, transcribed or remembered
 * @param source where it stands
 */
public record Target(
    Endpoint endpoint,
    String population,
    String treatment,
    Regimen regimen,
    Readout readout,
    double value,
    double deviation,
    int subjects,
    boolean isFitted,
    String certainty,
    String source) {
  private static final String FITTED = "fitted";
  private static final Bounds TIME = Bounds.between(0, 87_600, "h");

  /** Those that ship with the library, {@code seeds/evidence/distributions.csv}. */
  public static List<Target> published() {
    return read(
        CsvTable.read(SeedFiles.text("evidence/distributions.csv")), CompoundCatalogue.standard());
  }

  /** Those of a file. */
  public static List<Target> read(Path path, CompoundCatalogue compounds) {
    return read(CsvTable.read(path), compounds);
  }

  /**
   * Those of a table.
   *
   * @throws InputException naming line, column and the way out
   */
  static List<Target> read(CsvTable table, CompoundCatalogue compounds) {
    table.withColumns(
        "target",
        "population",
        "treatment",
        "readout",
        "kind",
        "at_h",
        "limit",
        "value",
        "deviation",
        "subjects",
        "role",
        "certainty",
        "source");
    List<Target> targets = new ArrayList<>();
    Set<String> names = new HashSet<>();
    table.each(
        row -> {
          Mistakes mistakes = new Mistakes();
          if (!names.add(row.text("target"))) {
            mistakes.add(
                row.complaint("target", Names.quoted(row.text("target")) + " is named twice"));
          }
          mistakes.in(() -> targets.add(read(row, compounds)));
          mistakes.check();
        });
    return List.copyOf(targets);
  }

  private static Target read(CsvTable.Row row, CompoundCatalogue compounds) {
    Mistakes mistakes = new Mistakes();
    Optional<Endpoint> endpoint = mistakes.orElse(Optional.empty(), () -> endpoint(row));
    boolean isShare = endpoint.map(Endpoint::isShare).orElse(false);
    boolean isFitted =
        mistakes.orElse(false, () -> row.oneOf("role", List.of(FITTED, "kept")).equals(FITTED));
    double deviation =
        row.text("deviation").isEmpty()
            ? Double.NaN
            : mistakes.orElse(1.0, () -> row.number("deviation", Bounds.positive("").atMost(1e6)));
    if (isShare && !Double.isNaN(deviation)) {
      mistakes.add(row.complaint("deviation", "a share has none"));
    }
    if (isFitted && endpoint.isPresent() && !isShare && Double.isNaN(deviation)) {
      mistakes.add(row.complaint("deviation", "a mean that is fitted needs one"));
    }
    String treatment = mistakes.orElse("", () -> row.requiredText("treatment"));
    Regimen regimen =
        treatment.isEmpty()
            ? Regimen.none()
            : mistakes.orElse(
                Regimen.none(), () -> Regimen.parse(treatment, row.place("treatment"), compounds));
    endpoint
        .map(Endpoint::atHours)
        .filter(hours -> hours > 0) // the baseline is read before any treatment
        .ifPresent(hours -> mistakes.in(() -> regimen.requireRead(hours, row.place("at_h"))));
    String population = mistakes.orElse("", () -> row.requiredText("population"));
    List<Readout> readout =
        mistakes.orElse(
            List.of(),
            () ->
                List.of(
                    Readout.named(
                        row.oneOf("readout", Readout.all().stream().map(Readout::name).toList()))));
    double value =
        mistakes.orElse(
            0.0, () -> row.number("value", isShare ? Bounds.between(0, 1, "") : Bounds.finite("")));
    int subjects =
        mistakes.orElse(2, () -> (int) row.number("subjects", Bounds.between(2, 1e6, "")));
    String certainty =
        mistakes.orElse(
            "", () -> row.oneOf("certainty", List.of("read", "transcribed", "remembered")));
    String source = mistakes.orElse("", () -> row.requiredText("source"));
    mistakes.check();
    return new Target(
        endpoint.orElseThrow(),
        population,
        treatment,
        regimen,
        readout.get(0),
        value,
        deviation,
        subjects,
        isFitted,
        certainty,
        source);
  }

  private static Optional<Endpoint> endpoint(CsvTable.Row row) {
    Mistakes mistakes = new Mistakes();
    String name = mistakes.orElse("", () -> row.requiredText("target"));
    double atHours = mistakes.orElse(0.0, () -> row.number("at_h", TIME));
    Optional<Endpoint.Kind> kind =
        mistakes.orElse(
            Optional.empty(), () -> Optional.of(Endpoint.Kind.of(row.oneOf("kind", KINDS))));
    double limit = kind.isEmpty() ? 0 : mistakes.orElse(0.0, () -> limit(row, kind.get()));
    mistakes.check();
    return kind.map(known -> new Endpoint(name, known, atHours, limit));
  }

  private static double limit(CsvTable.Row row, Endpoint.Kind kind) {
    boolean isLimited = kind == Endpoint.Kind.RESPONSE || kind == Endpoint.Kind.REMISSION;
    if (!isLimited && !row.text("limit").isEmpty()) {
      throw row.complaint("limit", "does not belong to the kind '%s'".formatted(kind.word()));
    }
    return switch (kind) {
      case RESPONSE -> row.number("limit", new Bounds(0, false, 1, ""));
      case REMISSION -> row.number("limit", Bounds.finite(""));
      default -> 0;
    };
  }

  private static final List<String> KINDS =
      List.of(
          Endpoint.Kind.VALUE.word(),
          Endpoint.Kind.CHANGE.word(),
          Endpoint.Kind.RESPONSE.word(),
          Endpoint.Kind.REMISSION.word());

  /**
   * Standard error of the value.
   *
   * @param usual standard deviation between subjects where none was published
   */
  double error(double usual) {
    if (endpoint.isShare()) {
      double share = (value * subjects + 1) / (subjects + 2); // none or all of few is not certain
      return Math.sqrt(share * (1 - share) / subjects);
    }
    return (Double.isNaN(deviation) ? usual : deviation) / Math.sqrt(subjects);
  }
}
