package org.capgate.cli.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.capgate.analysis.AtomicFile;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableFormat;
import org.capgate.ensemble.Blocks;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.viz.Figure;
import org.capgate.viz.FigureFormat;
import org.jspecify.annotations.Nullable;

/**
 * The folder a command writes to. Checked before the work begins, made when the first file is
 * written. Knows what was written, by any thread, and tidies away what an earlier run left.
 */
public final class OutputFolder {
  /** Lists the files of the last run. */
  static final String MANIFEST = "files.txt";

  private static final String HEADER = "# written by the last capgate command that wrote to here\n";

  private static final Place OPTION = new Place("--out", 0, 0);

  private final Path path;
  private final Set<String> written = new ConcurrentSkipListSet<>();
  private final Optional<TableFormat> format;

  private OutputFolder(Path path, Optional<TableFormat> format) {
    this.path = path;
    this.format = format;
  }

  /**
   * @throws InputException when something that is no folder is in the way, or when it cannot be
   *     written to
   */
  public static OutputFolder at(Path path) {
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
    return new OutputFolder(path, Optional.empty());
  }

  /**
   * The folder asked for, or the usual one of a name.
   *
   * @throws InputException as {@link #at(Path)} does
   */
  public static OutputFolder at(@Nullable Path asked, String usual) {
    return at(asked == null ? Path.of("capgate-output", usual) : asked);
  }

  /** A file in the folder. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /** The folder. */
  public Path path() {
    return path;
  }

  /** The same folder, whose tables are written in a format; empty for CSV. */
  public OutputFolder withTables(Optional<TableFormat> tables) {
    return new OutputFolder(path, tables);
  }

  /** Writes a table; the name is without ending. */
  public void writeTable(String name, Table table) {
    if (format.isEmpty()) {
      write(name + ".csv", table);
    } else {
      format.get().write(noted(name), table);
    }
  }

  /** Writes the rows of all blocks; the name is without ending. */
  public void writeTable(String name, Blocks blocks, Map<String, String> provenance) {
    if (format.isEmpty()) {
      written.add(name + ".csv");
      blocks.writeCsv(file(name + ".csv"), provenance);
    } else {
      format.get().write(noted(name), blocks.tables(), provenance);
    }
  }

  private Path noted(String name) {
    String file = "%s.%s".formatted(name, format.orElseThrow().word());
    written.add(file);
    return file(file);
  }

  /** Writes a table as CSV. */
  public void write(String name, Table table) {
    written.add(name);
    table.writeCsv(file(name));
  }

  /** Writes a text. */
  public void write(String name, String text) {
    written.add(name);
    AtomicFile.write(file(name), text);
  }

  /** Writes a figure in each format; the name is without ending. */
  public void write(String name, Figure figure, List<FigureFormat> formats) {
    figure
        .write(path, name, formats)
        .forEach(file -> written.add(String.valueOf(file.getFileName())));
  }

  /**
   * When everything is written: removes what an earlier run of a command left and this one did not
   * write, and lists what this one wrote in {@link #MANIFEST}. Files that no run wrote are left
   * alone.
   */
  public void finish() {
    try {
      for (String earlier : listed()) {
        if (!written.contains(earlier) && isPlainName(earlier)) {
          Files.deleteIfExists(file(earlier));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the folder %s cannot be tidied".formatted(path), e);
    }
    AtomicFile.write(file(MANIFEST), HEADER + String.join("\n", written) + "\n");
  }

  /** Names that an earlier run left. */
  private List<String> listed() throws IOException {
    if (!Files.isRegularFile(file(MANIFEST))) {
      return List.of();
    }
    return Files.readString(file(MANIFEST)).lines().filter(line -> !line.startsWith("#")).toList();
  }

  /** A line of a manifest that somebody changed must not reach out of the folder. */
  private static boolean isPlainName(String name) {
    return !name.isBlank() && !name.contains("/") && !name.contains("\\") && !name.equals("..");
  }
}
