package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capgate.cli.CapGate;
import org.capgate.model.ParameterSet;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Species;
import org.junit.jupiter.api.Test;

/** The page of curves in a real browser. */
class ExplorerPageTest extends ExplorerInBrowser {
  @Test
  void draggingASliderMovesTheCurveAndTheAddressAndTheWildTypeStays() throws Exception {
    load("");
    assertEquals(List.of(), browser.complaints());
    String before = browser.text(CHOSEN);
    String wildType = browser.text(WILD_TYPE);
    String seriesBefore = browser.text("document.getElementById('summary').textContent");
    assertEquals("", browser.text("location.search"));
    picture("before");

    drag(0);
    picture("after");
    assertEquals(0, number(SLIDER + ".value"));
    assertNotEquals(before, browser.text(CHOSEN));
    assertEquals("?inhibitory-4ebp2=0", browser.text("location.search"));
    assertNotEquals(seriesBefore, browser.text("document.getElementById('summary').textContent"));
    // The axes may have moved, so the wild type is compared where it was drawn on the same ones.
    String reference = browser.text(WILD_TYPE);
    drag(100);
    assertEquals(before, browser.text(CHOSEN));
    assertEquals(wildType, browser.text(WILD_TYPE));
    drag(0);
    assertEquals(reference, browser.text(WILD_TYPE));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void aLinkBringsTheViewBack() throws Exception {
    load("?species=rat&stress=chronic&excitatory-4ebp1=37&dose=7.5&doses=3&days=7");
    String drawn = browser.text(CHOSEN);
    String link = browser.text("location.href");
    assertEquals("37", browser.text("document.getElementById('excitatory-4ebp1').value"));
    assertEquals("rat", browser.text("document.getElementById('species').value"));
    load(link.substring(server.address().length()));
    assertEquals(drawn, browser.text(CHOSEN));
    assertEquals(link, browser.text("location.href"));
    assertEquals(3, number("document.querySelector('.chart').querySelectorAll('.dose').length"));
  }

  /** Excitation that nothing holds back: ketamine takes the firing rates over a fold. */
  private static Scenario.Builder unrestrained(Species species) {
    return Scenario.of(species)
        .parameters(
            ParameterSet.standard()
                .with(
                    Map.of(
                        "recurrentExcitationWeight", 0.75,
                        "inhibitionWeight", 1.6,
                        "interneuronRecruitmentWeight", 0.15,
                        "mutualInhibitionWeight", 0.05,
                        "maximalRateExcitatoryHertz", 200.0)));
  }

  private void serveUnrestrained() throws Exception {
    server.close();
    server =
        ExplorerServer.start(
            new ExplorerServer.Program(
                "1",
                "",
                ExplorerPageTest::unrestrained,
                CompoundCatalogue.standard(),
                Optional.empty()),
            0);
  }

  private void choose(String compound) {
    browser.script(
        "const s = document.getElementById('compound'); s.value = '"
            + compound
            + "'; s.dispatchEvent(new Event('change', {bubbles: true}));"
            + "s.dispatchEvent(new Event('input', {bubbles: true}))");
  }

  @Test
  void aChoiceWithoutSolutionIsExplainedAndTheNextOneIsDrawn() throws Exception {
    serveUnrestrained();
    load("?compound=vehicle");
    choose("ketamine");
    browser.until(
        "the page says why",
        60,
        () -> browser.text("document.getElementById('message').textContent").contains("fold"));
    String saved = browser.text("document.getElementById('save-csv').href");
    assertTrue(saved.endsWith("?compound=vehicle"), saved); // what is still on the screen
    choose("vehicle");
    settled();
    assertEquals("true", browser.text("document.getElementById('message').hidden"));
    assertEquals("false", browser.text("document.getElementById('save-csv').hidden"));
  }

  @Test
  void theKeyboardMovesSlidersAndReadsCurves() {
    load("");
    browser.script(SLIDER + ".focus()");
    browser.press(ARROW_LEFT);
    settled();
    assertEquals("?inhibitory-4ebp2=99", browser.text("location.search"));
    browser.script("document.querySelector('.chart').focus()");
    for (int i = 0; i < 12; i++) {
      browser.press(ARROW_RIGHT);
    }
    String value = browser.text("document.querySelector('.legend b').textContent");
    assertTrue(value.matches("[−\\d.]+"), value);
    String unlabelled =
        browser.text(
            "[...document.querySelectorAll('input,select')]"
                + ".filter(c => !(c.labels && c.labels.length) && !c.getAttribute('aria-label'))"
                + ".map(c => c.id)");
    assertEquals("", unlabelled);
  }

  @Test
  void pointingAtACurveReadsItsValueAndANarrowWindowFits() throws Exception {
    load("?excitatory-4ebp2=0");
    double left = number("document.querySelector('.chart').getBoundingClientRect().left");
    double width = number("document.querySelector('.chart').getBoundingClientRect().width");
    double top = number("document.querySelector('.chart').getBoundingClientRect().top");
    browser.hover(left + width / 2, top + 60);
    browser.until(
        "a value is read",
        10,
        () -> !browser.text("document.querySelector('.legend b').textContent").isEmpty());
    picture("reading");
    browser.size(430, 1000);
    browser.until("it is narrow", 10, () -> number("window.innerWidth") < 520);
    picture("narrow");
    assertTrue(
        number("document.documentElement.scrollWidth") <= number("window.innerWidth"),
        "the page is wider than the window");
  }

  private void type(String dose) {
    browser.script(
        "const d = document.getElementById('dose'); d.value = '"
            + dose
            + "'; d.dispatchEvent(new Event('input', {bubbles: true}))");
  }

  @Test
  void anInvalidDoseIsSaidBesideItsFieldAndTheCurvesOfTheLastValidOneAreStale() throws Exception {
    load("");
    String drawn = browser.text(CHOSEN);
    type("-5");
    assertEquals(
        "dose must be a number from 0 to 1000, but is −5",
        browser.text("document.getElementById('dose-mistake').textContent"));
    assertEquals("true", browser.text("document.getElementById('dose').ariaInvalid"));
    assertEquals(
        "true", browser.text("document.getElementById('charts').classList.contains('stale')"));
    assertEquals(drawn, browser.text(CHOSEN));
    assertEquals(
        "The curves are still those of: wild type, ketamine 10 mg/kg ip at 0 h.",
        browser.text("document.getElementById('summary').textContent"));
    picture("invalid");
    type("3");
    settled();
    assertEquals("true", browser.text("document.getElementById('dose-mistake').hidden"));
    assertNotEquals(drawn, browser.text(CHOSEN));
  }

  @Test
  void aMistypedLinkOpensTheExplorerWithTheMistakeNamed() {
    load("?doze=5&species=rat");
    String said = browser.text("document.getElementById('message').textContent");
    assertTrue(said.contains("unknown parameter 'doze', did you mean 'dose'?"), said);
    String summary = browser.text("document.getElementById('summary').textContent");
    assertTrue(summary.startsWith("wild type; ketamine 10 mg/kg ip at 0 h."), summary);
    type("7");
    settled();
    assertEquals("true", browser.text("document.getElementById('message').hidden"));
  }

  @Test
  void loadingEndsWhereThereAreNoCurvesAndWhereNobodyAnswers() throws Exception {
    serveUnrestrained();
    browser.go(server.address());
    browser.until(
        "it says that there is nothing",
        60,
        () ->
            browser
                .text("document.getElementById('summary').textContent")
                .equals("There are no curves to show."));
    load("?compound=vehicle");
    server.close();
    type("7");
    browser.until(
        "it says that nobody answers",
        60,
        () ->
            browser
                .text("document.getElementById('message').textContent")
                .contains("does not answer"));
  }

  @Test
  void presetsPinsAndTheUntreatedLineAreInTheAddressAndInTheSavedPicture() throws Exception {
    load("");
    browser.script("document.querySelectorAll('#presets button')[2].focus()");
    browser.press(SPACE);
    settled();
    assertEquals("?inhibitory-4ebp2=0&untreated=shown", browser.text("location.search"));
    browser.script("document.getElementById('pin').click()");
    drag(100);
    assertEquals("?untreated=shown&pin-1=inhibitory-4ebp2%3D0", browser.text("location.search"));
    untilBands(100); // they move the axes
    browser.script("document.getElementById('save-svg').click()");
    browser.script("document.getElementById('save-png').click()");
    Path svg = folder.resolve("capgate-explored.svg");
    Path png = folder.resolve("capgate-explored.png");
    browser.until("pictures are saved", 30, () -> holdsSomething(svg) && holdsSomething(png));
    String saved = Files.readString(svg);
    assertTrue(saved.contains("pin 1: 4E-BP2 0 % (inhibitory)"), saved);
    for (Object path :
        (List<?>)
            browser.script(
                "return [...document.querySelectorAll('.chart path[data-line]')].map(p => p.getAttribute('d'))")) {
      assertTrue(saved.contains("d=\"" + path + "\""), "a curve of the screen is missing");
    }
    browser.script("document.querySelector('#pins button').click()");
    settled();
    assertEquals("?untreated=shown", browser.text("location.search"));
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void everyTargetIsLargeEnoughToTouch() {
    load("?pin-1=");
    assertEquals(
        "",
        browser.text(
            "[...document.querySelectorAll('button, a, input, select')]"
                + ".filter(c => c.offsetParent && c.getBoundingClientRect().height < 24).map(c => c.id)"));
  }

  @Test
  void theSavedScenarioRunFromTheCommandLineGivesTheSameNumbers() throws Exception {
    load("?stress=chronic&dose=7&days=3");
    drag(40);
    browser.script("document.getElementById('save-yaml').click()");
    browser.script("document.getElementById('save-csv').click()");
    Path yaml = folder.resolve("capgate-explored.yaml");
    Path csv = folder.resolve("capgate-explored.csv");
    browser.until("files are saved", 30, () -> holdsSomething(yaml) && holdsSomething(csv));
    Path out = folder.resolve("run");
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    int code =
        CapGate.run(
            new String[] {"run", yaml.toString(), "--out", out.toString()},
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8));
    assertEquals(0, code, errors.toString(StandardCharsets.UTF_8));
    Set<String> saved = new HashSet<>(Files.readAllLines(csv));
    List<String> ran =
        Files.readAllLines(out.resolve("trajectory.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    assertTrue(ran.size() > 1000, ran.size() + " rows");
    ran.forEach(line -> assertTrue(saved.contains(line), line));
  }

  private static boolean holdsSomething(Path file) {
    return Files.exists(file) && file.toFile().length() > 0;
  }
}
