package org.capgate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** CapGate in a process of its own, to be killed. */
public final class Started {
  private Started() {}

  /**
   * Starts a command with what these tests are compiled against; it says nothing on the screen.
   *
   * @param folder it runs in; {@code said} there is what it writes to stderr
   */
  public static Process in(Path folder, List<String> command) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CapGate.class.getName()));
    words.addAll(command);
    return new ProcessBuilder(words)
        .directory(folder.toFile())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve("said").toFile())
        .start();
  }
}
