package org.capgate.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private final StringWriter terminal = new StringWriter();
  private final AtomicLong nanoseconds = new AtomicLong();

  private Progress progress(boolean isShown, int parts) {
    return new Progress(new PrintWriter(terminal), isShown, "simulated", parts, nanoseconds::get);
  }

  private void after(long milliseconds) {
    nanoseconds.addAndGet(milliseconds * 1_000_000);
  }

  @Test
  void longWorkSaysHowFarItIsAndTheTimeLeftAndCleansUp() {
    try (Progress progress = progress(true, 10)) {
      after(2_000);
      progress.step();
      assertEquals("\rsimulated 1 of 10, 18 s left", terminal.toString());
      after(100); // too soon for another line
      progress.step();
      assertEquals("\rsimulated 1 of 10, 18 s left", terminal.toString());
    }
    assertEquals("\rsimulated 1 of 10, 18 s left\r" + " ".repeat(28) + "\r", terminal.toString());
  }

  @Test
  void workOfLessThanASecondIsSilent() {
    try (Progress progress = progress(true, 2)) {
      after(900);
      progress.step();
      after(90);
      progress.step();
    }
    assertEquals("", terminal.toString());
  }

  @Test
  void whatIsSaidWithinALongPartIsShownAtOnce() {
    try (Progress progress = progress(true, 10)) {
      after(2_000);
      progress.step();
      after(2_000);
      progress.note("half of it");
      assertEquals(
          "\rsimulated 1 of 10, 18 s left\rsimulated 1 of 10, 36 s left, half of it",
          terminal.toString());
    }
  }

  @Test
  void withoutATerminalNothingIsWritten() {
    try (Progress progress = progress(false, 10)) {
      after(5_000);
      progress.step();
    }
    assertEquals("", terminal.toString());
  }

  @Test
  void minutesAreMinutes() {
    try (Progress progress = progress(true, 100)) {
      after(6_000);
      progress.step();
    }
    assertEquals("\rsimulated 1 of 100, 10 min left", terminal.toString().substring(0, 32));
  }
}
