package org.capgate.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.capgate.input.InputException;
import org.capgate.input.Place;

/**
 * The folder a command writes to. Checked before the work begins, made when the first file is
 * written.
 *
 * @param path of the folder
 */
record OutputFolder(Path path) {
  private static final Place OPTION = new Place("--out", 0, 0);

  /** Where files go unless told otherwise, in the current folder. */
  static Path usual(String command) {
    return Path.of("capgate-output", command);
  }

  /**
   * @throws InputException when something that is no folder is in the way, or when it cannot be
   *     written to
   */
  static OutputFolder at(Path path) {
    if (path.toString().isBlank()) {
      throw new InputException(OPTION, "must name a folder, but was empty; '.' is the current one");
    }
    Path there = path.toAbsolutePath();
    while (Files.notExists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new InputException(OPTION, "must be a folder, but " + there + " is none");
    }
    if (!Files.isWritable(there)) {
      throw new InputException(OPTION, "the folder " + there + " cannot be written to");
    }
    return new OutputFolder(path);
  }

  /** A file in the folder. */
  Path file(String name) {
    return path.resolve(name);
  }
}
