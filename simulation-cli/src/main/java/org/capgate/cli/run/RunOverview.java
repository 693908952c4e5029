package org.capgate.cli.run;

import java.util.Map;
import org.capgate.cli.output.Html;
import org.capgate.viz.Figure;
import org.capgate.viz.FigureFormat;

/** One page about a run: what was asked, the summary, every figure, and how to repeat it. */
final class RunOverview {
  static final String FILE = "overview.html";

  private static final String STYLE =
      """
      :root { color-scheme: light dark; }
      body { margin: 0 auto; max-width: 90rem; padding: 1rem 2rem; font: 1rem/1.5 "DejaVu Sans", Verdana, system-ui, sans-serif; }
      p { max-width: 46rem; }
      pre { overflow-x: auto; font-size: 0.85rem; }
      .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(36rem, 100%), 1fr)); gap: 1rem 2rem; align-items: start; }
      figure { margin: 0; }
      img { max-width: 100%; background: #fff; }
      dt { font-weight: bold; }
      dd { margin: 0 0 0.3rem; overflow-wrap: anywhere; }
      @media print { figure { break-inside: avoid; } }
      """;

  private RunOverview() {}

  /**
   * The page, which shows the pictures beside it in the folder.
   *
   * @param shown in which of the formats that were written: SVG or PNG
   */
  static String of(
      ScenarioRuns runs,
      Map<String, Figure> figures,
      FigureFormat shown,
      Map<String, String> provenance) {
    Html html = new Html();
    String title = runs.file().name();
    html.markup("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
    html.markup(
        """
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        """);
    html.element("title", title).open("style").markup(STYLE).close("style").close("head");
    html.open("body").open("main").element("h1", title);
    html.element("h2", "Summary");
    html.element("pre", new ScenarioRunsText(runs).render(), "tabindex", "0");
    html.element("h2", "Figures").open("div", "class", "figures");
    figures.forEach(
        (name, figure) -> {
          String file = "%s.%s".formatted(name, shown.ending());
          html.open("figure").open("a", "href", file);
          html.markup(
              "<img src=\"%s\" alt=\"%s\"/>"
                  .formatted(Html.escaped(file), Html.escaped(figure.description())));
          html.close("a").element("figcaption", figure.title()).close("figure");
        });
    html.close("div").element("h2", "How to repeat this").open("dl");
    provenance.forEach((key, value) -> html.element("dt", key).element("dd", value));
    html.close("dl").open("p").text("All numbers: ");
    html.element("a", "trajectory.csv", "href", "trajectory.csv").close("p");
    return html.close("main").close("body").close("html").toString();
  }
}
