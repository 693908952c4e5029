package org.capgate.cli.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.capgate.analysis.Table;
import org.capgate.cli.command.Progress;
import org.capgate.cli.model.SettledRow;
import org.capgate.cli.output.Bands;
import org.capgate.ensemble.OrderedParallel;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.evidence.FindingsReport;
import org.capgate.evidence.Standing;
import org.capgate.evidence.Verdict;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;
import org.capgate.uncertainty.ParameterEnsemble;

/**
 * What every parameter set that agrees with the findings says of the numbers in the tables of the
 * report.
 *
 * @param members one for each set; none for the shipped set alone
 */
record ReportSets(List<Member> members) {
  static final ReportSets NONE = new ReportSets(List.of());

  ReportSets {
    members = List.copyOf(members);
  }

  /**
   * What one set says.
   *
   * @param published findings
   * @param expectations further ones
   * @param rests of the untreated animals of the report, in its order
   * @param crossings of the planes of the report that this set has, in its order
   */
  record Member(
      FindingsReport published,
      FindingsReport expectations,
      List<SettledRow> rests,
      List<Optional<Table>> crossings) {}

  /**
   * What is asked of every set.
   *
   * @param evaluator of the shipped set
   * @param states untreated animals
   * @param planes of the switch
   */
  record Questions(
      FindingsEvaluator evaluator,
      FindingFile published,
      FindingFile expectations,
      List<Scenario> states,
      List<SwitchPlane> planes) {

    private Member of(ParameterSet set) {
      FindingsEvaluator own = evaluator.withIntegrator(Bands.INTEGRATOR).withParameters(set);
      return new Member(
          own.evaluate(published),
          own.evaluate(expectations),
          states.stream().map(state -> SettledRow.of(with(state, set))).toList(),
          planes.stream()
              .map(plane -> SwitchPlane.crossings(with(plane.scenario(), set)))
              .toList());
    }

    private static Scenario with(Scenario scenario, ParameterSet set) {
      return scenario.toBuilder().parameters(set).build();
    }
  }

  /** Asks every set. */
  static ReportSets of(
      Questions questions,
      ParameterEnsemble ensemble,
      ParameterSet base,
      int threads,
      PrintWriter terminal) {
    List<ParameterSet> sets = ensemble.members(base);
    try (Progress progress = Progress.of("parameter sets", sets.size(), terminal)) {
      return new ReportSets(
          OrderedParallel.map(
              sets.size(), threads, set -> questions.of(sets.get(set)), done -> progress.step()));
    }
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  /** How many sets there are. */
  int size() {
    return members.size();
  }

  /** A row of a report under every set. */
  List<Evaluation> of(Function<Member, FindingsReport> report, Evaluation row) {
    return members.stream()
        .flatMap(member -> report.apply(member).evaluations().stream())
        .filter(other -> other.finding().id().equals(row.finding().id()))
        .toList();
  }

  /** A number of these rows, by set that has it. */
  static double[] numbers(List<Evaluation> rows, Function<Evaluation, OptionalDouble> number) {
    return rows.stream()
        .map(number)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  /** How many findings of a standing have a verdict, by set. */
  double[] counts(Standing standing, Verdict verdict) {
    return members.stream()
        .mapToDouble(member -> member.published().count(standing, verdict))
        .toArray();
  }

  /** A count of the further expectations, by set. */
  double[] expected(ToDoubleFunction<FindingsReport> count) {
    return members.stream()
        .mapToDouble(member -> count.applyAsDouble(member.expectations()))
        .toArray();
  }

  /** A number of the rest of an untreated animal, by set under which it rests. */
  double[] rests(int state, Function<SettledRow, OptionalDouble> number) {
    return members.stream()
        .map(member -> member.rests().get(state))
        .filter(rest -> rest.state().isPresent())
        .map(number)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .toArray();
  }

  /** Share of the sets whose animal rests in a stable state. */
  double stableShare(int state) {
    return share(member -> member.rests().get(state).isStable());
  }

  /** The crossings of a plane, by set that has as many of them. */
  List<Table> crossings(int plane, int count) {
    List<Table> alike = new ArrayList<>();
    members.stream()
        .map(member -> member.crossings().get(plane))
        .flatMap(Optional::stream)
        .filter(table -> table.size() == count)
        .forEach(alike::add);
    return alike;
  }

  private double share(Predicate<Member> asked) {
    return (double) members.stream().filter(asked).count() / members.size();
  }

  /** {@code in 93 % of sets}, or nothing without sets. */
  static Stream<String> shareOf(List<Evaluation> rows, Predicate<Evaluation> asked) {
    return rows.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "in %s %% of sets"
                .formatted(Math.round(100.0 * rows.stream().filter(asked).count() / rows.size())));
  }
}
