package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.capgate.analysis.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresRefuseTest {
  private static final double[] HOURS = {0, 1, 2};

  private static Series line(String name, double... y) {
    return Series.of(name, HOURS, y);
  }

  @Test
  void everyAxisLabelEndsWithItsUnitInParentheses() {
    assertEquals("Time (h)", new AxisLabel("Time", "h").text());
    assertEquals("Mood (dimensionless)", AxisLabel.dimensionless("Mood").text());
    assertMistake("unit of Mood must not be blank", () -> new AxisLabel("Mood", " "));
    assertMistake("quantity must not be blank", () -> new AxisLabel("", "h"));
  }

  @Test
  void pointsThatCannotBeDrawnAreNamed() {
    assertMistake(
        "series 'a': y must be finite, but was NaN at point 1", () -> line("a", 1, Double.NaN, 2));
    assertMistake("y must have 3 entries, but has 2", () -> line("a", 1, 2));
    assertMistake(
        "x must ascend, but 1.0 follows 2.0",
        () -> Series.of("a", new double[] {2, 1}, new double[] {0, 0}));
    assertMistake("'a' has no points", () -> Series.of("a", new double[0], new double[0]));
    assertMistake("series name must not be blank", () -> line("\t", 1, 2, 3));
    assertMistake(
        "low must be <= high, but was 2.0 > 1.0",
        () -> line("a", 1, 2, 3).withBand(new double[] {0, 2, 0}, new double[] {1, 1, 1}));
  }

  @Test
  void figuresWithoutContentAreRefused() {
    assertMistake("has no panel", () -> TimeCourse.titled("t").build());
    assertMistake("needs lines of phosphorylated", () -> SwitchFigure.titled("t").build());
    assertMistake("has no bars", () -> GroupedBars.titled("t").build());
    assertMistake("has no curve", () -> DoseResponse.titled("t").build());
    assertMistake("figure title must not be blank", () -> TimeCourse.titled(" "));
  }

  @Test
  void aHeatMapWithoutAValueForEachPlaceIsRefused() {
    HeatMap map =
        HeatMap.titled("map")
            .across(AxisLabel.dimensionless("x"), List.of("1", "2"))
            .upward(AxisLabel.dimensionless("y"), List.of("1"));
    String message =
        assertThrows(IllegalArgumentException.class, () -> map.cells(new double[2][2]).build())
            .getMessage();
    assertTrue(message.contains("a cell for each of 2 x 1 values"), message);
    double[][] none = {{Double.NaN}, {Double.NaN}};
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> map.cells(none).build())
            .getMessage()
            .contains("has no value"));
  }

  @Test
  void twoLinesOfOneNameInOnePanelAreRefused() {
    Series line = line("mood", 1, 2, 3);
    assertMistake(
        "two lines named 'mood'", () -> TimeCourse.titled("t").lines(List.of(line, line)).build());
    assertMistake(
        "two lines named 'mood'",
        () -> TimeCourse.titled("t").reference(line).lines(List.of(line)).build());
  }

  @Test
  void doseZeroOnALogarithmicAxisIsRefusedWithTheWayOut() {
    assertMistake(
        "dose must be > 0 on a logarithmic axis, but was 0.0; show dose 0 with baseline(..)",
        () -> DoseResponse.titled("t").curve(line("mood", 1, 2, 3)));
  }

  @Test
  void runsWithoutErrorAreLeftOutAndImpossibleOnesNamed() {
    Table runs =
        Table.builder()
            .text("solver")
            .number("tolerance")
            .number("error")
            .number("milliseconds")
            .row("a", 1e-3, 1e-4, 2)
            .row("b", 1e-3, null, 3)
            .row("c", 1e-5, 0, 1)
            .build();
    WorkPrecision figure = WorkPrecision.titled("t");
    assertMistake("'t' has no run", figure::build);
    assertMistake(
        "has no run", () -> WorkPrecision.titled("t").runs(runs.where("solver", "b")).build());
    assertMistake(
        "error of c must be > 0 on a logarithmic axis, but was 0.0 at tolerance 1.0E-5",
        () -> figure.runs(runs.where("solver", "c")));
    Figure one = WorkPrecision.titled("t").runs(runs.where("solver", "a")).build();
    assertFalse(one.svg().contains("NaN"));
  }

  @Test
  void curvesOnTwoLogarithmicAxesArePositive() {
    DecadeCurves figure = DecadeCurves.titled("t");
    assertMistake("'t' has no curve", figure::build);
    assertMistake(
        "'a' must be > 0 on logarithmic axes, but holds (2.0, 0.0)",
        () -> figure.curve(Series.of("a", new double[] {1, 2}, new double[] {1, 0})));
    Figure one =
        DecadeCurves.titled("t")
            .curve(Series.of("a", new double[] {1, 100}, new double[] {1, 0.1}))
            .build();
    assertFalse(one.svg().contains("NaN"));
  }

  @Test
  void fractionsOutsideTheUnitIntervalAndOverlappingBinsAreNamed() {
    Table mosaic =
        Table.builder()
            .text("series")
            .number("fractionWithoutSwitch")
            .number("effect")
            .number("low")
            .number("high")
            .row("a", 1.2, 0, null, null)
            .build();
    assertMistake(
        "fractionWithoutSwitch of a must be in [0, 1], but was 1.2",
        () -> MosaicCurve.titled("t").curves(mosaic));
    assertMistake("has no curve", () -> MosaicCurve.titled("t").build());
    Table bins =
        Table.builder()
            .text("group")
            .number("binLow")
            .number("binHigh")
            .number("density")
            .row("a", 0, 1, 2)
            .row("a", 0.5, 1.5, 2)
            .build();
    assertMistake("bins of a must ascend", () -> Distributions.titled("t").groups(bins, "density"));
    assertMistake("has no groups", () -> Distributions.titled("t").build());
    assertMistake("has no nullcline", () -> PhasePlane.titled("t").build());
  }

  @Test
  void wrongTimesAndValuesAreRefused() {
    TimeCourse course = TimeCourse.titled("t").lines(List.of(line("a", 1, 2, 3)));
    assertMistake("end must be > start", () -> course.betweenHours(3, 3));
    assertMistake("columns must be in 1 to 6, but was 0", () -> course.columns(0));
    assertMistake("'a' has no points between 5.0 and 6.0", () -> course.betweenHours(5, 6).build());
    assertMistake("end must be > 0 h", () -> SwitchFigure.titled("t").untilHours(0));
    GroupedBars bars = GroupedBars.titled("t").bar("wild type", "vehicle", 1);
    assertMistake("must be finite, but was NaN", () -> bars.bar("x", "y", Double.NaN));
    assertMistake("two values of vehicle in wild type", () -> bars.bar("wild type", "vehicle", 1));
  }

  @Test
  void moreBarsThanColoursAreRefused() {
    GroupedBars bars = GroupedBars.titled("t");
    for (int i = 0; i < 5; i++) {
      bars.bar("wild type", "dose " + i, i);
    }
    assertMistake("<= 5 bars to be told apart", () -> bars.bar("wild type", "dose 5", 1));
  }

  @Test
  void signsThatXmlCannotHoldDoNotBreakTheDocument() {
    Figure figure =
        TimeCourse.titled("a <b> & \"c\" \u0001 ]]> \ud800 \uffff")
            .lines(List.of(line("x < y & z \u0000", 1, 2, 3)))
            .provenance(Map.of("command", "capgate --out '<&>' \u001b[0m -- µ 小"))
            .build();
    String shown = String.valueOf(SvgText.all(figure.svg()));
    assertTrue(shown.contains("x < y & z"), shown);
    assertTrue(figure.png().length > 1000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-300, -1e-12, 1e12, 7})
  void flatLinesOfAnySizeAreDrawn(double level) {
    Figure figure = TimeCourse.titled("t").lines(List.of(line("a", level, level, level))).build();
    assertTrue(SvgText.all(figure.svg()).size() > 5);
    assertFalse(figure.svg().contains("NaN"));
  }

  @Test
  void singlePointAndSingleDoseAreDrawn() {
    double[] one = {10};
    Figure course =
        TimeCourse.titled("t").lines(List.of(Series.of("a", one, one))).dosesAtHours(10).build();
    Figure doses = DoseResponse.titled("t").curve(Series.of("a", one, one)).build();
    Figure bars = GroupedBars.titled("t").bar("a", "b", 0).build();
    for (Figure figure : List.of(course, doses, bars)) {
      assertFalse(figure.svg().contains("NaN"));
      assertTrue(figure.png().length > 1000);
    }
  }

  @Test
  void missingBarLeavesItsPlaceEmpty() {
    Table table =
        Table.builder()
            .text("genotype")
            .text("treatment")
            .number("immobilitySeconds")
            .row("wild type", "vehicle", 151)
            .row("wild type", "ketamine", 103)
            .row("knockout", "vehicle", 137)
            .row("knockout", "ketamine", null)
            .build();
    Figure figure =
        GroupedBars.titled("t").bars(table, "genotype", "treatment", "immobilitySeconds").build();
    List<String> texts = SvgText.all(figure.svg()).stream().map(SvgText::text).toList();
    assertTrue(texts.containsAll(List.of("151", "103", "137", "knockout")), texts.toString());
    assertEquals(3, texts.stream().filter(text -> text.matches("1\\d[1-9]")).count());
  }

  @Test
  void fortyLinesWithLongNamesStillFitOnThePage() {
    List<Series> lines =
        IntStream.range(0, 40)
            .mapToObj(i -> line("a line with quite a long name, number " + i, i, i + 1, i))
            .toList();
    Figure figure = TimeCourse.titled("t").lines(lines).width(FigureWidth.ONE_COLUMN).build();
    double page = figure.heightMillimetres() * FigureTheme.PIXELS_PER_MILLIMETRE;
    for (SvgText text : SvgText.all(figure.svg())) {
      assertTrue(text.box().getMaxY() <= page, () -> text + " leaves the page");
    }
  }

  private static void assertMistake(String expected, Runnable act) {
    String message = assertThrows(IllegalArgumentException.class, act::run).getMessage();
    assertTrue(message.contains(expected), message);
    assertFalse(message.contains("\n"), message);
  }
}
