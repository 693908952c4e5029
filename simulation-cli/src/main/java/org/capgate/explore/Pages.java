package org.capgate.explore;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files of the page, by path. Read once; nothing else of the jar or the disk is reachable. */
final class Pages {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private static final String[] FILES = {
    "explorer.css",
    "icon.svg",
    "explorer.js",
    "beside.js",
    "chart.js",
    "cohort.js",
    "later.js",
    "tabs.js",
    "scale.js",
    "controls.js",
    "feed.js",
    "network.js",
    "picture.js",
    "summary.js"
  };

  private final Map<String, Answer> answers = new LinkedHashMap<>();

  Pages() {
    answers.put("/", answer("explorer.html"));
    for (String file : FILES) {
      answers.put("/" + file, answer(file));
    }
  }

  /** The file at a path, or null. */
  @Nullable Answer at(String path) {
    return answers.get(path);
  }

  private static Answer answer(String file) {
    String type = TYPES.getOrDefault(file.substring(file.indexOf('.') + 1), Answer.TEXT);
    try (InputStream bytes = Pages.class.getResourceAsStream("page/" + file)) {
      if (bytes == null) {
        throw new IllegalStateException(file + " is missing from the jar");
      }
      return Answer.of(type, bytes.readAllBytes()).with("Cache-Control", "no-cache");
    } catch (IOException e) {
      throw new UncheckedIOException(file + " of the jar cannot be read", e);
    }
  }
}
