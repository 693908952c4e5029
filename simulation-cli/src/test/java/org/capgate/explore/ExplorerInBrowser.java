package org.capgate.explore;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The explorer in a real browser; pictures of it are written to target/explorer. */
abstract class ExplorerInBrowser {
  static final String SLIDER = "document.getElementById('inhibitory-4ebp2')";
  static final String CHOSEN = path("chosen");
  static final String WILD_TYPE = path("wild type");
  static final char ARROW_LEFT = '\uE012';
  static final char ARROW_RIGHT = '\uE014';
  static final char SPACE = ' ';

  @TempDir Path folder;
  ExplorerServer server;
  Browser browser;

  @BeforeEach
  void open() throws Exception {
    server = ExplorerServer.start(ExplorerServer.Program.standard("1"), 0);
    browser = Browser.start(folder, 1280, 1000);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
    server.close();
  }

  static String path(String line) {
    return "document.querySelector('.chart path[data-line=\"" + line + "\"]').getAttribute('d')";
  }

  void load(String query) {
    browser.go(server.address() + query);
    browser.until(
        "curves are drawn",
        60,
        () ->
            browser
                .text("document.querySelectorAll('.chart path[data-line]').length > 8")
                .equals("true"));
  }

  void drag(double toPercent) {
    double left = number(SLIDER + ".getBoundingClientRect().left");
    double width = number(SLIDER + ".getBoundingClientRect().width");
    double y = number(SLIDER + ".getBoundingClientRect().top + 8");
    double from = number(SLIDER + ".value") / 200;
    browser.drag(at(left, width, from), y, at(left, width, toPercent / 200));
    settled();
  }

  /** Where the thumb, 16 pixels wide, has its middle. */
  static double at(double left, double width, double part) {
    return left + 8 + part * (width - 16);
  }

  void settled() {
    browser.until(
        "curves of the address are drawn",
        60,
        () ->
            browser
                .text(
                    "!document.getElementById('charts').classList.contains('stale') && document.getElementById('charts').dataset.query === location.search.slice(1)")
                .equals("true"));
  }

  double number(String expression) {
    return Double.parseDouble(browser.text(expression));
  }

  void picture(String name) throws Exception {
    Path pictures = Files.createDirectories(Path.of("target", "explorer"));
    Files.write(pictures.resolve(name + ".png"), browser.screenshot());
  }

  void untilBands(int sets) {
    browser.until(
        "bands are drawn",
        60,
        () ->
            browser
                .text("document.getElementById('bands').textContent")
                .contains("90 % of " + sets + " sets;"));
  }
}
