package org.capgate.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * A way to keep tables in files beside CSV. What is on the class path is found as a service; the
 * library itself has none.
 */
public interface TableFormat {
  /** One lower-case word: its name on the command line and the ending of its files. */
  String word();

  /**
   * Writes a table to a file, completely or not at all.
   *
   * @param parts rows in their order, all with the columns of the first; at least one part, asked
   *     for one after another, so that memory need not hold all
   * @param provenance what the file says of where it came from, in place of what the parts say
   */
  void write(Path file, Iterable<Table> parts, Map<String, String> provenance);

  /** Writes a table with its own provenance. */
  default void write(Path file, Table table) {
    write(file, List.of(table), table.provenance());
  }

  /** The format of a name, when it is on the class path. */
  static Optional<TableFormat> named(String word) {
    return ServiceLoader.load(TableFormat.class, TableFormat.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get)
        .filter(format -> format.word().equals(word))
        .findFirst();
  }
}
