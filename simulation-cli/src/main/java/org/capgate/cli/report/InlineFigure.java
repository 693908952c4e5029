package org.capgate.cli.report;

import org.capgate.cli.output.Html;
import org.capgate.viz.Figure;

/** A figure inside a page: its SVG, named by its own title and description. */
final class InlineFigure {
  private InlineFigure() {}

  /**
   * Shows a figure.
   *
   * @param name unique on the page, letters and hyphens; prefix of the ids
   */
  static void show(Html html, String name, Figure figure) {
    html.open("figure", "id", "figure-" + name);
    html.markup(svg(name, figure));
    html.open("figcaption").element("strong", figure.title() + ".").text(" ");
    html.text(figure.description().replace(figure.title() + ": ", ""));
    html.close("figcaption").close("figure");
  }

  /** Without the XML header, and with ids that tie the picture to its title and description. */
  static String svg(String name, Figure figure) {
    String svg = figure.svg();
    String title = "figure-" + name + "-title";
    String description = "figure-" + name + "-desc";
    return svg.substring(svg.indexOf("<svg"))
        .replaceFirst("<svg ", "<svg aria-labelledby=\"" + title + " " + description + "\" ")
        .replaceFirst("<title", "<title id=\"" + title + "\"")
        .replaceFirst("<desc", "<desc id=\"" + description + "\"");
  }
}
