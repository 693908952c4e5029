package org.capgate.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capgate.equations.Equation;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.MarkdownPrinter;
import org.capgate.evidence.Ablation;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.FindingsReport;
import org.capgate.input.Place;
import org.capgate.model.Mechanisms;
import org.capgate.model.ModelEquations;
import org.capgate.model.MoodModel;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;

/**
 * The page docs/MODEL.md: text from {@code model/page.md} beside this class, with every equation,
 * symbol and parameter put in from the statement that is solved. Equal input gives equal text on
 * every machine.
 */
public final class ModelDocument {
  private static final Pattern GAP = Pattern.compile("\\{\\{([a-z-]+)}}");

  /** Values are printed to six digits; the files hold all of them. */
  private static final MathContext DIGITS = new MathContext(6);

  private final ParameterSet parameters;
  private final Mechanisms mechanisms;
  private final EquationSystem equations;

  /** The page about these parameters under these choices. */
  public ModelDocument(ParameterSet parameters, Mechanisms mechanisms) {
    this.parameters = parameters;
    this.mechanisms = mechanisms;
    this.equations = ModelEquations.of(mechanisms);
  }

  /** The page about the model that ships. */
  public static ModelDocument standard() {
    return new ModelDocument(ParameterSet.standard(), Mechanisms.standard());
  }

  /** The whole page, Markdown with LaTeX, ending with a line feed. */
  public String text() {
    StringBuilder page = new StringBuilder();
    Matcher gap = GAP.matcher(resource("model/page.md"));
    while (gap.find()) {
      gap.appendReplacement(page, Matcher.quoteReplacement(part(gap.group(1)).strip()));
    }
    return gap.appendTail(page).toString();
  }

  private String part(String name) {
    return switch (name) {
      case "counts" -> counts();
      case "choices" -> mechanisms.text();
      case "equations" -> new MarkdownPrinter(equations).equations(this::note);
      case "alternatives" -> alternatives();
      case "unknowns" -> unknowns();
      case "inputs" -> new MarkdownPrinter(equations).symbols(Kind.INPUT);
      case "references" -> new MarkdownPrinter(equations).symbols(Kind.REFERENCE);
      case "parameters" -> parametersOfEquations();
      case "compound-parameters" -> parametersOfCompounds();
      case "scenario-parameters" -> parametersOfScenarios();
      case "failing-findings" -> failingFindings();
      case "ablations" -> ablations();
      default -> throw new IllegalStateException("nothing to put in the gap '" + name + "'");
    };
  }

  private String counts() {
    return String.join(
        ", ",
        equations.symbols(Kind.STATE).size() + " states",
        equations.symbols(Kind.QUASI_STEADY).size() + " quasi-steady firing rates",
        equations.symbols(Kind.ALGEBRAIC).size() + " binding equilibria",
        equations.symbols(Kind.DEFINED).size() + " definitions",
        equations.symbols(Kind.READOUT).size() + " readouts",
        equations.symbols(Kind.PARAMETER).size() + " parameters",
        equations.symbols(Kind.INPUT).size() + " inputs");
  }

  private String note(Equation equation) {
    return "Stated in `%s`, tested by `%s`"
        .formatted(equation.statedIn(), ModelEquations.testOf(equation));
  }

  /** The equations that read differently under each choice that is not in force. */
  private String alternatives() {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, List<String>> mechanism : Mechanisms.choices().entrySet()) {
      for (String choice : mechanism.getValue()) {
        Mechanisms other = mechanisms.with(mechanism.getKey(), choice, Place.UNKNOWN);
        if (!other.equals(mechanisms)) {
          text.append("#### `" + mechanism.getKey() + "` = `" + choice + "`\n\n");
          changed(ModelEquations.of(other)).forEach(text::append);
        }
      }
    }
    return text.toString();
  }

  private Stream<String> changed(EquationSystem other) {
    List<Equation> stated = equations.equations();
    return other.equations().stream()
        .filter(equation -> !equation.latex().equals(stated.get(equation.number() - 1).latex()))
        .map(
            equation ->
                "**("
                    + equation.number()
                    + ")** `"
                    + equation.symbol().name()
                    + "` becomes\n\n"
                    + MarkdownPrinter.formula(equation)
                    + "\n");
  }

  private String unknowns() {
    MarkdownPrinter printer = new MarkdownPrinter(equations);
    return Stream.of(Kind.STATE, Kind.QUASI_STEADY, Kind.ALGEBRAIC)
        .map(printer::symbols)
        .reduce((first, second) -> first + withoutHeader(second))
        .orElseThrow();
  }

  private static String withoutHeader(String table) {
    return table.lines().skip(2).collect(Collectors.joining("\n", "", "\n"));
  }

  private String parametersOfEquations() {
    return "| name | meaning | value | range | unit | fitted | source |\n"
        + "| --- | --- | ---: | --- | --- | --- | --- |\n"
        + equations.symbols(Kind.PARAMETER).stream()
            .filter(symbol -> !MoodModel.isSetByScenario(symbol.name()))
            .map(
                symbol ->
                    row(
                        "`" + symbol.name() + "` | " + symbol.description(),
                        parameters.parameter(symbol.name())))
            .collect(Collectors.joining());
  }

  private String parametersOfCompounds() {
    return "| path | value | range | unit | fitted | source |\n"
        + "| --- | ---: | --- | --- | --- | --- |\n"
        + parameters.parameters().stream()
            .filter(Parameter::isOfCompound)
            .map(parameter -> row("`" + parameter.name() + "`", parameter))
            .collect(Collectors.joining());
  }

  private static String row(String name, Parameter parameter) {
    String fitted =
        parameter.tiedTo().isEmpty()
            ? parameter.isFitted() ? "yes" : "no"
            : "as `" + parameter.tiedTo() + "`";
    return Stream.of(
            name,
            number(parameter.value()),
            number(parameter.low()) + " to " + number(parameter.high()),
            parameter.unit().equals("dimensionless") ? "1" : parameter.unit(),
            fitted,
            parameter.source().replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private String parametersOfScenarios() {
    return "| name | meaning |\n| --- | --- |\n"
        + equations.symbols(Kind.PARAMETER).stream()
            .filter(symbol -> MoodModel.isSetByScenario(symbol.name()))
            .map(symbol -> "| `" + symbol.name() + "` | " + symbol.description() + " |\n")
            .collect(Collectors.joining());
  }

  private String failingFindings() {
    FindingsEvaluator evaluator =
        FindingsEvaluator.standard().withParameters(parameters).withMechanisms(mechanisms);
    StringBuilder text = new StringBuilder();
    for (FindingFile file : List.of(FindingFile.published(), FindingFile.expectations())) {
      FindingsReport report = evaluator.evaluate(file);
      text.append("`" + file.name() + "`: " + report.summary() + ".\n\n");
      if (report.failed() > 0) {
        text.append("| id | standing | finding | subject and treatment | expected | simulated |\n");
        text.append("| --- | --- | --- | --- | --- | --- |\n");
        report.evaluations().stream()
            .filter(evaluation -> !evaluation.passed())
            .map(ModelDocument::failing)
            .forEach(text::append);
        text.append('\n');
      }
    }
    return text.toString();
  }

  private String ablations() {
    FindingsEvaluator evaluator = FindingsEvaluator.standard().withMechanisms(mechanisms);
    List<Finding> findings = FindingFile.published().findings();
    StringBuilder text =
        new StringBuilder("| without | set to | findings lost |\n| --- | --- | --- |\n");
    for (Ablation ablation : Ablation.published()) {
      String lost =
          ablation.lost(evaluator, parameters, findings).stream()
              .map(Finding::id)
              .collect(Collectors.joining(" "));
      String set =
          ablation.set().entrySet().stream()
              .map(entry -> "`%s` = %s".formatted(entry.getKey(), number(entry.getValue())))
              .sorted()
              .collect(Collectors.joining(", "));
      text.append(
          "| %s: %s | %s | %s |\n"
              .formatted(ablation.part(), ablation.meaning(), set, lost.isEmpty() ? "none" : lost));
    }
    return text.toString();
  }

  private static String failing(Evaluation evaluation) {
    Finding finding = evaluation.finding();
    OptionalDouble change = evaluation.relativeChange();
    return Stream.of(
            finding.id(),
            finding.standing().word(),
            finding.question(),
            finding.condition().text(),
            finding.expected().word(),
            (change.isPresent() && Double.isFinite(change.getAsDouble())
                    ? percent(change.getAsDouble()) + "; "
                    : "")
                + evaluation.reason())
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static String percent(double share) {
    BigDecimal percent = new BigDecimal(100 * share).setScale(1, RoundingMode.HALF_EVEN);
    return (percent.signum() > 0 ? "+" : "") + percent.toPlainString() + " %";
  }

  /** Six digits, the same on every JDK; with a power of ten below 0.001. */
  static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.signum() == 0 || exponent >= -3
        ? rounded.toPlainString()
        : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  static String resource(String name) {
    try (InputStream stream =
        Objects.requireNonNull(ModelDocument.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the packaged " + name, e);
    }
  }
}
