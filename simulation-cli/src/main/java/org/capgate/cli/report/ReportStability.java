package org.capgate.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import org.capgate.analysis.Table;
import org.capgate.cli.model.SettledRow;
import org.capgate.cli.model.TellingEigenvalues;
import org.capgate.cli.output.Bands;
import org.capgate.cli.output.GenotypeLabel;
import org.capgate.cli.output.Html;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.report.HtmlTable.Cell;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.steady.Eigenvalues;
import org.capgate.steady.SteadyState;

/** Where untreated animals rest, and whether they stay there. */
final class ReportStability {
  private static final List<String> COLUMNS =
      List.of(
          "Untreated animal",
          "Leading eigenvalue (1/h)",
          "Slowest decay (h)",
          "Stable",
          "Residual (1/h)",
          "Mood",
          "Immobility (s)");

  private static final List<String> PLANE_COLUMNS =
      List.of("Genotype", "BDNF (relative to rest)", "mTORC1", "Stable", "Eigenvalue (1/h)");

  private static final String ALIKE = "Sets with as many states, which make the bands";

  private final Html html;
  private final ReportContent content;

  ReportStability(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
  }

  void section(String heading) {
    html.open("section", "aria-labelledby", "stability").element("h2", heading, "id", "stability");
    html.paragraph(
        "Each genotype is followed to the state in which it rests without treatment. A small"
            + " disturbance dies out when every eigenvalue of the Jacobian there has a negative real"
            + " part; the leading one is that of the slowest motion."
            + " Those that differ between the animals follow at the end, counted from the slowest.");
    List<Eigenvalues> all =
        content.states().stream().map(scenario -> scenario.settled().eigenvalues()).toList();
    List<Integer> telling = TellingEigenvalues.places(all);
    List<String> columns = new ArrayList<>(COLUMNS);
    telling.forEach(place -> columns.add("Eigenvalue %s (1/h)".formatted(place + 1)));
    HtmlTable table = HtmlTable.shown(html, "Steady states of untreated animals", columns);
    for (int i = 0; i < content.states().size(); i++) {
      row(table, i, telling);
    }
    table.end();
    html.element("h3", "The switch with slow variables held");
    html.paragraph(
        "Over hours, sliding threshold, synaptic proteins and the suppression of inhibitory output"
            + " hardly move. With these held the switch has the steady states below; a second stable"
            + " one would mean that the drug only has to push it over.");
    HtmlTable crossings =
        HtmlTable.shown(html, "Steady states with slow variables held", planeColumns());
    for (int i = 0; i < content.planes().size(); i++) {
      rows(crossings, i);
    }
    crossings.end();
    html.close("section");
  }

  private List<String> planeColumns() {
    List<String> columns = new ArrayList<>(PLANE_COLUMNS);
    if (!content.sets().isEmpty()) {
      columns.add(ALIKE);
    }
    return columns;
  }

  private void row(HtmlTable table, int place, List<Integer> telling) {
    Scenario scenario = content.states().get(place);
    SteadyState state = scenario.settled();
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.number(eigenvalue(place, 0)));
    cells.add(
        Cell.number(
            beside(
                place,
                ReportStability::decayHours,
                hours -> Double.isInfinite(hours) ? "grows" : Numeral.digits(hours, 4))));
    cells.add(Cell.text((state.isStable() ? "yes" : "NO") + stableShare(place)));
    cells.add(Cell.number(Numeral.scientific(state.residual())));
    cells.add(Cell.number(baseline(place, Readout.MOOD, 3)));
    cells.add(Cell.number(baseline(place, Readout.IMMOBILITY, 1)));
    telling.forEach(of -> cells.add(Cell.number(eigenvalue(place, of))));
    table.row(
        "",
        state.isStable() ? "pass" : "fail",
        GenotypeLabel.of(scenario.genotype())
            + (scenario.stress() == Stress.CHRONIC ? ", chronic stress" : ""),
        cells);
  }

  private String stableShare(int place) {
    double share = content.sets().isEmpty() ? 1 : content.sets().stableShare(place);
    return share == 1 ? "" : " (in %s %% of sets)".formatted(Math.round(100 * share));
  }

  private static OptionalDouble decayHours(SettledRow rest) {
    return rest.eigenvalues().stream()
        .mapToDouble(Eigenvalues::leadingRealPerHour)
        .map(real -> real < 0 ? -1 / real : Double.POSITIVE_INFINITY)
        .findFirst();
  }

  private String baseline(int place, Readout readout, int decimals) {
    return beside(
        place,
        rest -> OptionalDouble.of(rest.scenario().baseline(readout)),
        value -> Numeral.fixed(value, decimals));
  }

  /** The real part with its band; the imaginary one is that of the shipped set. */
  private String eigenvalue(int place, int of) {
    Eigenvalues shipped = content.states().get(place).settled().eigenvalues();
    double imaginary = Math.abs(shipped.imaginaryPerHour()[of]);
    String text =
        beside(
            place,
            rest ->
                rest.eigenvalues().stream().mapToDouble(all -> all.realPerHour()[of]).findFirst(),
            value -> Numeral.digits(value, 4));
    return imaginary == 0 ? text : text + " ± " + Numeral.digits(imaginary, 3) + "i";
  }

  private String beside(
      int place, Function<SettledRow, OptionalDouble> number, DoubleFunction<String> text) {
    double shipped = number.apply(SettledRow.of(content.states().get(place))).orElseThrow();
    return Bands.beside(shipped, content.sets().rests(place, number), text);
  }

  private void rows(HtmlTable table, int place) {
    SwitchPlane plane = content.planes().get(place);
    Table states = plane.nullclines().steadyStates();
    List<Table> alike = content.sets().crossings(place, states.size());
    for (int i = 0; i < states.size(); i++) {
      int row = i;
      List<Cell> cells = new ArrayList<>();
      for (String column : List.of("x", "y", "stable", "leadingRealPerHour")) {
        cells.add(
            column.equals("stable")
                ? Cell.text(states.text(row, column))
                : Cell.number(
                    Bands.beside(
                        states.number(row, column),
                        alike.stream().mapToDouble(other -> other.number(row, column)).toArray(),
                        Numeral::compact)));
      }
      if (!content.sets().isEmpty()) {
        cells.add(Cell.number("%s of %s".formatted(alike.size(), content.sets().size())));
      }
      table.row("", "", GenotypeLabel.of(plane.scenario().genotype()), cells);
    }
  }
}
