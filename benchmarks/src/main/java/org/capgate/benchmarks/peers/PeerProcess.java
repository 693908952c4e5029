package org.capgate.benchmarks.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A solver in a process of its own, asked line by line. */
final class PeerProcess implements AutoCloseable {
  /**
   * Time of one solve.
   *
   * @param best shortest (ms)
   * @param median (ms)
   */
  record Timing(double best, double median) {}

  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;
  private String version = "";

  private PeerProcess(Process process) {
    this.process = process;
    this.to = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** Waits until it is ready and returns what it calls itself; only once. */
  String ready() throws IOException {
    String line = from.readLine();
    if (line == null || !line.startsWith("ready ")) {
      throw new IOException("a solver did not start: " + process.info().commandLine().orElse("?"));
    }
    version = line.substring("ready ".length());
    return version;
  }

  /** Starts it; it answers once it is {@link #ready}. */
  static PeerProcess start(List<String> command) throws IOException {
    return new PeerProcess(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** What it calls itself, once it is ready. */
  String version() {
    return version;
  }

  /** Solves once. */
  Peer.Solved solve(double relative, double absolute) {
    String[] word = ask("solve " + relative + " " + absolute);
    double[] values = new double[word.length - 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = Double.parseDouble(word[i + 2]);
    }
    return new Peer.Solved(Long.parseLong(word[1]), values);
  }

  /** Solves again and again for at least this time. */
  Timing time(double relative, double absolute, double minimumMilliseconds) {
    String[] word = ask("time " + relative + " " + absolute + " " + minimumMilliseconds);
    return new Timing(Double.parseDouble(word[1]), Double.parseDouble(word[2]));
  }

  /**
   * Solves many sets.
   *
   * @param ends file that takes the end states
   * @return wall time and CPU time (s), number of failures, and floating-point operations if it
   *     counts them
   */
  double[] cohort(double relative, double absolute, int count, int threads, Path ends) {
    String[] word =
        ask("cohort " + relative + " " + absolute + " " + count + " " + threads + " " + ends);
    return Stream.of(word).skip(1).mapToDouble(Double::parseDouble).toArray();
  }

  /** Wall time of one solve, the first when nothing was asked before (ms). */
  double once(double relative, double absolute) {
    long before = System.nanoTime();
    solve(relative, absolute);
    return 1e-6 * (System.nanoTime() - before);
  }

  /**
   * Asks and reads the answer.
   *
   * @throws IllegalStateException when it failed or has gone
   */
  private String[] ask(String question) {
    try {
      to.println(question);
      String answer = from.readLine();
      if (answer == null || !answer.startsWith("ok ")) {
        throw new IllegalStateException(version + " failed at: " + question);
      }
      return answer.split(" ", -1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    to.close(); // the end of its input ends it
    process.destroy();
  }
}
