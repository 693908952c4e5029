package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The claims in seeds/README.md name findings and tests that exist, and leave none out. */
class SeedsReadmeTest {

  private static String readme() throws IOException {
    return Files.readString(Path.of("..", "seeds", "README.md"));
  }

  private static Set<String> matches(String pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @Test
  void everyFindingBelongsToAClaimAndEveryClaimToAFinding() throws IOException {
    Set<String> published =
        FindingFile.published().findings().stream()
            .map(Finding::id)
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(published, matches("\\b[BCEHMNPQS]\\d\\d\\b", readme()));
  }

  @Test
  void everyTestNamedThereExists() throws IOException {
    Set<String> named = matches("\\b[A-Z][A-Za-z]*Test\\b", readme());
    assertFalse(named.isEmpty());
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
      Set<String> there =
          files
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .collect(Collectors.toSet());
      named.removeAll(there);
    }
    assertEquals(Set.of(), named);
  }
}
