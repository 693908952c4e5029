package org.capgate.sbml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.capgate.fit.Affine;
import org.capgate.fit.ErrorScale;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.SourceText;
import org.capgate.model.Readout;

/** A row of the observable table of a PEtab problem. */
final class PetabObservable {
  private static final List<String> COLUMNS =
      List.of("observableId", "observableFormula", "noiseFormula");
  private static final String TRANSFORMATION = "observableTransformation";
  private static final String DISTRIBUTION = "noiseDistribution";
  private static final String USABLE =
      "only offset + factor * readout, in which offset and factor are sums of parameters, can be fitted";

  /**
   * What an observable is in one measurement.
   *
   * @param deviation of its error on the scale, with the nominal value of what it is in proportion
   *     to
   * @param inProportionTo estimated parameter that the deviation is in proportion to
   */
  record Meaning(
      Readout readout,
      Affine factor,
      Affine offset,
      ErrorScale scale,
      double deviation,
      Optional<String> inProportionTo) {}

  private final CsvTable.Row row;
  private final String id;
  private final ErrorScale scale;
  private final PetabParameters parameters;

  private PetabObservable(CsvTable table, CsvTable.Row row, PetabParameters parameters) {
    this.row = row;
    this.parameters = parameters;
    id = row.requiredText("observableId");
    String word = table.header().contains(TRANSFORMATION) ? row.text(TRANSFORMATION) : "";
    scale =
        word.isEmpty()
            ? ErrorScale.LINEAR
            : ErrorScale.values()[
                List.of("lin", "log", "log10")
                    .indexOf(row.oneOf(TRANSFORMATION, List.of("lin", "log", "log10")))];
    String distribution = table.header().contains(DISTRIBUTION) ? row.text(DISTRIBUTION) : "";
    if (!distribution.isEmpty() && !distribution.equals("normal")) {
      throw row.complaint(
          DISTRIBUTION,
          "%s cannot be used: the errors of a fit by least squares are normal"
              .formatted(Names.quoted(distribution)));
    }
  }

  /** Reads a table: observables by their ids. */
  static Map<String, PetabObservable> read(SourceText source, PetabParameters parameters) {
    CsvTable table = CsvTable.readTabSeparated(source).requiring(COLUMNS);
    Map<String, PetabObservable> byId = new LinkedHashMap<>();
    for (CsvTable.Row row : table.rows()) {
      PetabObservable one = new PetabObservable(table, row, parameters);
      if (byId.put(one.id, one) != null) {
        throw row.complaint("observableId", "'%s' is stated twice".formatted(one.id));
      }
    }
    return byId;
  }

  ErrorScale scale() {
    return scale;
  }

  /** How many placeholders of a kind, observableParameter or noiseParameter, its formulas have. */
  int placeholders(String kind) {
    Pattern placeholder = Pattern.compile("\\b%s\\d+_%s\\b".formatted(kind, Pattern.quote(id)));
    String formulas = row.text("observableFormula") + " " + row.text("noiseFormula");
    return (int) placeholder.matcher(formulas).results().map(one -> one.group()).distinct().count();
  }

  /**
   * What it is with placeholders replaced.
   *
   * @param replacements numbers or ids of parameters by placeholder
   */
  Meaning meaning(Map<String, String> replacements) {
    Map<String, Readout> readouts = new HashMap<>();
    Readout.all().forEach(readout -> readouts.putIfAbsent(readout.quantity(), readout));
    Function<String, PetabFormula.Polynomial> symbols =
        symbol -> {
          String text = replacements.getOrDefault(symbol, symbol);
          return Numbers.parse(text).isPresent()
              ? PetabFormula.Polynomial.number(Numbers.parse(text).orElseThrow())
              : readouts.containsKey(text)
                  ? PetabFormula.Polynomial.symbol(text)
                  : ofParameter(text, readouts.keySet());
        };
    Map<List<String>, Double> terms = polynomial("observableFormula", symbols).terms();
    List<String> seen =
        terms.keySet().stream()
            .flatMap(List::stream)
            .filter(readouts::containsKey)
            .distinct()
            .toList();
    if (seen.size() != 1) {
      throw row.complaint(
          "observableFormula",
          "has %s readouts of the model: %s".formatted(seen.isEmpty() ? "no" : "several", USABLE));
    }
    Map<String, Double> factor = new TreeMap<>();
    Map<String, Double> offset = new TreeMap<>();
    terms.forEach(
        (monomial, coefficient) -> {
          List<String> others = new ArrayList<>(monomial);
          boolean hasReadout = others.remove(seen.get(0));
          if (others.size() > 1 || others.contains(seen.get(0))) {
            throw row.complaint(
                "observableFormula", "has %s: %s".formatted(String.join(" * ", monomial), USABLE));
          }
          (hasReadout ? factor : offset).put(others.isEmpty() ? "" : others.get(0), coefficient);
        });
    return noise(
        polynomial("noiseFormula", symbols),
        Objects.requireNonNull(readouts.get(seen.get(0))),
        affine(factor),
        affine(offset));
  }

  private static Affine affine(Map<String, Double> sum) {
    Map<String, Double> slopes = new TreeMap<>(sum);
    Double constant = slopes.remove("");
    return new Affine(constant == null ? 0 : constant, slopes);
  }

  private Meaning noise(
      PetabFormula.Polynomial noise, Readout readout, Affine factor, Affine offset) {
    Optional<String> inProportionTo = Optional.empty();
    double deviation = noise.constant();
    if (!noise.isNumber()) {
      List<String> only = noise.terms().keySet().iterator().next();
      if (noise.terms().size() != 1
          || only.size() != 1
          || parameters.named(only.get(0)).isEmpty()) {
        throw row.complaint(
            "noiseFormula",
            "must be a number, or a number times one estimated parameter: the deviation of an error that follows from a prediction or from several estimates cannot be fitted");
      }
      inProportionTo = Optional.of(only.get(0));
      deviation =
          noise.terms().values().iterator().next()
              * parameters.named(only.get(0)).orElseThrow().nominal();
    }
    if (!(deviation > 0)) {
      throw row.complaint(
          "noiseFormula",
          "the deviation must be > 0, but was %s".formatted(Numbers.text(deviation)));
    }
    return new Meaning(readout, factor, offset, scale, deviation, inProportionTo);
  }

  private PetabFormula.Polynomial polynomial(
      String column, Function<String, PetabFormula.Polynomial> symbols) {
    try {
      return PetabFormula.of(row.requiredText(column), symbols);
    } catch (IllegalArgumentException e) {
      throw row.complaint(
          column,
          "%s %s".formatted(Names.quoted(row.text(column)), String.valueOf(e.getMessage())));
    }
  }

  private PetabFormula.Polynomial ofParameter(String text, Iterable<String> readouts) {
    Optional<PetabParameters.Entry> entry = parameters.named(text);
    if (entry.isEmpty()) {
      List<String> known = new ArrayList<>(parameters.ids());
      readouts.forEach(known::add);
      throw new IllegalArgumentException(
          "has the %s; only readouts of the model and rows of the parameter table can be used"
              .formatted(Names.unknown("symbol", text, known)));
    }
    if (entry.get().isOfModel()) {
      throw new IllegalArgumentException(
          "has %s, a number of the model, which no observable can have".formatted(text));
    }
    return entry.get().varied().isPresent()
        ? PetabFormula.Polynomial.symbol(text)
        : PetabFormula.Polynomial.number(entry.get().nominal());
  }

  /** A complaint about a column of its row. */
  InputException complaint(String column, String what) {
    return row.complaint(column, what);
  }
}
