package org.capgate.explore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorerServerTest {
  private static final int PATIENCE_MILLISECONDS = 20_000;
  private static ExplorerServer server;

  @BeforeAll
  static void start() throws IOException {
    server = ExplorerServer.start(ExplorerServer.Program.standard("1.2.3"), 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String send(String request) {
    return RawRequest.send(server.port(), request, PATIENCE_MILLISECONDS);
  }

  private static String get(String path) {
    return send(RawRequest.get(server.port(), path));
  }

  private static String withHost(String first, String... headers) {
    return send(first + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n");
  }

  private static String host() {
    return "Host: 127.0.0.1:" + server.port();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/explorer.css", "/explorer.js", "/choices", "/curves?days=1", "/nowhere"})
  void everyAnswerForbidsWhatThePageDoesNotNeed(String path) {
    String answer = get(path).toLowerCase(Locale.ROOT);
    assertTrue(
        answer.contains(
            "content-security-policy: default-src 'none'; script-src 'self'; style-src 'self';"
                + " img-src 'self' data: blob:; connect-src 'self';"),
        answer);
    assertTrue(answer.contains("x-content-type-options: nosniff"));
    assertTrue(answer.contains("cache-control: no-"));
    assertFalse(answer.contains("unsafe-"));
  }

  @Test
  void thePageHoldsNoScriptOrStyleOfItsOwnAndNothingFromElsewhere() {
    for (String path : List.of("/", "/explorer.css", "/explorer.js", "/chart.js", "/feed.js")) {
      String body = get(path).split("\r\n\r\n", 2)[1];
      assertFalse(body.contains("style=\""), path);
      assertFalse(body.matches("(?s).*<script(?![^>]*src=).*"), path);
      assertFalse(body.matches("(?s).*\\son[a-z]+=\".*"), path);
      assertFalse(
          body.replace("http://www.w3.org/2000/svg", "").matches("(?s).*https?://.*"), path);
    }
  }

  @Test
  void curvesSayHowLongTheyTook() {
    String answer = get("/curves?days=1&excitatory-4ebp1=90");
    assertEquals(200, RawRequest.status(answer));
    assertTrue(
        answer.matches("(?si).*server-timing: solve;dur=[0-9.]+, write;dur=[0-9.]+, cpu.*"),
        answer);
  }

  @Test
  void theReasonOfAChangeNamesWhatTheEquationsShow() {
    String ketamine = get("/why");
    assertEquals(200, RawRequest.status(ketamine));
    assertTrue(ketamine.contains("mood is higher by 0.2"), ketamine);
    assertTrue(ketamine.contains("net drug effect on nmda inhibitory"), ketamine);
    assertTrue(ketamine.contains("synaptic proteins of excitatory neurons"), ketamine);
    assertTrue(get("/why?dose=0").contains("mood is as before"));
  }

  @Test
  void aNetworkWithoutAnyLossIsTheIntactOne() {
    String none = get("/network?days=1&lost=0");
    assertEquals(200, RawRequest.status(none));
    String values = none.replaceFirst("(?s).*?\"values\":\\[", "");
    String first = values.substring(0, values.indexOf(']'));
    assertTrue(values.indexOf(first, first.length()) > 0, none);
    String half = get("/network?days=1&lost=50&lost-in=inhibitory");
    assertTrue(half.contains("4E-BP2 lost in 50 % of inhibitory neurons"), half);
    String rest = half.replaceFirst("(?s).*?\"values\":\\[", "");
    String intact = rest.substring(0, rest.indexOf(']'));
    assertTrue(rest.indexOf(intact, intact.length()) < 0, half);
    String wrong = get("/network?lost=150");
    assertTrue(wrong.endsWith("lost: must be between 0 and 100 %, but was '150'\n"), wrong);
    assertEquals(400, RawRequest.status(get("/network?lost-in=glia")));
  }

  @Test
  void headGivesTheHeadersOfGetAndNoBody() {
    String whole = get("/choices");
    String head = withHost("HEAD /choices", host(), "Connection: close");
    assertEquals(200, RawRequest.status(head));
    assertEquals("", head.split("\r\n\r\n", 2)[1]);
    String length = "Content-length: " + whole.split("\r\n\r\n", 2)[1].length();
    assertTrue(head.contains(length), head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"})
  void onlyGetAndHeadAreAnswered(String method) {
    assertEquals(405, RawRequest.status(withHost(method + " /", host(), "Connection: close")));
  }

  /** A page elsewhere may make its own name lead to this machine: DNS rebinding. */
  @Test
  void onlyTheOwnHostIsAnswered() {
    String[] others = {
      "Host: example.org",
      "Host: 127.0.0.1",
      "Host: 127.0.0.1:1",
      "Host: 127.0.0.1:" + server.port() + ".example.org",
    };
    for (String other : others) {
      assertRefused(421, other);
    }
    assertRefused(400, host() + "\r\nHost: example.org");
    assertRefused(400, "X: y");
    assertEquals(
        200,
        RawRequest.status(
            withHost("GET /", "Host: localhost:" + server.port(), "Connection: close")));
  }

  private void assertRefused(int status, String host) {
    String answer = withHost("GET /curves", host, "Connection: close");
    assertEquals(status, RawRequest.status(answer), host);
    assertFalse(answer.contains("panels"));
  }

  @Test
  void pagesOfOthersAreNotAnswered() {
    assertEquals(403, RawRequest.status(withHost("GET /", host(), "Origin: http://example.org")));
    assertEquals(403, RawRequest.status(withHost("GET /", host(), "Origin: null")));
    assertEquals(
        200,
        RawRequest.status(withHost("GET /", host(), "Origin: http://127.0.0.1:" + server.port())));
  }

  @Test
  void aBadValueIsAPlain400OnEveryPathThatTakesAView() {
    for (String path :
        List.of(
            "/curves", "/why", "/network", "/save.csv", "/save.yaml", "/save.png", "/save.svg")) {
      String answer = get(path + "?dose=ten");
      assertEquals(400, RawRequest.status(answer), path);
      assertTrue(answer.endsWith("\r\n\r\ndose: must be a number, but was 'ten'\n"), answer);
      assertTrue(answer.contains("text/plain"), answer);
    }
    assertEquals(400, RawRequest.status(get("/choices?dose=1")));
    String pinned = get("/curves?pin-1=doze%3D1");
    assertTrue(pinned.endsWith("pin-1: query: unknown parameter 'doze', did you mean 'dose'?\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../pom.xml",
        "/..%2f..%2fpom.xml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/page/explorer.js",
        "//explorer.js",
        "/explorer.js/",
        "/explorer.js%00.html",
        "/./explorer.js",
        "/..\\explorer.js",
      })
  void nothingBesideThePageCanBeReached(String path) {
    int status = RawRequest.status(get(path));
    assertTrue(status == 404 || status == 400, path + " " + status);
  }

  @Test
  void bodiesAndLongAddressesAreRefused() {
    assertEquals(
        413, RawRequest.status(withHost("GET /", host(), "Content-Length: 4", "", "body")));
    assertEquals(
        413, RawRequest.status(withHost("GET /", host(), "Transfer-Encoding: chunked", "", "0")));
    assertEquals(400, RawRequest.status(get("/curves?dose=" + "1".repeat(2500))));
    assertEquals(414, RawRequest.status(get("/?dose=" + "1".repeat(5000))));
    assertEquals(0, RawRequest.status(get("/?dose=" + "1".repeat(50_000))));
  }

  @Test
  void nothingListensOnOtherAddressesOfTheMachine() throws IOException {
    for (NetworkInterface face : Collections.list(NetworkInterface.getNetworkInterfaces())) {
      for (InetAddress address : Collections.list(face.getInetAddresses())) {
        if (!address.isLoopbackAddress()) {
          assertThrows(
              IOException.class,
              () -> {
                try (Socket socket = new Socket()) {
                  socket.connect(new InetSocketAddress(address, server.port()), 2_000);
                }
              },
              address.toString());
        }
      }
    }
  }

  /** Half a request holds a connection for {@link Limits#SECONDS} and a tick of the server. */
  @Test
  void halfARequestIsCutOffAndDoesNotHoldUpOthers() throws Exception {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      slow.getOutputStream().write("GET / HTTP/1.1\r\nHo".getBytes("US-ASCII"));
      assertEquals(200, RawRequest.status(get("/choices")));
      slow.setSoTimeout(PATIENCE_MILLISECONDS);
      long began = System.nanoTime();
      int end;
      try {
        end = slow.getInputStream().read();
      } catch (java.net.SocketException reset) {
        end = -1;
      }
      assertEquals(-1, end);
      double seconds = (System.nanoTime() - began) * 1e-9;
      assertTrue(seconds < 3 * Limits.REQUEST_SECONDS, "cut off after " + seconds + " s");
    }
  }

  @Test
  void aPortThatIsTakenIsRefusedAndAClosedServerFreesItsOwn() throws IOException {
    int port;
    try (ExplorerServer first = ExplorerServer.start(ExplorerServer.Program.standard("1"), 0)) {
      port = first.port();
      assertThrows(
          IOException.class,
          () -> ExplorerServer.start(ExplorerServer.Program.standard("1"), port).close());
    }
    ExplorerServer.start(ExplorerServer.Program.standard("1"), port).close();
  }
}
