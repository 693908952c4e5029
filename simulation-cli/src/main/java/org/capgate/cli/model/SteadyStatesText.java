package org.capgate.cli.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.capgate.cli.output.GenotypeLabel;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.Wrapped;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.steady.Eigenvalues;
import org.capgate.steady.SteadyState;

/** Steady states on a terminal of 100 columns. */
final class SteadyStatesText {
  private static final List<String> HEADER =
      List.of(
          "untreated", "steps", "residual", "eigenvalue", "decay", "stable", "mood", "immobile");

  private static final String NONE = "-";

  private final List<SettledRow> states;

  SteadyStatesText(List<SettledRow> states) {
    this.states = states;
  }

  String render() {
    List<List<String>> rows =
        Stream.concat(Stream.of(HEADER), states.stream().map(this::row)).toList();
    StringBuilder text = new StringBuilder();
    add(text, rows);
    text.append("N: Newton's method; P: pseudo-transient continuation.\n");
    text.append(
        "The leading eigenvalue (1/h) is that of the slowest motion; its decay time is -1/eigenvalue.\n");
    addTelling(text);
    for (SettledRow state : states) {
      state
          .why()
          .ifPresent(
              why ->
                  text.append(Wrapped.text("%s: %s.".formatted(label(state.scenario()), why), "")));
    }
    return text.toString();
  }

  /** Those that differ between the animals, counted from the slowest. */
  private void addTelling(StringBuilder text) {
    List<SettledRow> settled = states.stream().filter(row -> row.state().isPresent()).toList();
    List<Eigenvalues> all =
        settled.stream().map(row -> row.state().orElseThrow().eigenvalues()).toList();
    List<Integer> places = TellingEigenvalues.places(all);
    if (places.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("eigenvalues that differ (1/h)"));
    places.forEach(place -> header.add("no. %s".formatted(place + 1)));
    rows.add(header);
    for (int i = 0; i < settled.size(); i++) {
      List<String> row = new ArrayList<>(List.of(label(settled.get(i).scenario())));
      for (int place : places) {
        row.add(eigenvalue(all.get(i), place));
      }
      rows.add(row);
    }
    text.append('\n');
    add(text, rows);
  }

  private static void add(StringBuilder text, List<List<String>> rows) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(Numeral.left(row.get(0), widths[0]));
      for (int i = 1; i < widths.length; i++) {
        line.append("  ").append(Numeral.right(row.get(i), widths[i]));
      }
      text.append(line).append('\n');
    }
  }

  private List<String> row(SettledRow row) {
    if (row.state().isEmpty()) {
      return List.of(label(row.scenario()), NONE, NONE, NONE, NONE, "NONE", NONE, NONE);
    }
    SteadyState state = row.state().get();
    return List.of(
        label(row.scenario()),
        state.iterations() + " " + state.method().substring(0, 1).toUpperCase(Locale.ROOT),
        Numeral.scientific(state.residual()),
        eigenvalue(state.eigenvalues(), 0),
        timeConstant(state.eigenvalues()),
        state.isStable() ? "yes" : "NO",
        Numeral.fixed(state.valueOf(Readout.MOOD.quantity()), 3),
        Numeral.fixed(state.valueOf(Readout.IMMOBILITY.quantity()), 1) + " s");
  }

  private static String label(Scenario scenario) {
    String genotype = GenotypeLabel.of(scenario.genotype());
    return scenario.stress() == Stress.CHRONIC ? genotype + ", chronic stress" : genotype;
  }

  private static String eigenvalue(Eigenvalues eigenvalues, int place) {
    double imaginary = Math.abs(eigenvalues.imaginaryPerHour()[place]);
    String real = Numeral.digits(eigenvalues.realPerHour()[place], 4);
    return imaginary == 0 ? real : real + " ± " + Numeral.digits(imaginary, 3) + "i";
  }

  private static String timeConstant(Eigenvalues eigenvalues) {
    double margin = eigenvalues.stabilityMarginPerHour();
    return margin > 0 ? Numeral.digits(1 / margin, 4) + " h" : "grows";
  }
}
