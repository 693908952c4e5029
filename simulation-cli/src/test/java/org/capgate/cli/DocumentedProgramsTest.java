package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java programs of the documents compile and run, with the imports their page states. */
class DocumentedProgramsTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern PROGRAM = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

  @TempDir Path folder;

  /** A page's imports and the bodies of its programs. */
  private record Page(Path path, String imports, List<String> programs) {
    static Page of(Path path) {
      StringBuilder imports = new StringBuilder();
      List<String> programs = new ArrayList<>();
      PROGRAM
          .matcher(text(path))
          .results()
          .map(block -> block.group(1))
          .forEach(
              block -> {
                block
                    .lines()
                    .filter(line -> line.startsWith("import "))
                    .forEach(line -> imports.append(line).append('\n'));
                String body =
                    block
                        .lines()
                        .filter(line -> !line.startsWith("import "))
                        .collect(Collectors.joining("\n"));
                if (!body.isBlank()) {
                  programs.add(body);
                }
              });
      return new Page(path, imports.toString(), programs);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void everyProgramCompilesAndRuns() throws Exception {
    List<Page> pages;
    try (Stream<Path> files = Files.walk(PROJECT.resolve("docs"))) {
      pages =
          Stream.concat(files, Stream.of(PROJECT.resolve("README.md")))
              .filter(path -> path.toString().endsWith(".md"))
              .sorted()
              .map(Page::of)
              .toList();
    }
    int ran = 0;
    for (Page page : pages) {
      for (String program : page.programs()) {
        run(page, program, "Program" + ++ran);
      }
    }
    assertTrue(ran > 0, "no program found");
  }

  @Test
  void theFirstProgramOfTheReadmeShowsThatTheDrugAddsNothing() throws Exception {
    Page readme = Page.of(PROJECT.resolve("README.md"));
    double[] moods =
        run(readme, readme.programs().get(0), "First")
            .lines()
            .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".* ", "")))
            .toArray();
    assertEquals(2, moods.length);
    assertEquals(moods[0], moods[1], 0.02); // a tenth of the wild type's response
  }

  private String run(Page page, String program, String name) throws Exception {
    Path source = folder.resolve(name + ".java");
    Files.writeString(
        source,
        page.imports()
            + "\npublic final class "
            + name
            + " {\n  public static void run() throws Exception {\n"
            + program
            + "\n  }\n}\n");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    boolean compiled =
        compiler
            .getTask(
                messages,
                null,
                null,
                List.of("-proc:none", "-classpath", classPath, "-d", folder.toString()),
                null,
                compiler
                    .getStandardFileManager(null, null, StandardCharsets.UTF_8)
                    .getJavaFileObjects(source))
            .call();
    assertTrue(compiled, page.path() + ": " + messages + "\n" + program);
    PrintStream usual = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, DocumentedProgramsTest.class.getClassLoader())) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      loader.loadClass(name).getMethod("run").invoke(null);
    } finally {
      System.setOut(usual);
    }
    String output = printed.toString(StandardCharsets.UTF_8);
    assertFalse(output.isBlank(), page.path() + " prints nothing:\n" + program);
    return output;
  }
}
