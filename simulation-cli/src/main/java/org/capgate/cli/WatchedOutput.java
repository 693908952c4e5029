package org.capgate.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Remembers why results could not be written: a {@link java.io.PrintStream} on top swallows it. A
 * reader that has seen enough and closed its end of a pipe, as {@code head} does, is told apart.
 */
final class WatchedOutput extends FilterOutputStream {
  private @Nullable IOException failure;

  WatchedOutput(OutputStream target) {
    super(target);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw remembered(e);
    }
  }

  private IOException remembered(IOException e) {
    if (failure == null) {
      failure = e;
    }
    return e;
  }

  /** Whether anything was lost. */
  boolean hasFailed() {
    return failure != null;
  }

  /** Why, in the words of the system; empty when the reader has gone, which needs no words. */
  String complaint() {
    String why = failure == null ? "" : String.valueOf(failure.getMessage());
    return why.isEmpty() || why.toLowerCase(Locale.ROOT).contains("broken pipe")
        ? ""
        : "the results could not be written to the standard output: " + why;
  }
}
