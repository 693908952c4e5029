package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands beside the curves: bands, networks and cohorts, by keyboard and by finger. */
class ExplorerTabsTest extends ExplorerInBrowser {
  @Test
  void theNetworkTabIsReachedByKeyboardAndFollowsItsSlider() throws Exception {
    load("?days=2");
    browser.script("document.getElementById('tab-field').focus()");
    browser.press(ARROW_RIGHT);
    networkSays("Mood rises by");
    String half = browser.text("document.getElementById('network-state').textContent");
    browser.script("document.getElementById('lost').focus()");
    for (int step = 0; step < 5; step++) {
      browser.press(ARROW_RIGHT);
    }
    browser.until(
        "another network is drawn",
        60,
        () ->
            browser
                .text("document.getElementById('network-chart').textContent")
                .contains("4E-BP2 lost in 75 %"));
    networkSays("Mood rises by");
    assertNotEquals(half, browser.text("document.getElementById('network-state').textContent"));
    picture("network");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void bandsFollowTheCurvesAndAreDroppedWhenTheChoiceChanges() throws Exception {
    load("?days=2");
    untilBands(100);
    picture("bands");
    String verdict = browser.text("document.getElementById('bands').textContent");
    assertTrue(verdict.contains("responds in"), verdict);
    assertEquals(
        "6",
        browser.text(
            "new Set([...document.querySelectorAll('.band')].map(b => b.dataset.band + b.closest('.panel').textContent)).size"));
    String band = browser.text("document.querySelector('.band').getAttribute('d')");
    browser.script(
        "window.bandsAtChange = null; new MutationObserver(() => { if (window.bandsAtChange === null)"
            + " window.bandsAtChange = document.querySelectorAll('.band').length; })"
            + ".observe(document.getElementById('summary'), {childList: true, characterData: true, subtree: true})");
    drag(0);
    assertEquals(0, number("window.bandsAtChange"), "the bands of another choice are shown");
    untilBands(100);
    assertNotEquals(band, browser.text("document.querySelector('.band').getAttribute('d')"));
    picture("bands-knockout");
    assertEquals(List.of(), browser.complaints());
  }

  private void tap(String id) {
    String box = "document.getElementById('" + id + "').getBoundingClientRect()";
    browser.script("document.getElementById('" + id + "').scrollIntoView({block: 'center'})");
    browser.tap(
        number(box + ".left") + number(box + ".width") / 2,
        number(box + ".top") + number(box + ".height") / 2);
  }

  @Test
  void aFingerMovesSlidersReadsCurvesAndOpensTabs() throws Exception {
    browser.size(430, 1000);
    load("?days=2");
    browser.script(
        "window.touches = 0; document.addEventListener('touchstart', () => window.touches++)");
    browser.script(SLIDER + ".scrollIntoView({block: 'end'})");
    double left = number(SLIDER + ".getBoundingClientRect().left");
    double width = number(SLIDER + ".getBoundingClientRect().width");
    double y = number(SLIDER + ".getBoundingClientRect().top + 13");
    browser.swipe(at(left, width, 0.5), y, at(left, width, 0.1));
    settled();
    assertTrue(number(SLIDER + ".value") < 40, browser.text(SLIDER + ".value"));
    assertTrue(browser.text("location.search").contains("inhibitory-4ebp2="));
    untilBands(100); // their sentence moves what stands below it
    tap("untreated");
    browser.until(
        "the untreated line is asked for",
        10,
        () -> browser.text("document.getElementById('untreated').ariaPressed").equals("true"));
    String chart = "document.querySelector('.chart')";
    browser.script(chart + ".scrollIntoView({block: 'center'})");
    browser.tap(
        number(chart + ".getBoundingClientRect().left") + 150,
        number(chart + ".getBoundingClientRect().top") + 60);
    browser.until(
        "a value is read",
        10,
        () -> !browser.text("document.querySelector('.legend b').textContent").isEmpty());
    picture("touch");
    tap("tab-cohort");
    browser.until(
        "subjects are drawn",
        60,
        () -> browser.text("document.querySelectorAll('#cohort .band').length").equals("2"));
    picture("touch-cohort");
    assertTrue(number("window.touches") >= 4, "what was sent were no touches");
    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void theCohortTabShowsProgressAndNobodyDiffersWithoutSpread() throws Exception {
    load("?days=2");
    browser.script("document.getElementById('tab-field').focus()");
    browser.press(ARROW_LEFT); // round to the last tab
    browser.until(
        "all subjects are drawn",
        60,
        () -> number("document.getElementById('cohort-progress').value") == 64);
    String usual = browser.text("document.getElementById('cohort-state').textContent");
    assertTrue(usual.contains("of 64 subjects respond"), usual);
    picture("cohort");
    for (String slider : List.of("bodies", "brains")) {
      browser.script("document.getElementById('" + slider + "').focus()");
      for (int i = 0; i < 10; i++) {
        browser.press(ARROW_LEFT);
      }
    }
    browser.until(
        "they are all alike",
        60,
        () ->
            browser
                .text("document.getElementById('cohort-state').textContent")
                .startsWith("64 of 64 subjects respond"));
    browser.script(
        "const s = document.getElementById('stress'); s.value = 'chronic';"
            + " s.dispatchEvent(new Event('input', {bubbles: true}))");
    browser.until(
        "it says that there is no such population",
        60,
        () ->
            browser
                .text("document.getElementById('cohort-state').textContent")
                .contains("no population of stressed animals ships"));
    assertEquals(1, browser.complaints().size()); // the refusal
  }

  private void networkSays(String words) {
    browser.until(
        "the network is drawn",
        60,
        () ->
            browser.text("document.getElementById('network-state').textContent").startsWith(words));
  }
}
