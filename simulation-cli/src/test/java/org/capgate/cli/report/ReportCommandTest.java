package org.capgate.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.capgate.cli.Outcome;
import org.capgate.cli.command.Provenance;
import org.capgate.cli.output.Bands;
import org.capgate.cli.output.Numeral;
import org.capgate.evidence.Evaluation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.uncertainty.ParameterEnsemble;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The page as text; how a browser shows it is in {@link ReportBrowserTest}. */
class ReportCommandTest {
  private static Path folder = Path.of("none");
  private static Outcome outcome = new Outcome(-1, "", "");
  private static String page = "";
  private static Document document;

  @BeforeAll
  static void makeTheReport() throws Exception {
    outcome = MadeReport.outcome();
    folder = MadeReport.folder();
    page = Files.readString(folder.resolve("report.html"));
    // A well-formed page of a doctype without entities is read by any XML parser.
    document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(page)));
  }

  private static List<Element> elements(String tag) {
    NodeList found = document.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  @Test
  void endsAsTheFindingsDoAndSaysWhereThePageIs() {
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.lines().get(0).matches("\\d+ passed, \\d+ failed"), outcome.out());
    assertTrue(outcome.lastLine().endsWith("report.html."), outcome.out());
    assertEquals("", outcome.err());
  }

  @Test
  void everyFindingHasItsRowWithSourceExpectationAndVerdict() {
    List<Finding> findings = new ArrayList<>(FindingFile.published().findings());
    findings.addAll(FindingFile.expectations().findings());
    for (Finding finding : findings) {
      Element row = byId("finding-" + finding.id());
      String text = row.getTextContent();
      assertTrue(text.contains(finding.source()), text);
      assertTrue(text.contains(finding.expected().word()), text);
      String verdict = row.getAttribute("class");
      assertTrue(Set.of("pass", "fail").contains(verdict), verdict);
      assertTrue(text.contains(verdict), text);
    }
  }

  @Test
  void everyParameterIsInTheLedgerAndAssumedOnesAreMarked() {
    String text = byId("parameters").getParentNode().getTextContent();
    ParameterSet.standard()
        .parameters()
        .forEach(
            parameter -> {
              assertTrue(text.contains(parameter.name()), parameter.name());
              assertTrue(text.contains(parameter.source()), parameter.source());
            });
    long marked =
        elements("tr").stream().filter(row -> row.getAttribute("class").equals("assumed")).count();
    assertTrue(marked > 100, () -> marked + " rows are marked");
  }

  @Test
  void nothingOutsideThePageIsAskedFor() {
    for (String word : List.of("<script", "<link", "<img", "<iframe", "@import", "url(http")) {
      assertFalse(page.contains(word), word);
    }
    for (String attribute : List.of("href", "src", "xlink:href")) {
      for (Element element : elements("*")) {
        String value = element.getAttribute(attribute);
        assertTrue(value.isEmpty() || value.startsWith("#"), () -> attribute + " " + value);
      }
    }
  }

  @Test
  void everyIdIsThereOnceAndEveryLinkHasItsTarget() {
    Set<String> ids = new TreeSet<>();
    for (Element element : elements("*")) {
      if (element.hasAttribute("id")) {
        assertTrue(ids.add(element.getAttribute("id")), element.getAttribute("id"));
      }
    }
    for (Element link : elements("a")) {
      assertTrue(ids.contains(link.getAttribute("href").substring(1)), link.getAttribute("href"));
    }
    for (Element element : elements("*")) {
      for (String id : element.getAttribute("aria-labelledby").split(" ", -1)) {
        assertTrue(id.isEmpty() || ids.contains(id), id);
      }
    }
    Matcher used = Pattern.compile("url\\(#([^)]*)\\)").matcher(page);
    while (used.find()) {
      assertTrue(ids.contains(used.group(1)), used.group());
    }
  }

  @Test
  void picturesHaveTitlesAndDescriptionsAndTablesHaveCaptionsAndScopes() {
    List<Element> pictures = elements("svg");
    // Mood, switch, immobility, dose response, two planes, what random sets break, marginals.
    assertEquals(8, pictures.size());
    for (Element picture : pictures) {
      assertEquals("img", picture.getAttribute("role"));
      assertEquals(1, picture.getElementsByTagName("title").getLength());
      assertTrue(picture.getElementsByTagName("desc").item(0).getTextContent().length() > 20);
    }
    for (Element table : elements("table")) {
      assertEquals(1, table.getElementsByTagName("caption").getLength());
    }
    for (Element header : elements("th")) {
      assertTrue(Set.of("row", "col").contains(header.getAttribute("scope")));
    }
  }

  @Test
  void headingsDoNotSkipALevel() {
    List<Integer> levels =
        elements("*").stream()
            .map(Element::getTagName)
            .filter(tag -> tag.matches("h[1-6]"))
            .map(tag -> tag.charAt(1) - '0')
            .toList();
    assertEquals(1, levels.get(0));
    assertEquals(1, levels.stream().filter(level -> level == 1).count());
    for (int i = 1; i < levels.size(); i++) {
      assertTrue(levels.get(i) <= levels.get(i - 1) + 1, levels.toString());
    }
  }

  @Test
  void saysWhatItLeftOutAndHowToRepeatIt() {
    String text = document.getDocumentElement().getTextContent();
    assertTrue(text.contains("was not computed: no swing was asked for"), "swing");
    assertTrue(
        text.contains("capgate report --samples 2 --swing 0 --figures svg --members 4"), "command");
    assertTrue(text.contains(Provenance.version()), "version");
  }

  @Test
  void figuresComeFirstThenWhatFailsThenTables() {
    List<String> sections =
        elements("section").stream().map(e -> e.getAttribute("aria-labelledby")).toList();
    assertEquals(List.of("figures", "failing", "findings"), sections.subList(0, 3));
    String failing = byId("failing").getParentNode().getTextContent();
    List<Evaluation> failed =
        FindingsEvaluator.standard()
            .evaluate("test", FindingFile.published().findings())
            .evaluations()
            .stream()
            .filter(row -> !row.passed())
            .toList();
    assertTrue(failing.contains(": %s of 97 not reproduced".formatted(failed.size())), failing);
    failed.forEach(row -> assertTrue(failing.contains(row.finding().id()), failing));
    assertEquals(failed.isEmpty(), failing.contains("None: the simulation shows every one"));
  }

  @Test
  void eigenvaluesTellGenotypesApart() {
    Element table =
        elements("table").stream()
            .filter(e -> e.getTextContent().contains("Steady states of untreated animals"))
            .findFirst()
            .orElseThrow();
    Set<String> last = new TreeSet<>();
    NodeList rows = table.getElementsByTagName("tr");
    for (int i = 1; i < rows.getLength(); i++) {
      NodeList cells = ((Element) rows.item(i)).getElementsByTagName("td");
      last.add(
          IntStream.range(6, cells.getLength())
              .mapToObj(place -> cells.item(place).getTextContent())
              .collect(Collectors.joining(" ")));
    }
    // Where all 4E-BP2, or all of one class, is gone, two genotypes may be one.
    assertTrue(last.size() >= 5, last.toString());
  }

  /** Cells of the rows of a table, by the header of the row. */
  private static Map<String, List<String>> rows(String caption) {
    Element table =
        elements("table").stream()
            .filter(
                e -> e.getElementsByTagName("caption").item(0).getTextContent().startsWith(caption))
            .findFirst()
            .orElseThrow();
    Map<String, List<String>> rows = new LinkedHashMap<>();
    NodeList lines = table.getElementsByTagName("tr");
    for (int i = 1; i < lines.getLength(); i++) {
      NodeList cells = ((Element) lines.item(i)).getElementsByTagName("td");
      rows.put(
          ((Element) lines.item(i)).getElementsByTagName("th").item(0).getTextContent(),
          IntStream.range(0, cells.getLength())
              .mapToObj(place -> cells.item(place).getTextContent())
              .toList());
    }
    return rows;
  }

  private static final String NUMBER = "[+-]?[0-9.]+( %)?";

  @Test
  void everyNumberOfARunHasItsBandAndItIsSaidOnceWhatThatIs() {
    String text = document.getDocumentElement().getTextContent();
    String said = "where 90 % of 4 sets lie";
    assertEquals(text.indexOf(said), text.lastIndexOf(said));
    assertTrue(text.contains(said));
    String band = NUMBER + " \\(" + NUMBER + " to " + NUMBER + "\\).*";
    for (String caption : List.of("Published findings", "Further expectations")) {
      rows(caption)
          .forEach(
              (id, cells) -> {
                assertTrue(cells.get(0).matches("(?s).*reproduced in \\d+ % of sets.*"), id);
                assertTrue(cells.get(4).matches(band), id + " " + cells.get(4));
                assertTrue(cells.get(5).equals("–") || cells.get(5).matches(band), id);
              });
    }
    rows("Steady states of untreated animals")
        .forEach(
            (animal, cells) -> {
              for (int column : new int[] {0, 1, 4, 5, 6}) {
                assertTrue(cells.get(column).matches(band), animal + " " + cells);
              }
            });
    rows("Steady states with slow variables held")
        .forEach((animal, cells) -> assertTrue(cells.get(0).matches(band), animal + " " + cells));
    rows("Findings by standing")
        .forEach((standing, cells) -> assertTrue(cells.get(0).matches(band), standing));
  }

  @Test
  void aBandIsThatOfTheSetsAndNotOfTheShippedOne() {
    Element figures = byId("figure-mood");
    assertTrue(figures.getTextContent().contains("4 parameter sets"), "bands of figures");
    ParameterEnsemble sets = ParameterEnsemble.read(MadeReport.ensemble()).thinned(4);
    ParameterSet base = ParameterSet.standard();
    double[] stressed =
        sets.members(base).stream()
            .mapToDouble(
                set ->
                    Scenario.mouse()
                        .stress(Stress.CHRONIC)
                        .parameters(set)
                        .build()
                        .baseline(Readout.IMMOBILITY))
            .toArray();
    double shipped = Scenario.mouse().stress(Stress.CHRONIC).build().baseline(Readout.IMMOBILITY);
    assertEquals(
        Bands.beside(shipped, stressed, value -> Numeral.fixed(value, 1)),
        rows("Steady states of untreated animals").get("wild type, chronic stress").get(5));
  }

  @Test
  void whatTheFindingsTaughtIsWhatTheCommandLearnedSays() {
    Outcome learned = Outcome.of("learned", "--ensemble", MadeReport.ensemble().toString());
    String section = byId("learned").getParentNode().getTextContent();
    assertTrue(section.contains(learned.lines().get(2)), section);
    assertTrue(section.contains(learned.lastLine()), section);
    Map<String, List<String>> rows = rows("What became of each parameter");
    List<String> first = List.of(learned.lines().get(5).strip().split("\\s{2,}"));
    Map.Entry<String, List<String>> best = rows.entrySet().iterator().next();
    assertEquals(
        first, List.of(best.getValue().get(0), best.getValue().get(2), best.getKey()), section);
    List<Double> correlations =
        rows("Strongest correlations").values().stream()
            .map(cells -> Math.abs(Double.parseDouble(cells.get(1))))
            .toList();
    for (int i = 1; i < correlations.size(); i++) {
      assertTrue(correlations.get(i) <= correlations.get(i - 1), correlations.toString());
    }
    assertEquals(5, rows("Combinations that are known best").size());
    assertTrue(byId("figure-marginals").getParentNode().getNodeName().equals("details"));
  }

  @Test
  void figuresAreWrittenBesideThePageWhenAskedFor() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> names =
          new TreeSet<>(files.map(file -> String.valueOf(file.getFileName())).toList());
      assertEquals(
          Set.of(
              "report.html",
              "files.txt",
              "mood.svg",
              "switch.svg",
              "immobility.svg",
              "dose-response.svg",
              "marginals.svg",
              "plane-0.svg",
              "plane-1.svg"),
          names);
    }
  }

  private static Element byId(String id) {
    return elements("*").stream()
        .filter(element -> element.getAttribute("id").equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing has the id " + id));
  }
}
