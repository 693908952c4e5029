package org.capgate.cli.command;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.capgate.cli.output.Numeral;
import org.capgate.cli.output.OutputFolder;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;

/**
 * Work of a command that is kept in blocks of its folder: says how far it is, and how to go on when
 * it is stopped. Closed when the work is done or has failed.
 */
public final class KeptWork implements AutoCloseable {
  private static final String BLOCKS = "blocks";

  private final OutputFolder folder;
  private final String units;
  private final PrintWriter remarks;
  private final Progress progress;
  private final long began = System.nanoTime();
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong made = new AtomicLong();
  private final Thread stopped;

  /**
   * @param units what blocks are made of, as "subjects"
   * @param blocks how many there are
   */
  public KeptWork(OutputFolder folder, String units, long blocks, PrintWriter remarks) {
    this.folder = folder;
    this.units = units;
    this.remarks = remarks;
    progress = Progress.of("blocks of %s".formatted(units), (int) blocks, remarks);
    stopped = new Thread(this::sayHowToGoOn, "capgate-stopped");
    Runtime.getRuntime().addShutdownHook(stopped);
  }

  /** Where blocks of a folder are kept. */
  public static BlockStore store(OutputFolder folder) {
    return BlockStore.in(folder.file(BLOCKS));
  }

  /** One more block is there; may be called by any thread. */
  public void done(Blocks.Done one) {
    done.addAndGet(one.subjects());
    if (one.isNew()) {
      double perSecond = made.addAndGet(one.subjects()) / seconds();
      progress.note("%s %s a second".formatted(Numeral.digits(perSecond, 3), units));
    }
    progress.step(one.isNew());
  }

  private double seconds() {
    return 1e-9 * (System.nanoTime() - began);
  }

  /** When all blocks are there: says how many an earlier run had left. */
  public void sayWhatWasThere() {
    remarks.println(
        made.get() == 0
            ? "capgate: all %s %s were there already".formatted(done.get(), units)
            : "capgate: %s of %s %s computed in %s s"
                .formatted(made.get(), done.get(), units, Numeral.digits(seconds(), 3)));
  }

  private void sayHowToGoOn() {
    remarks.println(
        "capgate: stopped; %s %s are kept in %s, and the same command goes on from there"
            .formatted(done.get(), units, folder.file(BLOCKS)));
    remarks.flush();
  }

  @Override
  public void close() {
    progress.close();
    try {
      Runtime.getRuntime().removeShutdownHook(stopped);
    } catch (IllegalStateException isShuttingDown) {
      return; // then it has been started
    }
  }
}
