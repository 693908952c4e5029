package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged jar, started as the launcher starts it, in a folder whose name has a space. */
class CapGateIT {
  private static final int LONGEST_SECONDS = 120;

  @TempDir Path top;
  private Path folder;

  @BeforeEach
  void makesAFolderWithASpace() throws IOException {
    folder = Files.createDirectories(top.resolve("a new comer"));
  }

  @Test
  void withoutACommandItComparesAndSaysWhereTheFilesAre() throws Exception {
    Outcome outcome = run(List.of(), Map.of("LC_ALL", "C"));
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals("", outcome.err());
    Path out = Path.of("capgate-output", "compare");
    assertEquals("Tables and figures are in " + out + ".", outcome.lastLine());
    for (String name : List.of("mood", "switch", "immobility", "dose-response")) {
      assertTrue(Files.size(folder.resolve(out).resolve(name + ".png")) > 10_000, name);
      assertTrue(Files.readString(folder.resolve(out).resolve(name + ".svg")).contains("<svg"));
    }
    assertTrue(Files.exists(folder.resolve(out).resolve("trajectories.csv")));
  }

  @Test
  void unitsAreUtf8WhateverTheLocale() throws Exception {
    Outcome outcome = run(List.of(), Map.of("LC_ALL", "C"), "parameters", "eif4eTotalMicromolar");
    assertTrue(outcome.out().contains(" µM "), outcome.out());
  }

  @Test
  void badInputIsOneLineAndCodeTwo() throws Exception {
    Outcome outcome = run(List.of(), Map.of(), "run", "no such file.yaml");
    assertEquals(2, outcome.code());
    assertEquals(List.of("capgate: no such file.yaml: no such file"), outcome.errors());
    assertEquals("", outcome.out());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX) // where fontconfig can be told that there are none
  void machineWithoutFontsStillGetsTheTables() throws Exception {
    Path none = Files.writeString(folder.resolve("fonts.conf"), "<fontconfig></fontconfig>");
    Outcome outcome =
        run(
            List.of("-Dsun.awt.fontconfig=" + folder.resolve("nowhere")),
            Map.of("FONTCONFIG_FILE", none.toString()),
            "compare",
            "--genotypes",
            "wild-type",
            "--out",
            "out");
    assertEquals(0, outcome.code(), outcome.err());
    assertEquals(1, outcome.errors().size(), outcome.err());
    assertTrue(outcome.err().startsWith("capgate: no figures, only tables: "), outcome.err());
    assertTrue(Files.exists(folder.resolve("out/trajectories.csv")));
    assertFalse(Files.exists(folder.resolve("out/mood.png")));
  }

  private Outcome run(List<String> options, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.awt.headless=true");
    command.addAll(options);
    command.addAll(List.of("-jar", System.getProperty("capgate.jar")));
    command.addAll(List.of(arguments));
    Path out = top.resolve("stdout");
    Path err = top.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "still running");
    return new Outcome(
        process.exitValue(),
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
