package org.capgate.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Where a table or figure comes from: it is written into every file, so that whoever finds the file
 * can make it again.
 *
 * @param command that repeats the work, ready to be pasted into a shell
 * @param seed of everything drawn at random
 */
public record Provenance(String command, long seed) {
  /** Unless a scenario file states another; the mean animal draws no random number. */
  public static final long SEED = 0;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,+-]+");

  /** Options with a value that say where results go, or how fast, and change none of them. */
  private static final Set<String> NOT_REPEATED = Set.of("--out", "--threads", "--checkpoint");

  static Provenance of(CommandSpec spec) {
    CommandLine top = spec.commandLine();
    while (top.getParent() != null) {
      top = top.getParent();
    }
    List<String> words = new ArrayList<>(List.of("capgate"));
    List<String> given = top.getParseResult().originalArgs();
    for (int i = 0; i < given.size(); i++) {
      String option = given.get(i).replaceFirst("=.*", "");
      if (NOT_REPEATED.contains(option)) {
        i += given.get(i).equals(option) ? 1 : 0; // its value
      } else if (!option.equals("--trace")) {
        words.add(quoted(given.get(i)));
      }
    }
    return new Provenance(String.join(" ", words), SEED);
  }

  /** The same with another seed. */
  public Provenance withSeed(long other) {
    return new Provenance(command, other);
  }

  /** As a POSIX shell reads it back. */
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /**
   * The lines of a file header.
   *
   * @param specification hash of everything the numbers follow from
   */
  public Map<String, String> lines(String specification) {
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("capgate", version());
    lines.put("specification", specification);
    lines.put("seed", Long.toString(seed));
    lines.put("repeat", command);
    return lines;
  }

  /** The version of this build. */
  public static String version() {
    try (InputStream text = Provenance.class.getResourceAsStream("version.txt")) {
      if (text == null) {
        throw new IllegalStateException("version.txt is missing from the jar");
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("version.txt of the jar cannot be read", e);
    }
  }
}
