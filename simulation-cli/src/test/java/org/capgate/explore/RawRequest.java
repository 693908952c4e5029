package org.capgate.explore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Bytes sent as they are, and what comes back until the server closes or a time has passed. */
final class RawRequest {
  private RawRequest() {}

  /** The answer to a request in text; "" when the connection was closed without one. */
  static String send(int port, String request, int milliseconds) {
    return send(port, request.getBytes(StandardCharsets.ISO_8859_1), milliseconds);
  }

  static String send(int port, byte[] request, int milliseconds) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5_000);
      socket.setSoTimeout(milliseconds);
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      socket.shutdownOutput();
      return read(socket.getInputStream());
    } catch (IOException closed) {
      return ""; // the server may close while it is still being sent to
    }
  }

  private static String read(InputStream in) {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    byte[] some = new byte[8192];
    try {
      for (int n = in.read(some); n >= 0; n = in.read(some)) {
        answer.write(some, 0, n);
      }
    } catch (IOException ended) {
      // what has come until then is the answer
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  /** A well-formed request for a path. */
  static String get(int port, String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n";
  }

  static int status(String answer) {
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }
}
