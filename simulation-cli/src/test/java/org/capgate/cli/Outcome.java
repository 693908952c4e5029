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
record Outcome(int code, String out, String err) {

  static Outcome of(String... arguments) {
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

  List<String> lines() {
    return out.lines().toList();
  }

  List<String> errors() {
    return err.lines().toList();
  }

  String lastLine() {
    return lines().get(lines().size() - 1);
  }
}
