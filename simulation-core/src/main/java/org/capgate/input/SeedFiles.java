package org.capgate.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The data files that ship with the library: folder {@code seeds/} of the project, packed as
 * resources below {@code seeds/}. A folder that is listed holds a file {@code index.txt} with one
 * file name a line; nothing is found by scanning, so a jar, a class folder and a notebook all see
 * the same files in the same order.
 */
public final class SeedFiles {

  private SeedFiles() {}

  /**
   * One file, for instance {@code "parameters/circuit.csv"}; its name in errors is {@code
   * seeds/parameters/circuit.csv}.
   */
  public static SourceText text(String path) {
    String name = "seeds/" + path;
    try (InputStream stream = SeedFiles.class.getClassLoader().getResourceAsStream(name)) {
      if (stream == null) {
        throw new InputException(new Place(name, 0, 0), "is not among the packaged data files");
      }
      return SourceText.decode(name, stream);
    } catch (IOException e) {
      throw new InputException(new Place(name, 0, 0), "cannot be read", e);
    }
  }

  /** The names of the files of a folder as its {@code index.txt} gives them, in that order. */
  public static List<String> list(String folder) {
    return text(folder + "/index.txt")
        .text()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
