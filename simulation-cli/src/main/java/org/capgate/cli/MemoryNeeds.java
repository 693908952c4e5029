package org.capgate.cli;

import java.util.Optional;

/** Explains that the memory Java may use did not suffice. */
final class MemoryNeeds {
  private static final long MEGABYTE = 1L << 20;

  private MemoryNeeds() {}

  /**
   * One sentence for a failure that has a lack of memory at its root, wherever in the program and
   * in whichever thread it came up; empty for any other.
   */
  static Optional<String> complaint(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 20; depth++) {
      if (cause instanceof OutOfMemoryError) {
        return Optional.of(
            "this needs more memory than the %s MB that Java may use; allow it more, as in JAVA_TOOL_OPTIONS=-Xmx%sm, or ask for less"
                .formatted(allowedMegabytes(), Math.max(512, 4 * allowedMegabytes())));
      }
      if (cause instanceof StackOverflowError) {
        return Optional.of(
            "this is nested too deeply for the stack of Java; allow it more, as in JAVA_TOOL_OPTIONS=-Xss16m");
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static long allowedMegabytes() {
    return Runtime.getRuntime().maxMemory() / MEGABYTE;
  }
}
