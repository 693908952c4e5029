package org.capgate.io;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.capgate.analysis.AtomicFile;
import org.capgate.analysis.TableNumber;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Place;
import org.capgate.network.wiring.Connectivity;
import org.capgate.network.wiring.EdgeAssembly;
import org.capgate.network.wiring.EdgeAssembly.RepeatedSynapseException;
import org.capgate.network.wiring.Projection;

/**
 * Synapses as comma-separated text: the header {@code source,target,weight}, then one synapse a
 * line, neurons numbered from 0, in any order; lines before the header that begin with # are
 * skipped. Read and written line by line: memory is needed for the {@link Connectivity} alone.
 *
 * <p>Weights are kept as they are written; {@link Connectivity#normalised} makes those of each
 * target add up to 1. What was made by a generator, changed or read comes back to the bit.
 */
public final class EdgeListFile {
  static final String HEADER = "source,target,weight";

  /** More are hardly typed by hand: the file is of another kind. */
  static final int MOST_MISTAKES = 100;

  private EdgeListFile() {}

  /**
   * Reads a file twice, to count and to place its synapses.
   *
   * @param projection whose neurons the file numbers
   * @throws InputException naming file, line, column, field, value and bound for every entry that
   *     is wrong, up to a hundred: a number outside the populations, a negative weight, a synapse
   *     of a neuron on itself within a population, a synapse stated twice
   */
  public static Connectivity read(Path path, Projection projection) {
    String name = path.toString();
    if (Files.notExists(path)) {
      throw new InputException(new Place(name, 0, 0), "no such file");
    }
    if (!Files.isRegularFile(path)) {
      throw new InputException(new Place(name, 0, 0), "is not a regular file");
    }
    try {
      return assemble(path, projection);
    } catch (IOException e) {
      throw new InputException(new Place(name, 0, 0), "cannot be read", e);
    }
  }

  private static Connectivity assemble(Path path, Projection projection) throws IOException {
    String name = path.toString();
    EdgeAssembly assembly = new EdgeAssembly(projection);
    Mistakes mistakes = new Mistakes();
    try (EdgeScanner edges = new EdgeScanner(path, projection)) {
      while (next(edges, mistakes)) {
        assembly.count(edges.target(), edges.weight());
      }
      mistakes.check();
      assembly.startPlacing();
    } catch (IllegalArgumentException tooMany) {
      throw new InputException(new Place(name, 0, 0), String.valueOf(tooMany.getMessage()));
    }
    try (EdgeScanner edges = new EdgeScanner(path, projection)) {
      while (edges.next()) {
        assembly.place(edges.target(), edges.source(), edges.weight());
      }
      return assembly.assemble();
    } catch (RepeatedSynapseException repeated) {
      throw whereRepeated(path, projection, repeated);
    } catch (IllegalStateException | IllegalArgumentException changed) {
      throw new InputException(new Place(name, 0, 0), "was changed while it was read", changed);
    }
  }

  /** Goes to the next synapse that is right; false also where there are too many mistakes. */
  private static boolean next(EdgeScanner edges, Mistakes mistakes) throws IOException {
    while (mistakes.count() < MOST_MISTAKES) {
      try {
        return edges.next();
      } catch (InputException wrong) {
        mistakes.add(wrong);
      }
    }
    mistakes.add(
        new InputException(
            edges.place(), "so far %s mistakes; the rest was not read".formatted(MOST_MISTAKES)));
    return false;
  }

  private static InputException whereRepeated(
      Path path, Projection projection, RepeatedSynapseException repeated) throws IOException {
    int first = 0;
    try (EdgeScanner edges = new EdgeScanner(path, projection)) {
      while (edges.next()) {
        if (edges.source() == repeated.source() && edges.target() == repeated.target()) {
          if (first > 0) {
            return new InputException(
                edges.place(),
                "the synapse from "
                    + repeated.source()
                    + " to "
                    + repeated.target()
                    + " is stated twice, first in line "
                    + first);
          }
          first = edges.line();
        }
      }
    }
    return new InputException(new Place(path.toString(), 0, 0), "was changed while it was read");
  }

  /**
   * Writes all synapses, target by target, completely or not at all.
   *
   * @param provenance written as lines {@code # key: value} before the header
   * @throws UncheckedIOException in one line: the file, why, and what was kept
   */
  public static void write(Path path, Connectivity connectivity, Map<String, String> provenance) {
    AtomicFile.write(path, out -> writeTo(out, connectivity, provenance));
  }

  private static void writeTo(
      OutputStream out, Connectivity connectivity, Map<String, String> provenance)
      throws IOException {
    for (Map.Entry<String, String> line : provenance.entrySet()) {
      out.write(utf8("# " + line.getKey() + ": " + line.getValue() + "\n"));
    }
    out.write(utf8(HEADER + "\n"));
    double before = Double.NaN;
    String text = "";
    for (int target = 0; target < connectivity.projection().targets(); target++) {
      for (int k = 0; k < connectivity.inDegree(target); k++) {
        double weight = connectivity.weight(target, k);
        if (weight != before) {
          text = TableNumber.shortest(weight);
          before = weight;
        }
        out.write(utf8(connectivity.source(target, k) + "," + target + "," + text + "\n"));
      }
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
