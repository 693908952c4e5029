package org.capgate.explore;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.capgate.input.Names;
import org.jspecify.annotations.Nullable;

/** Checks who asks and how, has the request answered, and sends the answer. */
final class ExplorerHandler implements HttpHandler {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  private final Requests requests;
  private final Set<String> hosts;

  /**
   * @param port the server listens at, part of the only hosts that are answered
   */
  ExplorerHandler(Requests requests, int port) {
    this.requests = requests;
    hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      send(exchange, answer(exchange));
    }
  }

  private Answer answer(HttpExchange exchange) {
    Optional<Answer> refusal = refusal(exchange);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    try {
      return requests.answer(
          exchange.getRequestURI().getRawPath(), exchange.getRequestURI().getRawQuery());
    } catch (RuntimeException e) {
      return Answer.refusal(
          500, "this is a defect of CapGate, please report it: " + e.getClass().getSimpleName());
    }
  }

  private Optional<Answer> refusal(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    List<String> host = headers.getOrDefault("Host", List.of());
    if (host.size() != 1) { // RFC 9112, section 3.2; newer JDKs answer so before this is asked
      return refuse(400, "a request must name one host");
    }
    if (!hosts.contains(host.get(0))) {
      // Another name that leads here belongs to a page of someone else (DNS rebinding).
      return refuse(421, "only " + hosts.stream().sorted().toList() + " are answered");
    }
    String origin = headers.getFirst("Origin");
    if (origin != null && !hosts.contains(origin.replaceFirst("^http://", ""))) {
      return refuse(403, "pages of others are not answered");
    }
    String method = exchange.getRequestMethod();
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Optional.of(
          Answer.refusal(405, "only GET and HEAD are answered, but was " + Names.quoted(method))
              .with("Allow", "GET, HEAD"));
    }
    if (headers.containsKey("Transfer-Encoding")
        || !isNothing(headers.getFirst("Content-Length"))) {
      return refuse(413, "a request must have no body");
    }
    String path = exchange.getRequestURI().getRawPath();
    String query = exchange.getRequestURI().getRawQuery();
    if (exchange.getRequestURI().getRawAuthority() != null || path == null) {
      return refuse(400, "the address must be a path");
    }
    if (path.length() + (query == null ? 0 : query.length()) > 2 * Limits.QUERY_CHARACTERS) {
      return refuse(
          414, "the address must have at most " + 2 * Limits.QUERY_CHARACTERS + " characters");
    }
    return Optional.empty();
  }

  private static boolean isNothing(@Nullable String length) {
    return length == null || length.equals("0");
  }

  private static Optional<Answer> refuse(int status, String message) {
    return Optional.of(Answer.refusal(status, message));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    HEADERS.forEach(headers::set);
    headers.set("Cache-Control", "no-store");
    headers.set("Content-Type", answer.type());
    answer.headers().forEach(headers::set);
    if (answer.status() == 413 || answer.status() == 421) {
      headers.set("Connection", "close");
    }
    if (exchange.getRequestMethod().equals("HEAD")) {
      headers.set("Content-Length", Integer.toString(answer.body().length));
      exchange.sendResponseHeaders(answer.status(), -1);
      return;
    }
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }
}
