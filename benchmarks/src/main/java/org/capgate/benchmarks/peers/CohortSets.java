package org.capgate.benchmarks.peers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.random.RandomStream;
import org.capgate.scenario.Scenario;

/**
 * Parameter sets, drawn once and read by all from one file: two 64-bit integers, the number of sets
 * and of parameters, then the sets, doubles, all with the lowest byte first.
 */
final class CohortSets {
  private static final double LOW = 0.7;
  private static final double HIGH = 1.3;

  private CohortSets() {}

  /** Every parameter times a uniform number of its own; references, being no parameters, stay. */
  static double[][] draw(Problem problem, int count) {
    Scenario scenario = problem.file().scenario();
    double[] usual =
        scenario.laboratory().parameters(scenario.genotype(), scenario.stress().level());
    List<Symbol> symbols = scenario.laboratory().model().ordinaryEquations().layout().parameters();
    double[][] sets = new double[count][];
    for (int set = 0; set < count; set++) {
      RandomStream random = RandomStream.of(problem.file().seed(), set, 0, "peers");
      sets[set] = usual.clone();
      for (int i = 0; i < usual.length; i++) {
        if (symbols.get(i).kind() == Kind.PARAMETER) {
          sets[set][i] *= random.uniform(LOW, HIGH);
        }
      }
    }
    return sets;
  }

  static void write(Path file, double[][] sets) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(8 * (2 + sets.length * sets[0].length)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(sets.length).putLong(sets[0].length);
    for (double[] set : sets) {
      for (double number : set) {
        bytes.putDouble(number);
      }
    }
    Files.write(file, bytes.array());
  }

  static double[][] read(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    double[][] sets = new double[(int) bytes.getLong()][(int) bytes.getLong()];
    for (double[] set : sets) {
      bytes.asDoubleBuffer().get(set);
      bytes.position(bytes.position() + 8 * set.length);
    }
    return sets;
  }

  /** States without a head, as the peers leave them. */
  static double[][] readStates(Path file, int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    double[][] states = new double[count][bytes.remaining() / 8 / count];
    for (double[] state : states) {
      for (int i = 0; i < state.length; i++) {
        state[i] = bytes.getDouble();
      }
    }
    return states;
  }

  static void writeStates(Path file, double[][] states, int count) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(8 * count * states[0].length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < count; i++) {
      for (double number : states[i]) {
        bytes.putDouble(number);
      }
    }
    Files.write(file, bytes.array());
  }
}
