package org.capgate.cli.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.capgate.analysis.KnownResults;
import org.capgate.cli.output.Numeral;

/**
 * One line on a terminal that says how far long work is and when it will be done; nothing where
 * there is no terminal, and nothing for work that is done within a second.
 */
public final class Progress implements AutoCloseable {
  private static final long FIRST_NANOSECONDS = 1_000_000_000L;
  private static final long BETWEEN_NANOSECONDS = 200_000_000L;

  private final PrintWriter terminal;
  private final boolean isShown;
  private final String work;
  private final int parts;
  private final LongSupplier nanoseconds;
  private final long began;
  private long nextShown;
  private int done;
  private int known;
  private int written;
  private String note = "";

  Progress(
      PrintWriter terminal, boolean isShown, String work, int parts, LongSupplier nanoseconds) {
    this.terminal = terminal;
    this.isShown = isShown;
    this.work = work;
    this.parts = parts;
    this.nanoseconds = nanoseconds;
    began = nanoseconds.getAsLong();
    nextShown = began + FIRST_NANOSECONDS;
  }

  /**
   * Progress of work in so many parts of about equal length.
   *
   * @param terminal where it is written if there is a terminal
   */
  public static Progress of(String work, int parts, PrintWriter terminal) {
    return new Progress(terminal, isTerminal(), work, parts, System::nanoTime);
  }

  /** Counts every result that is asked for. */
  public KnownResults counting(KnownResults results) {
    return (key, compute) -> {
      AtomicBoolean isNew = new AtomicBoolean();
      double[] numbers =
          results.get(
              key,
              () -> {
                isNew.set(true);
                return compute.get();
              });
      step(isNew.get());
      return numbers;
    };
  }

  /** Says something more behind the time that is left, at once where there is a line already. */
  public synchronized void note(String more) {
    note = ", " + more;
    show(nanoseconds.getAsLong());
  }

  /** One more part is done; may be called by any thread. */
  public void step() {
    step(true);
  }

  /**
   * One more part is done; may be called by any thread.
   *
   * @param tookTime false for a part that an earlier run has done: it says nothing about the others
   */
  public synchronized void step(boolean tookTime) {
    done++;
    known += tookTime ? 0 : 1;
    show(nanoseconds.getAsLong());
  }

  private void show(long now) {
    if (!isShown || now < nextShown || done >= parts || done == known) {
      return;
    }
    nextShown = now + BETWEEN_NANOSECONDS;
    long leftSeconds = Math.round((now - began) * 1e-9 / (done - known) * (parts - done));
    String line = work + " " + done + " of " + parts + ", " + time(leftSeconds) + " left" + note;
    terminal.print("\r" + Numeral.left(line, written));
    terminal.flush();
    written = line.length();
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    if (written > 0) {
      terminal.print("\r" + " ".repeat(written) + "\r");
      terminal.flush();
      written = 0;
    }
  }

  private static String time(long seconds) {
    return seconds < 120 ? seconds + " s" : (seconds + 30) / 60 + " min";
  }

  /** From Java 22 on there may be a console without a terminal, which then says so. */
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException olderJava) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
