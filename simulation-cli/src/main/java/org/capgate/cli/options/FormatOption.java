package org.capgate.cli.options;

import java.util.List;
import java.util.stream.Stream;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import picocli.CommandLine.Option;

/** How a command prints its result. */
public final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (default), csv, or, for findings, json.")
  private String word = "text";

  /**
   * The format asked for.
   *
   * @throws InputException when it is none of those the command knows, naming the nearest
   */
  public OutputFormat among(OutputFormat... known) {
    List<String> words = Stream.of(known).map(OutputFormat::word).toList();
    int index = words.indexOf(word);
    if (index < 0) {
      throw new InputException(new Place("--format", 0, 0), Names.unknown("format", word, words));
    }
    return known[index];
  }
}
