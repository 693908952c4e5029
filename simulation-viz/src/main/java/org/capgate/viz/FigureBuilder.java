package org.capgate.viz;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What all figures are told: title, description, provenance, width. Each method changes this
 * builder and returns it; {@link #build()} checks and gives the figure.
 *
 * @param <B> the builder itself
 */
public abstract sealed class FigureBuilder<B extends FigureBuilder<B>>
    permits GenotypeComparison,
        LadderFigure,
        TimeCourse,
        TimeStack,
        SwitchFigure,
        GroupedBars,
        DecadeCurves,
        FindingCourses,
        DoseResponse,
        WorkPrecision,
        PhasePlane,
        MosaicCurve,
        Curves,
        HeatMap,
        Distributions,
        Estimates,
        RegionPlane,
        TradeOff,
        Waterfall {
  private final String title;
  private final Map<String, String> provenance = new LinkedHashMap<>();
  private String description = "";
  private String note = "";
  private FigureWidth width;

  FigureBuilder(String title, FigureWidth width) {
    this.title = Labels.clean("figure title", title);
    this.width = width;
  }

  abstract B self();

  abstract FigureContent content();

  /** A sentence on what no legend names, "" if there is none. */
  String furtherNames() {
    return "";
  }

  /**
   * What is shown, in a sentence or two, as alternative text; made from the labels if not given.
   */
  public B description(String text) {
    description = Labels.clean("figure description", text);
    return self();
  }

  /** What must be known to read the figure, in small print below it and in its description. */
  public B note(String text) {
    note = Labels.clean("figure note", text);
    return self();
  }

  /** Version, seed, spec hash, command and whatever else the numbers come from. */
  public B provenance(Map<String, String> lines) {
    lines.forEach(
        (key, value) ->
            provenance.put(
                Labels.clean("provenance key", key),
                value.isBlank() ? "" : Labels.clean("provenance of " + key, value)));
    return self();
  }

  /** Width on the page. */
  public B width(FigureWidth newWidth) {
    width = newWidth;
    return self();
  }

  /**
   * The figure.
   *
   * @throws IllegalArgumentException if something to be shown is missing or contradicts itself
   * @throws FigureException if this machine has no fonts
   */
  public Figure build() {
    Fonts.require();
    FigureContent content = content().withFooter(note);
    String text = description.isEmpty() ? content.description() + furtherNames() : description;
    return new Figure(content, note.isEmpty() ? text : text + " " + note, provenance, width);
  }

  String title() {
    return title;
  }

  FigureWidth width() {
    return width;
  }
}
