package org.capgate.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.capgate.cli.output.Bands;
import org.capgate.cli.output.Html;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.report.HtmlTable.Cell;
import org.capgate.evidence.FindingsReport;
import org.capgate.evidence.Standing;
import org.capgate.evidence.Verdict;

/** The report as one HTML page that needs nothing but itself. */
final class ReportPage {
  /** Section ids and headings in the order of the page. */
  private static final Map<String, String> SECTIONS =
      Map.ofEntries(
          Map.entry("findings", "Published findings"),
          Map.entry("expectations", "Further expectations from the literature"),
          Map.entry("figures", "Figures"),
          Map.entry("failing", "What it does not show"),
          Map.entry("stability", "Stability"),
          Map.entry("plausibility", "Plausibility"),
          Map.entry("learned", "What the findings taught"),
          Map.entry("parameters", "Parameter ledger"),
          Map.entry("repeat", "How to repeat this"));

  private static final List<String> ORDER =
      List.of(
          "figures",
          "failing",
          "findings",
          "expectations",
          "stability",
          "plausibility",
          "learned",
          "parameters",
          "repeat");

  private final ReportContent content;
  private final Html html = new Html();

  ReportPage(ReportContent content) {
    this.content = content;
  }

  String render() {
    html.markup("<!DOCTYPE html>\n").open("html", "lang", "en").open("head");
    html.markup("<meta charset=\"utf-8\"/>\n");
    html.markup(
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            + "<meta http-equiv=\"Content-Security-Policy\""
            + " content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
    html.element("title", "CapGate qualification report");
    html.open("style").markup(style()).close("style").close("head").open("body");
    html.element("a", "Skip to the figures", "href", "#figures", "class", "skip");
    header();
    html.open("main");
    figures();
    failing();
    published()
        .section(
            "findings",
            heading("findings"),
            "Every row is simulated and judged by the same rules; established findings gate, the others"
                + " are reported. Changes are relative to what the finding compares with.",
            content.published());
    expectations()
        .section(
            "expectations",
            heading("expectations"),
            "These come from the literature too, with less certainty or from memory. The calibration"
                + " gives them less weight and none of them gates.",
            content.expectations());
    new ReportStability(html, content).section(heading("stability"));
    new ReportPlausibility(html, content).section(heading("plausibility"));
    new ReportLearned(html, content).section(heading("learned"));
    new ReportLedger(html, content).section(heading("parameters"));
    repeat();
    html.close("main").close("body").close("html");
    return html.toString();
  }

  private ReportFindings published() {
    return new ReportFindings(html, content.sets(), ReportSets.Member::published);
  }

  private ReportFindings expectations() {
    return new ReportFindings(html, content.sets(), ReportSets.Member::expectations);
  }

  private static String heading(String section) {
    return SECTIONS.getOrDefault(section, section);
  }

  private void header() {
    html.open("header").element("h1", "CapGate qualification report");
    html.paragraph(
        "What a model of how ketamine acts on mood through 4E-BP-gated protein synthesis shows, and"
            + " what it does not. A hypothesis tool built on rodent and clinical literature; not"
            + " medical advice and not for dosing.");
    if (!content.sets().isEmpty()) {
      html.paragraph(
          "Numbers of simulations are those of the shipped parameter set; behind each, in brackets,"
              + " where 90 %% of %s sets lie that agree with the findings."
                  .formatted(content.sets().size()));
    }
    html.close("header");
    html.open("nav", "aria-label", "Sections").open("ul");
    for (String section : ORDER) {
      html.open("li").element("a", heading(section), "href", "#" + section).close("li");
    }
    html.close("ul").close("nav");
  }

  private void figures() {
    html.open("section", "aria-labelledby", "figures")
        .element("h2", heading("figures"), "id", "figures");
    html.paragraph(
        "One dose at t = 0, given to the wild type and to knockouts. All come from one parameter set;"
            + " a knockout is a protein total set to zero.");
    html.open("div", "class", "figures");
    content.allFigures().forEach((name, figure) -> InlineFigure.show(html, name, figure));
    html.close("div");
    html.close("section");
  }

  private void failing() {
    html.open("section", "aria-labelledby", "failing")
        .element("h2", heading("failing"), "id", "failing");
    HtmlTable counts =
        HtmlTable.shown(
            html, "Findings by standing", List.of("Standing", "Reproduced", "Not reproduced"));
    for (Standing standing : Standing.values()) {
      int passed = content.published().count(standing, Verdict.PASS);
      int failed = content.published().count(standing, Verdict.FAIL);
      if (passed + failed > 0) {
        counts.row(
            "",
            failed > 0 ? "fail" : "pass",
            standing.word() + (standing.gates() ? " (gates)" : ""),
            List.of(
                Cell.number(counted(passed, content.sets().counts(standing, Verdict.PASS))),
                Cell.number(counted(failed, content.sets().counts(standing, Verdict.FAIL)))));
      }
    }
    counts.row(
        "",
        content.expectations().failed() > 0 ? "fail" : "pass",
        "further expectations",
        List.of(
            Cell.number(
                counted(
                    content.expectations().passed(),
                    content.sets().expected(FindingsReport::passed))),
            Cell.number(
                counted(
                    content.expectations().failed(),
                    content.sets().expected(FindingsReport::failed)))));
    counts.end();
    published().failures(heading("findings"), content.published());
    expectations().failures(heading("expectations"), content.expectations());
    html.close("section");
  }

  private static String counted(int findings, double[] bySet) {
    return Bands.beside(findings, bySet, count -> Numeral.fixed(count, 0));
  }

  private void repeat() {
    html.open("section", "aria-labelledby", "repeat")
        .element("h2", heading("repeat"), "id", "repeat");
    html.open("dl");
    content.provenance().forEach((key, value) -> html.element("dt", key).element("dd", value));
    html.close("dl");
    html.paragraph(
        "The specification is a hash of every simulated experiment with all its numbers: equal hashes"
            + " mean equal experiments. Mechanisms: "
            + content.model().mechanisms().text()
            + ".");
    html.close("section");
  }

  private static String style() {
    try (InputStream text = ReportPage.class.getResourceAsStream("report.css")) {
      if (text == null) {
        throw new IllegalStateException("report.css is missing from the jar");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("report.css of the jar cannot be read", e);
    }
  }
}
