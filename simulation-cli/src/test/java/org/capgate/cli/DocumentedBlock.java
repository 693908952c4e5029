package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fenced block of a document.
 *
 * @param document relative to the project's folder
 * @param line on which the fence opens, the first is 1
 * @param language after the opening fence, may be empty
 * @param text between the fences
 * @param isRun false when the line above says {@code <!-- not run: why -->}
 */
record DocumentedBlock(Path document, int line, String language, String text, boolean isRun) {
  static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern FENCE = Pattern.compile(" *```(\\S*) *");
  private static final Pattern NOT_RUN = Pattern.compile(" *<!-- not run: \\S.*\\S -->");

  /** The blocks of every document of the project that are to be run, in order. */
  static List<DocumentedBlock> toRun() throws IOException {
    List<DocumentedBlock> blocks = new ArrayList<>();
    try (Stream<Path> files = Files.walk(PROJECT)) {
      files
          .map(PROJECT::relativize)
          .filter(path -> path.toString().endsWith(".md"))
          .filter(path -> !path.toString().matches("(.*/)?(target|\\.[^/]+)/.*"))
          .sorted()
          .forEach(path -> blocks.addAll(in(path, read(path))));
    }
    return blocks.stream().filter(DocumentedBlock::isRun).toList();
  }

  static List<DocumentedBlock> in(Path document, String text) {
    List<DocumentedBlock> blocks = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      Matcher opening = FENCE.matcher(lines.get(i));
      if (opening.matches()) {
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).matches(" *``` *")) {
          end++;
        }
        if (end == lines.size()) {
          fail(document + ":" + (i + 1) + ": the block is never closed");
        }
        blocks.add(
            new DocumentedBlock(
                document,
                i + 1,
                opening.group(1),
                String.join("\n", lines.subList(i + 1, end)) + "\n",
                i == 0 || !NOT_RUN.matcher(lines.get(i - 1)).matches()));
        i = end;
      }
    }
    return blocks;
  }

  private static String read(Path document) {
    try {
      return Files.readString(PROJECT.resolve(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return document + ":" + line + " " + language;
  }
}
