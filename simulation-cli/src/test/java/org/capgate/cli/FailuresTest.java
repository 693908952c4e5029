package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.capgate.cli.command.Unsolved;
import org.capgate.cli.command.UnsolvedException;
import org.capgate.cli.run.PresetsCommand;
import org.capgate.dynamics.IntegrationException;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FailuresTest {
  private static final IntegrationException STEP =
      new IntegrationException(
          IntegrationException.Reason.STEP_TOO_SMALL, "mood", 1.5, "step fell at t = 1.5 h");

  private final StringWriter err = new StringWriter();

  private int codeOf(Exception e, boolean isTraced) {
    CommandLine line = new CommandLine(new PresetsCommand()).setErr(new PrintWriter(err));
    return new Failures(() -> isTraced).handleExecutionException(e, line, line.parseArgs());
  }

  @Test
  void badInputIsTwo() {
    assertEquals(2, codeOf(new InputException(new Place("a.csv", 3, 4), "is wrong"), false));
    assertEquals("capgate: a.csv:3:4: is wrong", err.toString().strip());
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsTwo() {
    assertEquals(2, codeOf(new UncheckedIOException("cannot write x", new IOException()), false));
  }

  @Test
  void aModelThatCannotBeSolvedIsOneAndSaysWhichExperiment() {
    assertEquals(
        1, codeOf(new UnsolvedException(List.of(Unsolved.of("wild-type, none", STEP))), false));
    assertEquals("capgate: wild-type, none: step fell at t = 1.5 h", err.toString().strip());
  }

  @Test
  void anythingElseIsADefectThatSaysHowToSeeMore() {
    assertEquals(70, codeOf(new IllegalStateException("two\nlines"), false));
    assertEquals(
        "capgate: this is a defect of CapGate, please report it: IllegalStateException: two lines"
            + " (--trace shows where)",
        err.toString().strip());
  }

  @Test
  void stackTracesAreForThoseWhoAsk() {
    codeOf(STEP, false);
    assertFalse(err.toString().contains("\tat "), err.toString());
    codeOf(STEP, true);
    assertTrue(err.toString().contains("\tat "), err.toString());
  }
}
