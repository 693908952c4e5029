package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.capgate.analysis.Table;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

class FigureTest {
  private static final List<Figure> FIGURES =
      List.of(
          DemoFigures.moodOverTime(),
          DemoFigures.moodOverTime().withFooter(),
          DemoFigures.translationSwitch(),
          DemoFigures.bars(),
          DemoFigures.moodBars(),
          DemoFigures.doseResponse(),
          DemoFigures.workPrecision(),
          DemoFigures.decades(),
          DemoFigures.mosaic(),
          DemoFigures.curves(),
          DemoFigures.heatMap(),
          DemoFigures.distributions(),
          DemoFigures.phasePlane(),
          DemoFigures.phasePlane().withFooter(),
          DemoFigures.cohort(),
          DemoFigures.ladder(),
          DemoFigures.ladder().withFooter(),
          DemoFigures.arms(),
          DemoFigures.longLabels(),
          DemoComparisons.usual(),
          DemoComparisons.usual().withFooter(),
          DemoComparisons.alone(),
          DemoComparisons.many(),
          DemoComparisons.fiveDrugs(),
          DemoComparisons.narrow(),
          DemoComparisons.narrowAndFull(),
          DemoComparisons.banded(),
          DemoComparisons.oneDay(),
          DemoComparisons.threeDays(),
          DemoComparisons.longNames());

  static Stream<Named<Figure>> figures() {
    return FIGURES.stream().map(figure -> Named.of(figure.title(), figure));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void repeatedDrawingGivesTheSameBytes(Figure figure) {
    assertEquals(figure.svg(), figure.svg());
    assertArrayEquals(figure.png(), figure.png());
    assertArrayEquals(figure.pdf(), figure.pdf());
  }

  @ParameterizedTest
  @MethodSource("figures")
  void pdfIsOnePageOfPrintSizeThatSaysWhereItComesFrom(Figure figure) throws IOException {
    try (PDDocument document = Loader.loadPDF(figure.pdf())) {
      assertEquals(1, document.getNumberOfPages());
      PDRectangle page = document.getPage(0).getMediaBox();
      assertEquals(figure.widthMillimetres() / 25.4 * 72, page.getWidth(), 0.01); // float points
      assertEquals(figure.heightMillimetres() / 25.4 * 72, page.getHeight(), 0.01);
      PDDocumentInformation information = document.getDocumentInformation();
      assertEquals(figure.title(), information.getTitle());
      assertEquals(figure.description(), information.getSubject());
      assertNull(information.getCreationDate());
      figure
          .provenance()
          .forEach((key, value) -> assertEquals(value, information.getCustomMetadataValue(key)));
      int drawn = document.getPage(0).getResources().getXObjectNames().iterator().hasNext() ? 1 : 0;
      assertEquals(1, drawn);
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void languageOfTheMachineDoesNotShow(Figure figure) {
    String before = figure.svg();
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertEquals(before, figure.svg());
    } finally {
      Locale.setDefault(usual);
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void pngHasPrintSizeAndShowsSomethingButNotAtItsEdges(Figure figure) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(figure.png()));
    // Half a dot of rounding in each direction.
    assertEquals(figure.widthMillimetres() / 25.4 * 300, image.getWidth(), 0.51);
    assertEquals(figure.heightMillimetres() / 25.4 * 300, image.getHeight(), 0.51);
    long marked = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        boolean white = (image.getRGB(x, y) & 0xFFFFFF) == 0xFFFFFF;
        boolean edge = x < 2 || y < 2 || x >= image.getWidth() - 2 || y >= image.getHeight() - 2;
        assertTrue(white || !edge, "something is cut off at " + x + ", " + y);
        marked += white ? 0 : 1;
      }
    }
    double share = marked / (double) (image.getWidth() * image.getHeight());
    // Sparse lines mark 5 % of the page, full bars with text 35 %, a map of cells 60 %.
    assertTrue(share > 0.03 && share < 0.7, () -> "share of marked dots " + share);
  }

  @ParameterizedTest
  @MethodSource("figures")
  void noTextLiesOnAnotherOrOutsideThePage(Figure figure) {
    List<SvgText> texts = SvgText.all(figure.svg()).stream().filter(SvgText::upright).toList();
    Rectangle2D page =
        new Rectangle2D.Double(
            0,
            0,
            figure.widthMillimetres() * FigureTheme.PIXELS_PER_MILLIMETRE,
            figure.heightMillimetres() * FigureTheme.PIXELS_PER_MILLIMETRE);
    assertTrue(texts.size() > 8, () -> "only " + texts.size() + " texts");
    for (int i = 0; i < texts.size(); i++) {
      SvgText one = texts.get(i);
      assertTrue(page.contains(one.box()), () -> one + " leaves the page");
      for (int j = 0; j < i; j++) {
        SvgText other = texts.get(j);
        assertFalse(one.box().intersects(other.box()), () -> one + " lies on " + other);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("figures")
  void widthIsThatOfAJournalColumn(Figure figure) {
    // One drawing unit is 0.26 mm, the width is a whole number of them.
    double width = figure.widthMillimetres();
    assertTrue(Math.abs(width - 85) < 0.14 || Math.abs(width - 180) < 0.14, () -> width + " mm");
  }

  @ParameterizedTest
  @MethodSource("figures")
  void provenanceIsInsideBothFiles(Figure figure) throws IOException {
    assertEquals(DemoFigures.provenance(), figure.provenance());
    String metadata =
        SvgText.parse(figure.svg()).getElementsByTagName("metadata").item(0).getTextContent();
    String png = new String(figure.png(), StandardCharsets.ISO_8859_1);
    DemoFigures.provenance()
        .forEach(
            (key, value) -> {
              assertTrue(metadata.contains("\n" + key + ": " + value + "\n"), metadata);
              assertTrue(png.contains("tEXt" + key + "\0" + value), key);
            });
  }

  @ParameterizedTest
  @MethodSource("figures")
  void svgExplainsItselfAndCanStandInsideAPage(Figure figure) {
    String svg = figure.svg();
    assertFalse(svg.contains("<!DOCTYPE"));
    assertEquals(
        figure.title(), SvgText.parse(svg).getElementsByTagName("title").item(0).getTextContent());
    assertEquals(
        figure.description(),
        SvgText.parse(svg).getElementsByTagName("desc").item(0).getTextContent());
  }

  @Test
  void figuresOnOnePageShareNoIds() {
    Set<String> first = ids(DemoFigures.bars().svg());
    assertFalse(first.isEmpty());
    first.retainAll(ids(DemoFigures.doseResponse().svg()));
    assertEquals(Set.of(), first);
  }

  @Test
  void everyLegendEntryAndPanelTitleIsTextInTheSvg() {
    assertShows(
        DemoFigures.moodOverTime(),
        "wild type, ketamine 10 mg/kg",
        "vehicle",
        "ketamine 10 mg/kg",
        "(2R,6R)-HNK 10 mg/kg",
        "dose",
        "4E-BP1 and 4E-BP2 knockout, inhibitory neurons",
        "Mood (dimensionless)",
        "Time (d)");
    assertShows(
        DemoFigures.translationSwitch(),
        "excitatory",
        "inhibitory",
        "Phospho-4E-BP (fraction)",
        "eIF4F (µM)",
        "Time (h)");
    assertShows(DemoFigures.bars(), DemoFigures.TREATMENTS.toArray(String[]::new));
    assertShows(DemoFigures.bars(), DemoFigures.GENOTYPES.toArray(String[]::new));
    assertShows(DemoFigures.bars(), "Immobility (s)", "152", "97");
    assertShows(
        DemoFigures.doseResponse(),
        "wild type",
        "wild type, vehicle",
        "Dose (mg/kg)",
        "Mood (dimensionless)");
    assertShows(DemoFigures.doseResponse(), "0.3", "1", "3", "10", "30", "100", "200");
  }

  @Test
  void workPrecisionCountsInPowersOfTenAndNamesEachSolver() {
    assertShows(
        DemoFigures.workPrecision(),
        "Relative error (dimensionless)",
        "Time (ms)",
        "10⁻⁸",
        "10⁻⁴",
        "CVODE with KLU",
        "Dormand-Prince 8(5,3), explicit");
  }

  @Test
  void dosesOfALadderAreSortedAndReadAtOneTime() {
    Figure ladder = DemoFigures.ladder();
    assertShows(
        ladder,
        "vehicle 0.3 mg/kg 1 mg/kg 3 mg/kg 10 mg/kg 30 mg/kg 100 mg/kg",
        "Mood at 4 h (dimensionless)",
        "ketamine ip (mg/kg)");
    assertTrue(ladder.description().contains("Mood at 4 h"), ladder.description());
  }

  @Test
  void runsBelowTwoDaysAreShownInHoursAndLongerOnesInDays() {
    for (double hours : new double[] {6, 47, 48, 336}) {
      Series line = Series.of("a", new double[] {0, hours}, new double[] {0, 1});
      String unit = hours < 48 ? "Time (h)" : "Time (d)";
      assertShows(TimeCourse.titled("x").lines(List.of(line)).build(), unit);
      assertShows(
          TimeStack.titled("x")
              .panel(AxisLabel.dimensionless("y"), List.of(), List.of(line))
              .build(),
          unit);
    }
  }

  @Test
  void dosesOfAnArmHaveTheColourOfItsLine() {
    Figure arms = DemoFigures.arms();
    for (int line = 0; line < 2; line++) {
      java.awt.Color colour = FigureTheme.series(line);
      String fill = "rgb(%s,%s,%s)".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
      // A triangle for each dose; lines are not filled.
      assertEquals(line == 0 ? 1 : 6, triangles(arms, fill), fill);
    }
  }

  private static long triangles(Figure figure, String fill) {
    NodeList paths = SvgText.parse(figure.svg()).getElementsByTagName("path");
    long found = 0;
    for (int i = 0; i < paths.getLength(); i++) {
      Element path = (Element) paths.item(i);
      boolean closed = path.getAttribute("d").endsWith("Z");
      found += closed && inherited(path, "fill").equals(fill) ? 1 : 0;
    }
    return found;
  }

  @Test
  void newFiguresNameWhatTheyShow() {
    assertShows(
        DemoFigures.curves(), "dose (mg/kg)", "Mood (dimensionless)", "resting receptors", "30");
    assertShows(
        DemoFigures.heatMap(),
        "dose (mg/kg)",
        "share left (dimensionless)",
        "Mood (dimensionless)",
        "no value",
        "1.0");
    assertShows(
        DemoFigures.mosaic(),
        "Interneurons without 4E-BP2 (fraction)",
        "Change of mood (dimensionless)",
        "clustered wiring",
        "mean field, wild type");
    assertShows(
        DemoFigures.distributions(),
        "eIF4F (fraction of eIF4G)",
        "Neurons (count)",
        "before",
        "24 h",
        "inhibitory");
    assertShows(
        DemoFigures.phasePlane(),
        "BDNF stands still",
        "stable steady state",
        "unstable steady state",
        "run after 10 mg/kg");
  }

  @Test
  void linesOfATableGetTheirBandsWhereTheTableHasThem() {
    Table table =
        Table.builder()
            .text("arm")
            .number("timeHours")
            .number("mood")
            .number("low")
            .number("high")
            .row("with", 0, 1, 0.5, 1.5)
            .row("with", 1, null, null, null)
            .row("with", 2, 2, 1.5, 2.5)
            .row("without", 0, 1, null, null)
            .row("without", 2, 1, null, null)
            .build();
    List<Series> lines = Series.byGroup(table, "arm", "timeHours", "mood", "low", "high");
    assertTrue(lines.get(0).hasBand());
    assertEquals(2, lines.get(0).size());
    assertEquals(2.5, lines.get(0).high(1));
    assertFalse(lines.get(1).hasBand());
    Table half =
        Table.builder()
            .text("arm")
            .number("t")
            .number("y")
            .number("low")
            .number("high")
            .row("a", 0, 1, 0, 2)
            .row("a", 1, 1, null, null)
            .build();
    assertThrows(
        IllegalArgumentException.class, () -> Series.byGroup(half, "arm", "t", "y", "low", "high"));
  }

  @Test
  void noteIsInThePictureAndInTheDescription() {
    Figure plane = DemoFigures.phasePlane();
    assertTrue(shown(plane).contains("Held: slow proteins"), shown(plane));
    assertTrue(plane.description().contains("Held: slow proteins"), plane.description());
    assertTrue(shown(plane.withFooter()).contains("Held: slow proteins"));
    assertTrue(shown(plane.withFooter()).contains("seed 42"));
  }

  @Test
  void stableStatesAreFilledAndUnstableOnesOpen() {
    // Two stable states and their sign in the legend, one unstable state and its sign.
    assertEquals(3, discs(DemoFigures.phasePlane(), "rgb(26,26,26)"));
    assertEquals(2, discs(DemoFigures.phasePlane(), "white"));
  }

  /** Filled paths of four arcs, which is how a disc is written. */
  private static long discs(Figure figure, String fill) {
    NodeList paths = SvgText.parse(figure.svg()).getElementsByTagName("path");
    long found = 0;
    for (int i = 0; i < paths.getLength(); i++) {
      Element path = (Element) paths.item(i);
      boolean isDisc = path.getAttribute("d").chars().filter(c -> c == 'C').count() == 4;
      if (isDisc && inherited(path, "fill").equals(fill)) {
        found++;
      }
    }
    return found;
  }

  private static String inherited(Element element, String attribute) {
    return element.hasAttribute(attribute) || !(element.getParentNode() instanceof Element parent)
        ? element.getAttribute(attribute)
        : inherited(parent, attribute);
  }

  @Test
  void footerIsSmallPrintThatOnlyAppearsWhenAskedFor() {
    Figure plain = DemoFigures.bars();
    assertFalse(shown(plain).contains("spec hash"));
    Figure footed = plain.withFooter();
    assertShows(footed, "version 0.1.0 · seed 42");
    assertEquals(plain.provenance(), footed.provenance());
    assertTrue(footed.heightMillimetres() > plain.heightMillimetres());
  }

  @Test
  void bothFilesAreWrittenAndNothingElse(@TempDir Path folder) throws IOException {
    Figure figure = DemoFigures.doseResponse();
    List<Path> files = figure.write(folder.resolve("new folder"), "dose-response");
    assertEquals(
        List.of("dose-response.png", "dose-response.svg"),
        files.stream().map(file -> String.valueOf(file.getFileName())).toList());
    assertArrayEquals(figure.png(), Files.readAllBytes(files.get(0)));
    assertEquals(figure.svg(), Files.readString(files.get(1)));
    try (Stream<Path> all = Files.list(folder.resolve("new folder"))) {
      assertEquals(2, all.count());
    }
    List<Path> pdf = figure.write(folder, "two", List.of(FigureFormat.PDF));
    assertArrayEquals(figure.pdf(), Files.readAllBytes(pdf.get(0)));
    figure.writePdf(folder.resolve("one.pdf"));
    assertArrayEquals(figure.pdf(), Files.readAllBytes(folder.resolve("one.pdf")));
    figure.writePng(folder.resolve("one.png"));
    figure.writeSvg(folder.resolve("one.svg"));
    assertArrayEquals(figure.png(), Files.readAllBytes(folder.resolve("one.png")));
    assertEquals(figure.svg(), Files.readString(folder.resolve("one.svg")));
  }

  @Test
  void chartIsFreshAndFillsAnySize() {
    Figure figure = DemoFigures.moodOverTime();
    assertNotSame(figure.chart(), figure.chart());
    for (int width : new int[] {60, 300, 1600}) {
      BufferedImage image = figure.chart().createBufferedImage(width, 2 * width / 3);
      assertEquals(width, image.getWidth());
    }
    figure.chart().setTitle("changed");
    assertFalse(shown(figure).contains("changed"));
  }

  private static void assertShows(Figure figure, String... expected) {
    String shown = shown(figure);
    for (String text : expected) {
      assertTrue(shown.contains(" " + text + " "), () -> "'" + text + "' is not in " + shown);
    }
  }

  /** All texts one after the other; wrapped lines stand together again. */
  private static String shown(Figure figure) {
    StringBuilder all = new StringBuilder(" ");
    for (SvgText text : SvgText.all(figure.svg())) {
      all.append(text.text()).append(' ');
    }
    return all.toString();
  }

  private static Set<String> ids(String svg) {
    Set<String> ids = new HashSet<>();
    NodeList elements = SvgText.parse(svg).getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      NamedNodeMap attributes = elements.item(i).getAttributes();
      if (attributes.getNamedItem("id") != null) {
        ids.add(attributes.getNamedItem("id").getNodeValue());
      }
    }
    return ids;
  }
}
