package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code explore} of the packaged jar, until it is told to end, as by Ctrl-C. */
@EnabledOnOs({OS.LINUX, OS.MAC}) // where a process can be sent that signal
class ExploreIT {
  @TempDir Path folder;

  @Test
  void printsItsAddressServesThePageAndStopsCleanly() throws Exception {
    Path errors = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.awt.headless=true",
                "-jar",
                System.getProperty("capgate.jar"),
                "explore")
            .directory(folder.toFile())
            .redirectError(errors.toFile())
            .start();
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      assertTrue(
          line.matches("The explorer is at http://127\\.0\\.0\\.1:\\d+/ until you press Ctrl-C\\."),
          line);
      URI address = URI.create(line.replaceAll(".*(http://\\S+/).*", "$1"));
      HttpClient client = HttpClient.newHttpClient();
      HttpRequest page = HttpRequest.newBuilder(address).build();
      HttpResponse<String> answer = client.send(page, HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode());
      assertTrue(answer.body().contains("CapGate explorer"));
      process
          .destroy(); // SIGTERM, which ends it as Ctrl-C does; SIGINT is ignored in background jobs
      assertTrue(process.waitFor(20, TimeUnit.SECONDS), "still running");
      assertEquals(143, process.exitValue()); // 128 + SIGTERM, as shells expect
      assertThrows(
          ConnectException.class, () -> client.send(page, HttpResponse.BodyHandlers.ofString()));
      assertEquals("", Files.readString(errors));
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void aPortThatIsTakenIsOneLineAndCodeTwo() throws IOException {
    try (var taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
      Outcome outcome = Outcome.of("explore", "--port", Integer.toString(taken.getLocalPort()));
      assertEquals(2, outcome.code());
      assertEquals(1, outcome.errors().size(), outcome.err());
      assertTrue(
          outcome.err().startsWith("capgate: --port: port " + taken.getLocalPort()), outcome.err());
    }
  }
}
