package org.capgate.cli;

import static java.util.stream.Collectors.toList;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java programs of the documents compile and run, with the imports their page states. */
class DocumentedProgramsTest {
  @TempDir Path folder;

  /** A page's imports and the bodies of its programs. */
  private record Page(Path path, String imports, List<String> programs) {
    static Page of(Path path, List<DocumentedBlock> blocks) {
      StringBuilder imports = new StringBuilder();
      List<String> programs = new ArrayList<>();
      for (DocumentedBlock block : blocks) {
        block
            .text()
            .lines()
            .filter(line -> line.startsWith("import "))
            .forEach(line -> imports.append(line).append('\n'));
        String body =
            block
                .text()
                .lines()
                .filter(line -> !line.startsWith("import "))
                .collect(Collectors.joining("\n"));
        if (!body.isBlank()) {
          programs.add(body);
        }
      }
      return new Page(path, imports.toString(), programs);
    }
  }

  private static Map<Path, Page> pages() throws IOException {
    Map<Path, List<DocumentedBlock>> blocks =
        DocumentedBlock.toRun().stream()
            .filter(block -> block.language().equals("java"))
            .collect(Collectors.groupingBy(DocumentedBlock::document, TreeMap::new, toList()));
    Map<Path, Page> pages = new TreeMap<>();
    blocks.forEach((path, ofPage) -> pages.put(path, Page.of(path, ofPage)));
    return pages;
  }

  @Test
  void everyProgramCompilesAndRuns() throws Exception {
    int ran = 0;
    for (Page page : pages().values()) {
      for (String program : page.programs()) {
        run(page, program, "Program" + ++ran);
      }
    }
    assertTrue(ran > 0, "no program found");
  }

  @Test
  void theFirstProgramOfTheReadmeShowsThatTheDrugAddsNothing() throws Exception {
    Page readme = pages().get(Path.of("README.md"));
    double[] moods =
        run(readme, readme.programs().get(0), "First")
            .lines()
            .mapToDouble(line -> Double.parseDouble(line.replaceFirst(".* ", "")))
            .toArray();
    assertEquals(2, moods.length);
    assertEquals(moods[0], moods[1], 0.05); // a quarter of the wild type's response
  }

  @Test
  void theFirstProgramOfTheReadmeIsTheFileToCopy() throws IOException {
    String file =
        Files.readString(DocumentedBlock.PROJECT.resolve(Path.of("docs/examples/First.java")));
    String readme = Files.readString(DocumentedBlock.PROJECT.resolve("README.md"));
    assertTrue(readme.contains("```java\n" + file + "```\n"), "README.md shows another program");
    assertTrue(readme.lines().count() <= 120, "README.md has more than 120 lines");
  }

  private String run(Page page, String program, String name) throws Exception {
    Matcher whole = Pattern.compile("public class (\\w+)").matcher(program);
    boolean isWhole = whole.find();
    String type = isWhole ? whole.group(1) : name;
    Path source = folder.resolve(type + ".java");
    String text =
        isWhole
            ? program
            : """
            public final class %s {
              public static void main(String[] arguments) throws Exception {
            %s
              }
            }
            """
                .formatted(name, program);
    Files.writeString(source, page.imports() + "\n" + text);
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
      loader.loadClass(type).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(usual);
    }
    String output = printed.toString(StandardCharsets.UTF_8);
    assertFalse(output.isBlank(), page.path() + " prints nothing:\n" + program);
    return output;
  }
}
