package org.capgate.cli.trial;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class CompilerBoundariesTest {
  @Test
  void theVirtualMachineIsTold() throws Exception {
    CompilerBoundaries.set();
    String known = command("compilerDirectivesPrint");
    command("compilerDirectivesRemove");
    for (String called : CompilerBoundaries.CALLED) {
      String method = "-org.capgate." + called.replace('/', '.');
      assertTrue(known.replace('/', '.').contains(method), method + " in " + known);
    }
  }

  private static String command(String name) throws Exception {
    return (String)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                name,
                new Object[0],
                new String[0]);
  }

  @Test
  void everyClassThatIsNamedIsThere() {
    for (String called : CompilerBoundaries.CALLED) {
      String type = called.substring(0, called.indexOf('.')).replace("*", "");
      if (!type.endsWith("/")) {
        assertDoesNotThrow(() -> Class.forName("org.capgate." + type.replace('/', '.')));
      }
    }
  }
}
