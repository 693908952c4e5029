package org.capgate.compile;

import static org.capgate.equations.Unit.DIMENSIONLESS;
import static org.capgate.equations.Unit.HOUR;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Expression;
import org.capgate.equations.Symbol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;

/**
 * HotSpot does not compile methods of more than 8000 bytes of bytecode: a kernel beyond that would
 * run interpreted.
 */
class BytecodeSizeTest {
  private static final int BOUND_BYTES = 8000;

  @ParameterizedTest(name = "{0} variables, {1} definitions")
  @CsvSource({"4, 4", "28, 80", "40, 400", "120, 60"})
  void everyGeneratedMethodStaysBelowTheBound(int variables, int definitions) {
    EquationSystem system = RandomSystems.of(1, variables, definitions);
    for (Program program : Programs.of(system).all()) {
      Map<String, Integer> bytes = methodBytes(new RoutineBytecode(program, 1).bytes());
      assertBelowTheBound(bytes);
      int total = bytes.values().stream().mapToInt(Integer::intValue).sum();
      assertTrue(
          bytes.size() >= 2 + total / BOUND_BYTES,
          () -> "constructor and run beside the chunks, but there are " + bytes);
    }
  }

  @Test
  void oneVeryLongFormulaIsSplit() {
    EquationSystem.Builder e = EquationSystem.named("long");
    Symbol tau = e.parameter("tauHours", HOUR, "");
    Symbol x = e.state("x", DIMENSIONLESS, "");
    Expression sum = x;
    for (int i = 1; i <= 600; i++) {
      sum = sum.plus(x.over(x.plus(i)));
    }
    e.rateOf(x).is(sum.over(tau));
    EquationSystem system = e.build();
    for (Program program : Programs.of(system).all()) {
      assertBelowTheBound(methodBytes(new RoutineBytecode(program, 1).bytes()));
    }
    Kernel compiled = Kernels.compile(system);
    State state = new State(new Random(1), compiled);
    assertArrayEquals(state.rhs(Kernels.interpret(system)), state.rhs(compiled));
  }

  private static void assertBelowTheBound(Map<String, Integer> bytes) {
    bytes.forEach(
        (method, size) -> assertTrue(size < BOUND_BYTES, () -> method + " has " + size + " bytes"));
  }

  /**
   * Bytes of bytecode by method, read from the Code attributes of a class file without interfaces
   * and fields (JVMS 4.1, 4.6, 4.7.3).
   */
  private static Map<String, Integer> methodBytes(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    char[] buffer = new char[reader.getMaxStringLength()];
    Map<String, Integer> bytes = new TreeMap<>();
    int methods = reader.readUnsignedShort(reader.header + 10);
    int at = reader.header + 12;
    for (int i = 0; i < methods; i++) {
      String name = reader.readUTF8(at + 2, buffer);
      int attributes = reader.readUnsignedShort(at + 6);
      at += 8;
      for (int k = 0; k < attributes; k++) {
        if (reader.readUTF8(at, buffer).equals("Code")) {
          bytes.put(name, reader.readInt(at + 10));
        }
        at += 6 + reader.readInt(at + 2);
      }
    }
    return bytes;
  }
}
