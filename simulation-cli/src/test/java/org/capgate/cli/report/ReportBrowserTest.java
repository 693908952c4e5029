package org.capgate.cli.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report in headless Chromium: on the screen, at 200 % zoom and in print. */
class ReportBrowserTest {
  @TempDir static Path folder;

  private static Path browser = Path.of("none");

  @BeforeAll
  static void makeTheReport() {
    Optional<Path> found = browserOnThePath();
    assumeTrue(found.isPresent(), "no Chromium on the PATH; Debian: apt-get install chromium");
    browser = found.orElseThrow();
    assertEquals(0, MadeReport.outcome().code(), MadeReport.outcome().err());
    try {
      Files.copy(MadeReport.folder().resolve("report.html"), folder.resolve("report.html"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void showsItsTextWithoutAnyMessageOnTheConsole() throws Exception {
    Run run = run("--dump-dom", "--enable-logging=stderr", "--log-level=0");
    assertTrue(run.out().contains("CapGate qualification report"), run.err());
    assertTrue(run.out().contains("id=\"finding-B01\""), "findings");
    assertTrue(run.out().contains("ASSUMED"), "ledger");
    assertFalse(run.err().contains("CONSOLE"), run.err());
  }

  @Test
  void aMessageOnTheConsoleWouldBeSeen() throws Exception {
    Files.writeString(folder.resolve("noisy.html"), "<script>console.error('noise')</script>");
    Run run = run("noisy.html", "--dump-dom", "--enable-logging=stderr", "--log-level=0");
    assertTrue(run.err().contains("CONSOLE"), run.err());
  }

  @Test
  void fillsAScreenAndAlsoOneAtTwiceTheZoom() throws Exception {
    for (int zoom = 1; zoom <= 2; zoom++) {
      Path picture = folder.resolve("zoom-" + zoom + ".png");
      run(
          "--screenshot=" + picture,
          "--window-size=" + 1280 / zoom + "," + 1600 / zoom,
          "--force-device-scale-factor=" + zoom,
          "--hide-scrollbars");
      BufferedImage image = ImageIO.read(picture.toFile());
      assertEquals(1280, image.getWidth());
      int dark = 0;
      for (int y = 0; y < image.getHeight(); y += 2) {
        for (int x = 0; x < image.getWidth(); x += 2) {
          dark += (image.getRGB(x, y) & 0xFF) < 128 ? 1 : 0;
        }
        // Nothing but wide tables, in their own boxes, may reach the right edge.
        assertEquals(0xFFFFFF, image.getRGB(image.getWidth() - 1, y) & 0xFFFFFF);
      }
      double share = 4.0 * dark / (image.getWidth() * image.getHeight());
      // Text covers some per cent of a page; nothing or a broken page would be far from it.
      assertTrue(share > 0.01 && share < 0.3, () -> "share of dark pixels " + share);
    }
  }

  @Test
  void printsAllFindingsAndParameters() throws Exception {
    Path print = folder.resolve("print.pdf");
    run("--print-to-pdf=" + print, "--no-pdf-header-footer");
    try (PDDocument document = Loader.loadPDF(print.toFile())) {
      String text = new PDFTextStripper().getText(document);
      for (String word :
          List.of(
              "B01", "B19", "X37", "ASSUMED", "Goes with (correlation)", "How to repeat this")) {
        assertTrue(text.contains(word), word);
      }
      assertTrue(document.getNumberOfPages() > 10);
    }
  }

  @Test
  void isShortUntilItsTablesAreOpened() throws Exception {
    Path measure = folder.resolve("measured.html");
    Files.writeString(
        measure,
        Files.readString(folder.resolve("report.html"))
            .replaceFirst("<meta http-equiv[^>]*>", "")
            .replace(
                "</body>",
                "<script>document.title = 'height ' + document.documentElement.scrollHeight</script>"
                    + "</body>"));
    Run run = run("measured.html", "--dump-dom", "--window-size=1280,900");
    Matcher height = Pattern.compile("<title>height (\\d+)</title>").matcher(run.out());
    assertTrue(height.find(), run.err());
    int pixels = Integer.parseInt(height.group(1));
    assertTrue(pixels > 2000 && pixels < 15_000, pixels + " pixels");
  }

  private record Run(String out, String err) {}

  private static Run run(String... options) throws IOException, InterruptedException {
    boolean named = !options[0].startsWith("-");
    Path page = folder.resolve(named ? options[0] : "report.html");
    Path profile = Files.createTempDirectory(folder, "profile");
    List<String> command =
        new ArrayList<>(
            List.of(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile));
    Stream.of(options).filter(option -> option.startsWith("-")).forEach(command::add);
    command.add(page.toUri().toString());
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    try {
      assertTrue(process.waitFor(180, TimeUnit.SECONDS), "the browser is still running");
    } finally {
      process.destroyForcibly();
    }
    return new Run(Files.readString(out), Files.readString(err));
  }

  private static Optional<Path> browserOnThePath() {
    return Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator, -1))
        .flatMap(
            place ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
