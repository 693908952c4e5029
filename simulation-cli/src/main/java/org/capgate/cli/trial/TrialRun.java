package org.capgate.cli.trial;

import java.io.PrintWriter;
import org.capgate.cli.command.KeptWork;
import org.capgate.cli.output.OutputFolder;
import org.capgate.ensemble.Blocks;
import org.capgate.trial.Trial;
import org.capgate.trial.TrialReport;

/** Does a trial block by block, says how far it is, and how to go on when it is stopped. */
final class TrialRun {
  private static final int LONG = 32; // blocks, which take longer than telling the compiler

  private final Trial trial;
  private final OutputFolder folder;
  private final Blocks blocks;

  TrialRun(Trial trial, OutputFolder folder) {
    this.trial = trial;
    this.folder = folder;
    blocks = trial.blocks(KeptWork.store(folder));
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
    KeptWork kept = new KeptWork(folder, "subjects", blocks.count(), remarks);
    try (kept) {
      blocks.compute(threads, kept::done);
    }
    kept.sayWhatWasThere();
  }

  /** Rows of all subjects; blocks must have been computed. */
  Blocks blocks() {
    return blocks;
  }
}
