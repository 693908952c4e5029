package org.capgate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code capgate}, in a small copy of the project whose path has spaces. Maven and
 * Java are stand-ins that note their calls, so that nothing is really built here.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherTest {
  @TempDir Path top;
  private Path project;
  private Path source;

  @BeforeEach
  void laysOutAProject() throws IOException {
    project = top.resolve("new comer/cap gate");
    source = project.resolve("simulation-core/src/main/java/Neuron.java");
    write(project.resolve("pom.xml"), "<project/>");
    write(project.resolve("seeds/parameters/circuit.csv"), "name");
    write(source, "class Neuron {}");
    Files.copy(Path.of("..", "capgate"), project.resolve("capgate"));
    standIn(
        "bin/mvn",
        """
        echo "$@" >>"$TOP/mvn.calls"
        sleep "${MVN_SECONDS:-0}"
        echo noise; echo noise >&2
        [ ! -e "$TOP/broken" ] || { echo "Neuron.java:1: broken"; exit 1; }
        : >simulation-cli/target/quick/capgate.jar
        """);
    standIn("jdk/bin/java", "for a in \"$@\"; do echo \"<$a>\"; done; exit 7\n");
  }

  @Test
  void buildsAtFirstSayingSoInOneLineAndThenRunsTheJar() throws Exception {
    Run first = run(project, "./capgate", "presets");
    assertEquals(1, first.errors.size(), first.errors.toString());
    assertTrue(first.errors.get(0).startsWith("capgate: building"), first.errors.toString());
    assertRunsTheJar(first);
    assertEquals("<presets>", fromEnd(first, 1));

    Run second = run(project, "./capgate", "presets");
    assertEquals(List.of(), second.errors);
    assertEquals(first.output, second.output);
    assertEquals(1, builds());
  }

  private void assertRunsTheJar(Run run) throws IOException {
    assertEquals("<org.capgate.cli.CapGate>", fromEnd(run, 2));
    Path jar = project.toRealPath().resolve("simulation-cli/target/quick/capgate.jar");
    assertTrue(fromEnd(run, 3).startsWith("<" + jar + ":"), run.output.toString());
  }

  @Test
  void passesArgumentsAndExitCodeOnUnchanged() throws Exception {
    Run run = run(project, "./capgate", "run", "my file.yaml", "", "*");
    assertEquals(
        List.of("<run>", "<my file.yaml>", "<>", "<*>"),
        run.output.subList(run.output.size() - 4, run.output.size()));
    assertEquals(7, run.exitCode);
  }

  @Test
  void runsFromAnotherFolderThroughALinkToALink() throws Exception {
    Path elsewhere = Files.createDirectories(top.resolve("some where/else"));
    Files.createSymbolicLink(top.resolve("some where/direct link"), project.resolve("capgate"));
    Files.createSymbolicLink(elsewhere.resolve("cg"), Path.of("../direct link"));
    Run run = run(elsewhere, "./cg", "presets");
    assertRunsTheJar(run);
  }

  @Test
  void buildsAgainWhenWhatTheJarIsMadeOfChanges() throws Exception {
    run(project, "./capgate");
    Path seed = project.resolve("seeds/parameters/circuit.csv");
    for (Path changed : List.of(source, seed, project.resolve("pom.xml"))) {
      int before = builds();
      FileTime later = FileTime.fromMillis(System.currentTimeMillis() + 60_000);
      Files.setLastModifiedTime(changed, later);
      run(project, "./capgate");
      assertEquals(before + 1, builds(), changed.toString());
      Files.setLastModifiedTime(changed, FileTime.fromMillis(0));
      run(project, "./capgate");
      assertEquals(before + 1, builds(), "nothing changed after " + changed);
    }
  }

  @Test
  void buildsAgainWhenASourceIsDeleted() throws Exception {
    run(project, "./capgate");
    Thread.sleep(50); // file systems tick every few milliseconds
    Files.delete(source);
    run(project, "./capgate");
    assertEquals(2, builds());
  }

  @Test
  void failedBuildShowsItsLogExitsTwoAndNeverRunsAJar() throws Exception {
    run(project, "./capgate");
    Files.setLastModifiedTime(source, FileTime.fromMillis(System.currentTimeMillis() + 60_000));
    write(top.resolve("broken"), "");
    for (int attempt = 0; attempt < 2; attempt++) {
      Run failed = run(project, "./capgate");
      assertEquals(2, failed.exitCode);
      assertEquals(List.of(), failed.output);
      assertTrue(failed.errors.contains("Neuron.java:1: broken"), failed.errors.toString());
    }
    Files.delete(top.resolve("broken"));
    assertEquals(7, run(project, "./capgate").exitCode);
  }

  @Test
  @EnabledOnOs(OS.LINUX) // where flock is
  void twoFirstRunsAtOnceBuildOnce() throws Exception {
    Process one = start(project, "1", "./capgate");
    Process two = start(project, "1", "./capgate");
    assertEquals(7, finish(one).exitCode);
    assertEquals(7, finish(two).exitCode);
    assertEquals(1, builds());
  }

  private record Run(int exitCode, List<String> output, List<String> errors) {}

  private static String fromEnd(Run run, int place) {
    return run.output.get(run.output.size() - place);
  }

  private int builds() throws IOException {
    return Files.readAllLines(top.resolve("mvn.calls")).size();
  }

  @Test
  void namesOfFilesAreReadAsUtf8WhereNoLocaleIsSet() throws Exception {
    standIn("jdk/bin/java", "echo \"<${LC_ALL:-}>\"\n");
    run(project, "./capgate");
    for (String unset : List.of("", "C", "POSIX")) {
      Run run = run(project, "env", "LANG=", "LC_CTYPE=", "LC_ALL=" + unset, "./capgate");
      assertEquals("<C.UTF-8>", fromEnd(run, 1), "LC_ALL=" + unset);
    }
    Run chosen = run(project, "env", "LC_ALL=de_DE.UTF-8", "./capgate");
    assertEquals("<de_DE.UTF-8>", fromEnd(chosen, 1));
  }

  private Run run(Path folder, String... command) throws IOException, InterruptedException {
    return finish(start(folder, "0", command));
  }

  private Process start(Path folder, String mavenSeconds, String... command) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().put("TOP", top.toString());
    builder.environment().put("MVN_SECONDS", mavenSeconds);
    builder.environment().put("JAVA_HOME", top.resolve("jdk").toString());
    builder
        .environment()
        .merge("PATH", top.resolve("bin").toString(), (old, bin) -> bin + ":" + old);
    return builder.start();
  }

  /** Output is a few lines, less than a pipe holds. */
  private static Run finish(Process process) throws IOException, InterruptedException {
    assertTrue(process.waitFor(30, TimeUnit.SECONDS), "still running after 30 s");
    List<String> output =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    List<String> errors =
        new String(process.getErrorStream().readAllBytes(), UTF_8).lines().toList();
    return new Run(process.exitValue(), output, errors);
  }

  private void standIn(String name, String script) throws IOException {
    Path file = top.resolve(name);
    write(file, "#!/bin/sh\n" + script);
    assertTrue(file.toFile().setExecutable(true));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
