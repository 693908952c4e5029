package org.capgate.explore;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Requests nobody sends by accident, of many kinds; the n-th is always the same. */
final class HostileRequests {
  private static final String[] VALUES = {
    "NaN",
    "Infinity",
    "-Infinity",
    "1e308",
    "-1e308",
    "1e-320",
    "1e999999999",
    "0x10",
    "--1",
    "1..2",
    "%00",
    "%0d%0aSet-Cookie:x",
    "%ff%fe",
    "%",
    "%u0041",
    "..%2f..%2f",
    "<script>",
    "${7*7}",
    "1;2",
    "%C0%AE",
    "\u0660",
    "1_000",
    "null",
    "[]",
    "2147483648",
    "1e1e1"
  };
  private static final String[] PATHS = {
    "/../../etc/passwd",
    "/%2e%2e/%2e%2e/x",
    "//",
    "/%",
    "/%zz",
    "/\u0000",
    "/explorer.js/..",
    "/.git/config",
    "*",
    "http://example.org/",
    "/\\..\\",
    "/%c0%ae%c0%ae/",
    "/curves/../save.png"
  };

  private final int port;

  HostileRequests(int port) {
    this.port = port;
  }

  /** Sends the n-th; returns the status, or 0 when the connection was closed without one. */
  int send(int n) {
    SplittableRandom random = new SplittableRandom(n);
    switch (n % 16) {
      case 0:
        return raw(noise(random, 1 + random.nextInt(2000)));
      case 1:
        return raw("GET /" + "a".repeat(1 + random.nextInt(40_000)) + " HTTP/1.1\r\n\r\n");
      case 2:
        return raw(
            "GET / HTTP/1.1\r\n"
                + host()
                + "X: "
                + "b".repeat(random.nextInt(60_000))
                + "\r\n\r\n");
      case 3:
        return raw(
            "GET / HTTP/1.1\r\n" + host() + "A: b\r\n".repeat(random.nextInt(3000)) + "\r\n");
      case 4:
        return raw(RawRequest.get(port, PATHS[random.nextInt(PATHS.length)]));
      case 5:
        return raw("POST /curves HTTP/1.1\r\n" + host() + "Content-Length: 999999999\r\n\r\nabc");
      case 6:
        return raw(
            "GET /curves HTTP/1.1\r\n"
                + host()
                + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n");
      case 7:
        return raw("GET /curves HTTP/1.1\r\nHost: evil" + random.nextInt(99) + ".org\r\n\r\n");
      case 8:
        return raw("GET / HTTP/9.9\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\n\r\n");
      case 9:
        return raw("GET / HTTP/1.1\r\n" + host() + "Content-Length: -5\r\n\r\n");
      case 10:
        return raw(RawRequest.get(port, "/?" + "dose=1&".repeat(1 + random.nextInt(1500))));
      case 11:
        return halfOpen(random);
      case 12:
        return raw("\r\n".repeat(random.nextInt(500)) + "GET");
      default:
        return raw(RawRequest.get(port, path(random) + "?" + query(random)));
    }
  }

  private static String path(SplittableRandom random) {
    return List.of("/curves", "/save.csv", "/save.png", "/", "/choices").get(random.nextInt(5));
  }

  /** At least one parameter is wrong. */
  private static String query(SplittableRandom random) {
    List<String> names = new ArrayList<>(ViewReader.written(View.usual()).keySet());
    String bad = names.get(random.nextInt(names.size()));
    StringBuilder query = new StringBuilder(bad + "=" + VALUES[random.nextInt(VALUES.length)]);
    for (int i = random.nextInt(3); i > 0; i--) {
      query.append('&').append(names.get(random.nextInt(names.size()))).append("=1");
    }
    return query.toString().replace(' ', '+');
  }

  /** A request that is never finished; the connection is left to be closed after a moment. */
  private int halfOpen(SplittableRandom random) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request = RawRequest.get(port, "/curves");
      String part = request.substring(0, random.nextInt(request.length()));
      socket.getOutputStream().write(part.getBytes(StandardCharsets.US_ASCII));
      socket.setSoLinger(random.nextBoolean(), 0); // now and then a reset instead of an end
    } catch (IOException refused) {
      return 0;
    }
    return 0;
  }

  private static byte[] noise(SplittableRandom random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private String host() {
    return "Host: 127.0.0.1:" + port + "\r\n";
  }

  private int raw(String request) {
    return raw(request.getBytes(StandardCharsets.UTF_8));
  }

  private int raw(byte[] request) {
    return RawRequest.status(RawRequest.send(port, request, 15_000));
  }
}
