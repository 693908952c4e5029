package org.capgate.cli;

import java.util.ArrayList;
import java.util.List;
import org.capgate.analysis.Table;
import org.capgate.cli.HtmlTable.Cell;
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
    for (Scenario scenario : content.states()) {
      SteadyState state = scenario.settled();
      Eigenvalues eigenvalues = state.eigenvalues();
      double real = eigenvalues.leadingRealPerHour();
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.number(eigenvalue(eigenvalues, 0)));
      cells.add(Cell.number(real < 0 ? Numeral.digits(-1 / real, 4) : "grows"));
      cells.add(Cell.text(state.isStable() ? "yes" : "NO"));
      cells.add(Cell.number(Numeral.scientific(state.residual())));
      cells.add(Cell.number(Numeral.fixed(scenario.baseline(Readout.MOOD), 3)));
      cells.add(Cell.number(Numeral.fixed(scenario.baseline(Readout.IMMOBILITY), 1)));
      telling.forEach(place -> cells.add(Cell.number(eigenvalue(eigenvalues, place))));
      table.row(
          "",
          state.isStable() ? "pass" : "fail",
          GenotypeLabel.of(scenario.genotype())
              + (scenario.stress() == Stress.CHRONIC ? ", chronic stress" : ""),
          cells);
    }
    table.end();
    html.element("h3", "The switch with slow variables held");
    html.paragraph(
        "Over hours, sliding threshold, synaptic proteins and the suppression of inhibitory output"
            + " hardly move. With these held the switch has the steady states below; a second stable"
            + " one would mean that the drug only has to push it over.");
    HtmlTable crossings =
        HtmlTable.shown(html, "Steady states with slow variables held", PLANE_COLUMNS);
    for (SwitchPlane plane : content.planes()) {
      Table states = plane.nullclines().steadyStates();
      for (int row = 0; row < states.size(); row++) {
        crossings.row(
            "",
            "",
            GenotypeLabel.of(plane.scenario().genotype()),
            List.of(
                Cell.number(Numeral.digits(states.number(row, "x"), 4)),
                Cell.number(Numeral.digits(states.number(row, "y"), 4)),
                Cell.text(states.text(row, "stable")),
                Cell.number(Numeral.digits(states.number(row, "leadingRealPerHour"), 4))));
      }
    }
    crossings.end();
    html.close("section");
  }

  private static String eigenvalue(Eigenvalues eigenvalues, int place) {
    double imaginary = Math.abs(eigenvalues.imaginaryPerHour()[place]);
    String text = Numeral.digits(eigenvalues.realPerHour()[place], 4);
    return imaginary == 0 ? text : text + " ± " + Numeral.digits(imaginary, 3) + "i";
  }
}
