package org.capgate.cli.trial;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Tells HotSpot which methods are to be compiled for themselves and not once more in each of their
 * callers. Otherwise one chain of calls, from a sample of a trajectory down to the levels of a
 * compound, is compiled again and again, and the optimising compiler keeps a second processor busy
 * for as long as forty thousand subjects take (ADR 0028). What is computed does not change.
 */
final class CompilerBoundaries {
  /** Below org/capgate; a star stands for the rest of a name. */
  static final List<String> CALLED =
      List.of(
          "dynamics/TrajectoryRecorder.*",
          "exposure/ClosedFormExposure*.*",
          "exposure/Disposition.*",
          "exposure/ExponentialBasis.*",
          "exposure/ExposureBuilder.*",
          "exposure/SegmentEffects.*",
          "exposure/TabulatedExposure*.e*",
          "exposure/TriangularSystem.*",
          "model/ModelSystem$KernelEvaluator*.*",
          "population/*.*",
          "scenario/Variation*.*",
          "solver/AlgebraicEquations.*",
          "solver/Equations.*OrFail",
          "solver/FirstStep.*",
          "solver/Stepping.*",
          "treatment/CompoundNumber*.*",
          "trial/*.*");

  private CompilerBoundaries() {}

  /** Once in a process; does nothing on a virtual machine that takes no such advice. */
  static void set() {
    String methods =
        CALLED.stream()
            .map("\"-org/capgate/%s\""::formatted)
            .collect(Collectors.joining(", ", "[", "]"));
    try {
      Path file = Files.createTempFile("capgate", ".json");
      try {
        Files.writeString(file, "[{ match: [\"*.*\"], c2: { inline: %s } }]".formatted(methods));
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName("com.sun.management:type=DiagnosticCommand"),
                "compilerDirectivesAdd",
                new Object[] {new String[] {file.toString()}},
                new String[] {String[].class.getName()});
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException | JMException e) {
      return; // then it compiles as it likes
    }
  }
}
