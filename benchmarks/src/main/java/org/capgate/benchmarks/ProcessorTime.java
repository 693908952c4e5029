package org.capgate.benchmarks;

import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Processor time of all threads, compiler and collector included: what a figure depends on less
 * when other programs run.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {
  private static final com.sun.management.OperatingSystemMXBean SYSTEM =
      (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private long startNanoseconds;
  private long done;

  /** Begins with an iteration. */
  @Setup(Level.Iteration)
  public void begin() {
    startNanoseconds = SYSTEM.getProcessCpuTime();
    done = 0;
  }

  /** So many more are done. */
  void add(int more) {
    done += more;
  }

  /** How many are done per second of processor time. */
  public double perProcessorSecond() {
    return 1e9 * done / (SYSTEM.getProcessCpuTime() - startNanoseconds);
  }
}
