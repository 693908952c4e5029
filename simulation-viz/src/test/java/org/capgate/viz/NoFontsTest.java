package org.capgate.viz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Starts Java on a machine that looks as if it had no fonts, or a screen that is not there. */
@EnabledOnOs(OS.LINUX)
class NoFontsTest {
  @TempDir Path folder;

  /** Tries to draw and prints what a caller would see. */
  static final class Attempt {
    public static void main(String[] arguments) {
      for (int attempt = 0; attempt < 2; attempt++) {
        try {
          DemoFigures.doseResponse().write(Path.of(arguments[0]), "dose");
          System.out.println("drawn");
        } catch (FigureException e) {
          System.out.println("FigureException: " + e.getMessage());
        }
      }
    }
  }

  @Test
  void machineWithoutFontsGetsOneClearLineEachTimeAndNoFiles() throws Exception {
    Path empty = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    List<String> lines =
        run(
            List.of("-Djava.awt.headless=true", "-Dsun.awt.fontconfig=" + folder.resolve("none")),
            "FONTCONFIG_FILE",
            empty.toString());
    assertEquals(2, lines.size(), lines.toString());
    for (String line : lines) {
      assertTrue(line.startsWith("FigureException: figures need a font"), line);
      assertTrue(line.contains("apt-get install fontconfig fonts-dejavu-core"), line);
    }
    assertTrue(Files.notExists(folder.resolve("out")));
  }

  @Test
  void screenThatIsNotThereIsNoMysteryEither() throws Exception {
    List<String> lines = run(List.of("-Djava.awt.headless=false"), "DISPLAY", ":4711");
    for (String line : lines) {
      assertTrue(
          line.equals("drawn") || line.contains("-Djava.awt.headless=true"), lines.toString());
    }
    assertEquals(2, lines.size(), lines.toString());
  }

  private List<String> run(List<String> options, String variable, String value)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Attempt.class.getName());
    command.add(folder.resolve("out").toString());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put(variable, value);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "still running");
    return output.lines().toList();
  }
}
