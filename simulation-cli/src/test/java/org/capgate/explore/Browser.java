package org.capgate.explore;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A headless Chromium, driven through the W3C WebDriver protocol. */
final class Browser implements AutoCloseable {
  private static final List<Path> DRIVERS =
      List.of(Path.of("/usr/bin/chromedriver"), Path.of("/usr/lib/chromium/chromedriver"));
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final Process driver;
  private final String address;
  private String session = "";

  private Browser(Process driver, int port) {
    this.driver = driver;
    address = "http://127.0.0.1:" + port;
  }

  /** Starts a browser with a profile in a folder, or skips the test where none is installed. */
  static Browser start(Path folder, int width, int height) throws Exception {
    Path program = DRIVERS.stream().filter(Files::isExecutable).findFirst().orElse(null);
    assumeTrue(
        program != null && Files.isExecutable(CHROMIUM),
        "no Chromium with chromedriver on this machine (Debian: chromium, chromium-driver)");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process driver =
        new ProcessBuilder(program.toString(), "--port=" + port)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromedriver.log").toFile())
            .start();
    Browser browser = new Browser(driver, port);
    try {
      browser.until("chromedriver is ready", 30, browser::isReady);
      browser.open(folder, width, height);
    } catch (Exception | Error e) {
      browser.close();
      throw e;
    }
    return browser;
  }

  private boolean isReady() {
    try {
      return call("GET", "/status", "").toString().contains("ready=true");
    } catch (IllegalStateException notYet) {
      return false;
    }
  }

  private void open(Path folder, int width, int height) {
    String arguments =
        List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--touch-events=enabled",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=" + width + "," + height,
                "--user-data-dir=" + folder.resolve("profile"))
            .stream()
            .map(Browser::quoted)
            .collect(java.util.stream.Collectors.joining(","));
    Object opened =
        call(
            "POST",
            "/session",
            "{\"capabilities\":{\"alwaysMatch\":{\"browserName\":\"chrome\","
                + "\"goog:loggingPrefs\":{\"browser\":\"ALL\"},"
                + "\"goog:chromeOptions\":{\"binary\":"
                + quoted(CHROMIUM.toString())
                + ",\"prefs\":{\"download.prompt_for_download\":false,"
                + "\"profile.default_content_setting_values.automatic_downloads\":1,"
                + "\"download.default_directory\":"
                + quoted(folder.toString())
                + "},\"args\":["
                + arguments
                + "]}}}}");
    session = "/session/" + ((Map<?, ?>) opened).get("sessionId");
    // Where the network is slow to refuse, Chromium's own services must not hold a page up.
    call("POST", session + "/timeouts", "{\"script\":30000,\"pageLoad\":60000}");
  }

  void go(String url) {
    call("POST", session + "/url", "{\"url\":" + quoted(url) + "}");
  }

  /** What the body of a function returns in the page. */
  Object script(String body) {
    return call("POST", session + "/execute/sync", "{\"script\":" + quoted(body) + ",\"args\":[]}");
  }

  String text(String expression) {
    return String.valueOf(script("return String(" + expression + ")"));
  }

  /** Presses the mouse at a point of the window, moves it along in small steps, and lets go. */
  void drag(double fromX, double fromY, double toX) {
    movePressed("mouse", fromX, fromY, toX);
  }

  /** Touches a point of the window with a finger, moves it along in small steps, and lifts it. */
  void swipe(double fromX, double fromY, double toX) {
    movePressed("touch", fromX, fromY, toX);
  }

  private void movePressed(String kind, double fromX, double fromY, double toX) {
    StringBuilder actions = new StringBuilder();
    actions.append(move(fromX, fromY)).append(",{\"type\":\"pointerDown\",\"button\":0}");
    int steps = 12;
    for (int i = 1; i <= steps; i++) {
      actions.append(',').append(move(fromX + (toX - fromX) * i / steps, fromY));
    }
    actions.append(",{\"type\":\"pointerUp\",\"button\":0}");
    perform(kind, actions.toString());
  }

  /** Touches a point with a finger and lifts it. */
  void tap(double x, double y) {
    perform(
        "touch",
        move(x, y)
            + ",{\"type\":\"pointerDown\",\"button\":0},{\"type\":\"pause\",\"duration\":60},"
            + "{\"type\":\"pointerUp\",\"button\":0}");
  }

  void hover(double x, double y) {
    perform("mouse", move(x, y));
  }

  private void perform(String kind, String actions) {
    call(
        "POST",
        session + "/actions",
        "{\"actions\":[{\"type\":\"pointer\",\"id\":\""
            + kind
            + "\","
            + "\"parameters\":{\"pointerType\":\""
            + kind
            + "\"},\"actions\":["
            + actions
            + "]}]}");
  }

  private static String move(double x, double y) {
    return "{\"type\":\"pointerMove\",\"duration\":20,\"origin\":\"viewport\",\"x\":"
        + Math.round(x)
        + ",\"y\":"
        + Math.round(y)
        + "}";
  }

  /** Presses a key in the focused element; the character is that of the protocol. */
  void press(char key) {
    String value = "\"" + "\\u" + Integer.toHexString(0x10000 | key).substring(1) + "\"";
    call(
        "POST",
        session + "/actions",
        "{\"actions\":[{\"type\":\"key\",\"id\":\"keyboard\",\"actions\":["
            + "{\"type\":\"keyDown\",\"value\":"
            + value
            + "},"
            + "{\"type\":\"keyUp\",\"value\":"
            + value
            + "}]}]}");
  }

  void size(int width, int height) {
    call("POST", session + "/window/rect", "{\"width\":" + width + ",\"height\":" + height + "}");
  }

  byte[] screenshot() {
    return Base64.getDecoder().decode((String) call("GET", session + "/screenshot", ""));
  }

  /** Warnings and errors on the console since the last call. */
  List<?> complaints() {
    List<?> log = (List<?>) call("POST", session + "/se/log", "{\"type\":\"browser\"}");
    return log.stream()
        .filter(entry -> !String.valueOf(((Map<?, ?>) entry).get("level")).matches("INFO|DEBUG"))
        .toList();
  }

  void until(String what, int seconds, BooleanSupplier isTrue) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!isTrue.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("after " + seconds + " s still not: " + what);
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private Object call(String method, String path, String body) {
    HttpRequest.BodyPublisher sent =
        body.isEmpty()
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .method(method, sent)
            .timeout(Duration.ofSeconds(120))
            .build();
    HttpResponse<String> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Map<?, ?> answer =
        (Map<?, ?>)
            new Load(LoadSettings.builder().setCodePointLimit(50_000_000).build())
                .loadFromString(response.body());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(method + " " + path + ": " + response.body());
    }
    return answer.get("value") == null ? "" : answer.get("value");
  }

  private static String quoted(String text) {
    return new JsonText().string(text).toString();
  }

  @Override
  public void close() {
    try {
      if (!session.isEmpty()) {
        call("DELETE", session, "");
      }
    } catch (IllegalStateException gone) {
      // the driver is ended below
    } finally {
      driver.descendants().forEach(ProcessHandle::destroy);
      driver.destroy();
    }
  }
}
