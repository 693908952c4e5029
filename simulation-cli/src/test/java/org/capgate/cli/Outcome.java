package org.capgate.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What the command line did within this process.
 *
 * @param code exit code
 * @param out text on stdout
 * @param err text on stderr
 */
public record Outcome(int code, String out, String err) {

  public static Outcome of(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        CapGate.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public List<String> lines() {
    return out.lines().toList();
  }

  public List<String> errors() {
    return err.lines().toList();
  }

  public String lastLine() {
    return lines().get(lines().size() - 1);
  }
}
