package org.capgate.cli.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.capgate.calibration.Plausibility.Report;
import org.capgate.cli.output.Html;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.report.HtmlTable.Cell;
import org.capgate.input.Numbers;
import org.capgate.uncertainty.Wilson;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.GroupedBars;

/** How much depends on the fitted numbers. */
final class ReportPlausibility {
  private static final int MOST_BARS = 12;

  private final Html html;
  private final ReportContent content;

  ReportPlausibility(Html html, ReportContent content) {
    this.html = html;
    this.content = content;
  }

  void section(String heading) {
    html.open("section", "aria-labelledby", "plausibility")
        .element("h2", heading, "id", "plausibility");
    if (content.draws().isEmpty()) {
      html.paragraph("Not computed: no random parameter sets were asked for (option --samples).");
    } else {
      show(content.draws().get());
    }
    html.close("section");
  }

  private void show(ReportContent.Draws draws) {
    String factor = Numbers.text(draws.factor());
    html.paragraph(
        "Random sets of all fitted parameters, and the share of them that still reproduces every"
            + " established finding. As a control the share of 4E-BP1 in excitatory neurons is"
            + " exchanged with that in inhibitory neurons. With few sets the shares are coarse: the"
            + " interval is the 95 % Wilson score interval.");
    HtmlTable table =
        HtmlTable.shown(
            html,
            "Random parameter sets",
            List.of(
                "Drawn from",
                "Sets",
                "Reproduce all",
                "Share (%)",
                "95 % interval (%)",
                "Findings reproduced by a set, mean (%)"));
    String near = "within a factor of " + factor;
    row(table, near, draws.near());
    row(table, near + ", split exchanged", draws.exchanged());
    row(table, "the whole plausible ranges", draws.wide());
    table.end();
    List<String> shown = brokenMost(draws);
    if (shown.isEmpty()) {
      html.paragraph("No set broke any finding.");
    } else {
      InlineFigure.show(html, "plausibility", figure(draws, shown, near));
    }
  }

  private static void row(HtmlTable table, String label, Report report) {
    double[] interval = Wilson.interval(report.allPassed(), report.samples());
    table.row(
        "",
        "",
        label,
        List.of(
            Cell.number(report.samples() + ""),
            Cell.number(report.allPassed() + ""),
            Cell.number(percent((double) report.allPassed() / report.samples())),
            Cell.number(percent(interval[0]) + " to " + percent(interval[1])),
            Cell.number(percent(report.meanPassedShare()))));
  }

  private static List<String> brokenMost(ReportContent.Draws draws) {
    return draws.near().broken().keySet().stream()
        .filter(id -> broken(draws.near(), id) + broken(draws.exchanged(), id) > 0)
        .sorted(
            Comparator.comparingInt(
                    (String id) -> broken(draws.near(), id) + broken(draws.exchanged(), id))
                .reversed())
        .limit(MOST_BARS)
        .toList();
  }

  private static int broken(Report report, String id) {
    return report.broken().getOrDefault(id, 0);
  }

  private Figure figure(ReportContent.Draws draws, List<String> shown, String near) {
    GroupedBars bars =
        GroupedBars.titled("Established findings that random parameter sets break most often")
            .value(new AxisLabel("Sets that break the finding", "%"))
            .provenance(content.provenance());
    for (String id : shown) {
      Map<String, Report> reports =
          Map.of(near, draws.near(), near + ", split exchanged", draws.exchanged());
      for (String label : List.of(near, near + ", split exchanged")) {
        Report report = reports.getOrDefault(label, draws.near());
        bars.bar(id, label, 100.0 * broken(report, id) / report.samples());
      }
    }
    return bars.build();
  }

  private static String percent(double share) {
    return Numeral.fixed(100 * share, 1);
  }
}
