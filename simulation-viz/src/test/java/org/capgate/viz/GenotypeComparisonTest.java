package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class GenotypeComparisonTest {
  private static final Pattern COLOUR = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

  @Test
  void theReferenceIsTheFirstPanelAndNamesTheCurvesOnce() {
    List<String> texts = texts(DemoComparisons.usual());
    assertEquals("wild type", texts.get(1)); // after the title and the turned label
    assertEquals(1, count(texts, "ketamine 10 mg/kg ip"));
    assertEquals(1, count(texts, "vehicle"));
  }

  @Test
  void theFirstDayIsInHoursAndTheRestInDays() {
    List<String> texts = texts(DemoComparisons.usual());
    // Eight panels and the names of the curves fill three columns and three rows.
    assertEquals(3, count(texts, "hours"));
    assertEquals(3, count(texts, "days"));
    assertTrue(texts.contains("24") && texts.contains("14"), texts::toString);
  }

  @Test
  void aRunBelowTwoDaysIsInHoursAlone() {
    List<String> texts = texts(DemoComparisons.oneDay());
    assertTrue(count(texts, "hours") > 0);
    assertEquals(0, count(texts, "days"));
    assertEquals(1, BrokenTime.over(new Interval(0, 47.9)).parts().size());
    assertEquals(2, BrokenTime.over(new Interval(0, 48)).parts().size());
    assertEquals(2, BrokenTime.over(new Interval(-0.5, 336)).parts().size());
  }

  @Test
  void everyTreatmentHasOneColourAndNothingElseIsColoured() {
    Set<Color> allowed = new HashSet<>(FigureTheme.palette().subList(0, 2));
    Set<Color> seen = new HashSet<>();
    Matcher colours = COLOUR.matcher(DemoComparisons.usual().svg());
    while (colours.find()) {
      Color colour =
          new Color(
              Integer.parseInt(colours.group(1)),
              Integer.parseInt(colours.group(2)),
              Integer.parseInt(colours.group(3)));
      boolean grey = colour.getRed() == colour.getGreen() && colour.getGreen() == colour.getBlue();
      if (!grey) {
        seen.add(colour);
      }
    }
    assertEquals(allowed, seen);
  }

  @Test
  void untreatedCurvesAreGreyAndTreatedOnesCarryNoMarkers() {
    ComparisonContent content =
        (ComparisonContent) DemoComparisons.comparison("two", 2, 2, 14, false).content();
    Color grey = content.styles().of("vehicle").colour();
    assertTrue(grey.getRed() == grey.getGreen() && grey.getGreen() == grey.getBlue());
    for (String treatment : content.styles().treatments()) {
      assertEquals(null, content.styles().of(treatment).marker());
    }
  }

  @Test
  void allTreatmentsDifferInPatternSoThatGreyscaleTellsThemApart() {
    ComparisonContent content =
        (ComparisonContent) DemoComparisons.comparison("five", 1, 5, 14, false).content();
    Set<String> patterns = new HashSet<>();
    for (String treatment : content.styles().treatments()) {
      float[] dashes = content.styles().of(treatment).stroke().getDashArray();
      patterns.add(Arrays.toString(dashes));
    }
    assertEquals(5, patterns.size());
  }

  @Test
  void bothBandsAreDrawnForCurvesAndForEndPoints() {
    int without = translucent(DemoComparisons.comparison("a", 2, 2, 14, false).build());
    int with = translucent(DemoComparisons.comparison("a", 2, 2, 14, true).build());
    assertEquals(0, without);
    // Two genotypes: three curves in two parts of two bands; two effects with two ends of two.
    assertEquals(2 * (3 * 2 * 2 + 2 * 2 * 2), with);
  }

  @Test
  void theWiderBandDecidesTheRangeOfTheAxis() {
    Series line =
        Series.of("a", new double[] {0, 1}, new double[] {1, 1})
            .withBand(new double[] {0.5, 0.5}, new double[] {1.5, 1.5})
            .withOuterBand(new double[] {-2, -2}, new double[] {3, 3});
    assertEquals(new Interval(-2, 3), Interval.ofY(List.of(line)));
    Estimate estimate = Estimate.of(1).withInner(0.5, 1.5).withOuter(-2, 3);
    assertEquals(new Interval(-2, 3), estimate.range());
  }

  @Test
  void changeVerdictShareAndSourceStandBesideTheEffect() {
    String shown = String.join(" ", texts(DemoComparisons.banded())).replace('\u00a0', ' ');
    for (String expected :
        List.of(
            "(−30 to −18)",
            "responds in 97 % of sets",
            "no response in 97 % of sets",
            "decrease (a)",
            "no change (b)",
            "(a) First 2010; (b) Second 2021 Nature 590:315.",
            "Bands: 50 and 90 % of 500 parameter sets.")) {
      assertTrue(shown.contains(expected), () -> expected + " is not in " + shown);
    }
  }

  @Test
  void changesAreSignedAndRelativeToTheUntreatedValue() {
    assertEquals("−25.0\u00a0%", change(120, 90));
    assertEquals("+10.0\u00a0%", change(100, 110));
    assertEquals("0.0\u00a0%", change(100, 99.99));
    assertEquals("−50.0\u00a0%", change(-2, -3));
    assertEquals("+1.50", change(0, 1.5)); // no share of nothing
  }

  private static String change(double untreated, double treated) {
    return Effect.of("drug", Estimate.of(untreated), Estimate.of(treated)).changeText();
  }

  @Test
  void theDescriptionSaysEveryChange() {
    String text = DemoComparisons.usual().description();
    for (String genotype : DemoFigures.GENOTYPES) {
      assertTrue(text.contains(genotype + ", ketamine 10 mg/kg ip"), text);
    }
    assertFalse(text.contains("\u00a0"), text);
  }

  @Test
  void whatContradictsItselfIsRefused() {
    assertRefuses(GenotypeComparison.titled("none"), "needs 1 to 24 genotypes, but has 0");
    Series curve = Series.of("drug", new double[] {0, 24}, new double[] {0, 1});
    Effect other = Effect.of("another", Estimate.of(1), Estimate.of(2));
    assertRefuses(
        GenotypeComparison.titled("x").genotype("a", List.of(curve), List.of(other)),
        "effect of 'another' in 'a' has no curve of that name");
    assertRefuses(
        GenotypeComparison.titled("x").genotype("a", List.of(curve, curve), List.of()),
        "two lines named 'drug'");
    GenotypeComparison six = GenotypeComparison.titled("x");
    six.genotype(
        "a", IntStream.range(0, 6).mapToObj(i -> curve.named("drug " + i)).toList(), List.of());
    assertRefuses(six, "can tell 5 treatments apart, but has 6");
    assertThrows(IllegalArgumentException.class, () -> Estimate.of(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Estimate.of(1).withInner(2, 1));
    assertThrows(IllegalArgumentException.class, () -> other.whereMostSetsSay("", 1.2));
  }

  @Test
  void aVerdictOnABorderSaysWhatMostSetsSay() {
    Effect effect = Effect.of("drug", Estimate.of(100), Estimate.of(95)).withVerdict("in between");
    String border = effect.whereMostSetsSay("no response", 0.93).verdictText();
    assertEquals("no response in 93 % of sets; shipped set: in between", plain(border));
    String agreed = effect.whereMostSetsSay("in between", 0.6).verdictText();
    assertEquals("in between in 60 % of sets", plain(agreed));
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  private static void assertRefuses(GenotypeComparison figure, String message) {
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, figure::build);
    assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
  }

  private static List<String> texts(Figure figure) {
    return SvgText.all(figure.svg()).stream().filter(SvgText::upright).map(SvgText::text).toList();
  }

  private static long count(List<String> texts, String text) {
    return texts.stream().filter(text::equals).count();
  }

  /** Shapes that let shine through what is behind them. */
  private static int translucent(Figure figure) {
    int found = 0;
    for (String name : List.of("path", "rect", "polygon")) {
      NodeList shapes = SvgText.parse(figure.svg()).getElementsByTagName(name);
      for (int i = 0; i < shapes.getLength(); i++) {
        boolean clips = shapes.item(i).getParentNode().getNodeName().equals("clipPath");
        String opacity = inherited((Element) shapes.item(i), "fill-opacity");
        boolean filled = !inherited((Element) shapes.item(i), "fill").equals("none");
        found += !clips && filled && opacity.matches("0?\\.\\d+") ? 1 : 0;
      }
    }
    return found;
  }

  private static String inherited(Element element, String attribute) {
    return element.hasAttribute(attribute) || !(element.getParentNode() instanceof Element parent)
        ? element.getAttribute(attribute)
        : inherited(parent, attribute);
  }
}
