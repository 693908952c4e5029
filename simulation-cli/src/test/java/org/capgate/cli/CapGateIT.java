package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged jar, started as the launcher starts it, in a folder whose name has a space. */
class CapGateIT {
  private static final int LONGEST_SECONDS = 120;

  /** As the launcher starts commands that are done within seconds. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1";

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

  @ParameterizedTest(name = "{0}")
  @EnabledOnOs(OS.LINUX) // where there is a device that is always full
  @ValueSource(
      strings = {
        "--help",
        "--version",
        "run --help",
        "presets",
        "parameters",
        "parameters --format csv",
        "model",
        "export --format c",
        "steady-states --genotypes wild-type",
        "findings",
        "run hnk --out out",
        "compare --genotypes wild-type --days 1 --out out",
        "network --neurons 50 --synapses 16 --days 0.02 --out out",
        "explore",
        "explore --measure 1",
        "plausibility --samples 1",
        "calibrate --evaluations 1 --out out",
        "report --samples 0 --out out"
      })
  void resultsThatCannotBeWrittenAreNoticed(String words) throws Exception {
    Outcome outcome = run(new File("/dev/full"), List.of(QUICK), Map.of(), words.split(" ", -1));
    assertEquals(2, outcome.code(), outcome.err());
    assertTrue(
        outcome
            .err()
            .contains("capgate: the results could not be written to the standard output: "),
        outcome.err());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aReaderThatHasSeenEnoughIsNoReasonForWords() throws Exception {
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "\"$0\" -jar \"$1\" parameters --format csv | head -n 1",
                java(),
                System.getProperty("capgate.jar"))
            .redirectError(top.resolve("stderr").toFile())
            .start();
    process.getInputStream().readAllBytes();
    assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "still running");
    assertEquals("", Files.readString(top.resolve("stderr")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "compare --out out",
        "run dose-ladder --out out",
        "network --neurons 200000 --synapses 200 --days 0.02 --out out",
        "report --samples 0 --out out"
      })
  void aLackOfMemoryIsOneSentenceAndCodeTwo(String words) throws Exception {
    Outcome outcome = run(List.of(QUICK, "-Xmx10m"), Map.of(), words.split(" ", -1));
    assertEquals(2, outcome.code(), outcome.err());
    assertTrue(outcome.err().contains("memory"), outcome.err());
    assertTrue(outcome.err().contains("-Xmx"), outcome.err());
    assertFalse(outcome.err().contains("\tat "), outcome.err());
    assertFalse(outcome.err().contains("OutOfMemoryError"), outcome.err());
  }

  private Outcome run(List<String> options, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    return run(top.resolve("stdout").toFile(), options, environment, arguments);
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private Outcome run(
      File out, List<String> options, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.add("-Djava.awt.headless=true");
    command.addAll(options);
    command.addAll(List.of("-jar", System.getProperty("capgate.jar")));
    command.addAll(List.of(arguments));
    Path err = top.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out)
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), "still running");
    return new Outcome(
        process.exitValue(),
        out.isFile() ? Files.readString(out.toPath(), StandardCharsets.UTF_8) : "",
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
