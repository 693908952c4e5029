package org.capgate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.capgate.evidence.FindingFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name exists: files, headings, classes, methods and findings. */
class DocumentsTest {
  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
  private static final List<Path> MODULES =
      List.of(
          Path.of("simulation-core"),
          Path.of("simulation-viz"),
          Path.of("simulation-cli"),
          Path.of("benchmarks"));
  private static final Pattern FENCE = Pattern.compile("(?ms)^ *```.*?^ *``` *$");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern MEMBER = Pattern.compile("`((?:[A-Z]\\w*\\.)*[A-Z]\\w*)#(\\w+)`");
  private static final Pattern FINDING = Pattern.compile("\\b[BEMPCX]\\d\\d\\b");

  static Stream<Path> documents() throws IOException {
    List<Path> pages = new ArrayList<>();
    for (String folder : new String[] {"docs", "seeds"}) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(folder))) {
        files.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
      }
    }
    pages.add(PROJECT.resolve("README.md"));
    pages.add(PROJECT.resolve("CHANGELOG.md"));
    Collections.sort(pages);
    return pages.stream().map(PROJECT::relativize);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void linksLeadToFilesAndHeadingsThatExist(Path page) throws IOException {
    Path file = PROJECT.resolve(page);
    Set<String> dead = new TreeSet<>();
    for (String target : first(LINK, prose(file))) {
      if (target.matches("[a-z]+:.*")) {
        continue; // the web is not part of the build
      }
      int hash = target.indexOf('#');
      String path = hash < 0 ? target : target.substring(0, hash);
      Path linked = path.isEmpty() ? file : file.resolveSibling(path).normalize();
      if (!Files.exists(linked)
          || (hash >= 0 && !anchors(linked).contains(target.substring(hash + 1)))) {
        dead.add(target);
      }
    }
    assertEquals(Set.of(), dead);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void methodsThatAreNamedExist(Path page) throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (MatchResult member : all(MEMBER, prose(PROJECT.resolve(page)))) {
      if (!methodExists(member.group(1), member.group(2))) {
        unknown.add(member.group());
      }
    }
    assertEquals(Set.of(), unknown);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void findingsThatAreNamedExist(Path page) throws IOException {
    Set<String> known =
        Stream.of(FindingFile.published(), FindingFile.expectations())
            .flatMap(file -> file.findings().stream())
            .map(finding -> finding.id())
            .collect(Collectors.toSet());
    Set<String> unknown = new TreeSet<>();
    for (MatchResult id : all(FINDING, prose(PROJECT.resolve(page)))) {
      if (!known.contains(id.group())) {
        unknown.add(id.group());
      }
    }
    assertEquals(Set.of(), unknown);
  }

  /** The page without its fences. */
  private static String prose(Path page) throws IOException {
    return FENCE.matcher(Files.readString(page)).replaceAll("");
  }

  private static List<String> first(Pattern pattern, String text) {
    return all(pattern, text).stream().map(match -> match.group(1)).toList();
  }

  private static List<MatchResult> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  /** The anchors GitHub gives the headings of a page. */
  private static Set<String> anchors(Path page) throws IOException {
    return prose(page)
        .lines()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("^#+ *", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** Whether a source file of that name, in any module, declares the method. */
  private static boolean methodExists(String type, String method) throws IOException {
    String file = type.replaceFirst("\\..*", "") + ".java";
    Pattern declaration =
        Pattern.compile("(?m)^ +(?!return |new |else )[\\w<>\\[\\], .?@]+ " + method + "\\(");
    for (Path module : MODULES) {
      try (Stream<Path> sources = Files.walk(PROJECT.resolve(module).resolve("src"))) {
        for (Path source :
            sources.filter(path -> path.getFileName().toString().equals(file)).toList()) {
          if (declaration.matcher(Files.readString(source)).find()) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
