package org.capgate.cli.trial;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.capgate.cli.command.Progress;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialReport;

/** Does a trial block by block, says how far it is, and how to go on when it is stopped. */
final class TrialRun {
  private static final String BLOCKS = "blocks";
  private static final int LONG = 32; // blocks, which take longer than telling the compiler

  private final Trial trial;
  private final OutputFolder folder;
  private final Blocks blocks;

  TrialRun(Trial trial, OutputFolder folder) {
    this.trial = trial;
    this.folder = folder;
    blocks = trial.blocks(BlockStore.in(folder.file(BLOCKS)));
  }

  /** The finished trial; what an earlier run has done is not done again. */
  TrialReport report(int threads, PrintWriter remarks) {
    compute(threads, remarks);
    return trial.report(blocks);
  }

  /** Computes what an earlier run has not done. */
  void compute(int threads, PrintWriter remarks) {
    if (blocks.count() >= LONG) {
      CompilerBoundaries.set();
    }
    long began = System.nanoTime();
    AtomicLong done = new AtomicLong();
    AtomicLong made = new AtomicLong();
    Thread stopped = new Thread(() -> sayHowToGoOn(done.get(), remarks), "capgate-stopped");
    Runtime.getRuntime().addShutdownHook(stopped);
    try (Progress progress = Progress.of("blocks of subjects", (int) blocks.count(), remarks)) {
      blocks.compute(
          threads,
          one -> {
            done.addAndGet(one.subjects());
            if (one.isNew()) {
              double seconds = 1e-9 * (System.nanoTime() - began);
              double perSecond = made.addAndGet(one.subjects()) / seconds;
              progress.note("%s subjects a second".formatted(Numeral.digits(perSecond, 3)));
            }
            progress.step(one.isNew());
          });
    } finally {
      removed(stopped);
    }
    double seconds = 1e-9 * (System.nanoTime() - began);
    remarks.println(
        made.get() == 0
            ? "capgate: all %s subjects were there already".formatted(done.get())
            : "capgate: %s of %s subjects computed in %s s"
                .formatted(made.get(), done.get(), Numeral.digits(seconds, 3)));
  }

  /** Rows of all subjects; blocks must have been computed. */
  Blocks blocks() {
    return blocks;
  }

  private void sayHowToGoOn(long subjects, PrintWriter remarks) {
    remarks.println(
        "capgate: stopped; %s subjects are kept in %s, and the same command goes on from there"
            .formatted(subjects, folder.file(BLOCKS)));
    remarks.flush();
  }

  private static void removed(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException isShuttingDown) {
      return; // then it has been started
    }
  }
}
