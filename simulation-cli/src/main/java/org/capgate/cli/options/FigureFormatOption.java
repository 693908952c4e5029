package org.capgate.cli.options;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** As what kinds of files a command writes its figures. */
public final class FigureFormatOption {
  private static final Place PLACE = new Place("--figures", 0, 0);

  @Option(
      names = "--figures",
      paramLabel = "A,B,...",
      description = "Figure files: png, svg, pdf. Default: png,svg; for report none.")
  private @Nullable String text;

  /**
   * The formats asked for, all different, or the usual ones.
   *
   * @throws InputException naming the word and the nearest known one
   */
  public List<FigureFormat> formats(List<FigureFormat> usual) {
    if (text == null) {
      return usual;
    }
    List<String> known = Stream.of(FigureFormat.values()).map(FigureFormat::ending).toList();
    List<FigureFormat> formats = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      int index = known.indexOf(word.strip());
      if (index < 0) {
        throw new InputException(PLACE, Names.unknown("figure format", word.strip(), known));
      }
      FigureFormat format = FigureFormat.values()[index];
      if (formats.contains(format)) {
        throw new InputException(PLACE, Names.quoted(word.strip()) + " is stated twice");
      }
      formats.add(format);
    }
    return List.copyOf(formats);
  }
}
