package org.capgate.exposure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.capgate.input.Place;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;
import org.capgate.treatment.Target;
import org.junit.jupiter.api.Test;

class TabulatedReadingTest {

  private static final int TARGETS = Target.values().length;
  private static final int SEGMENTS = 28;

  /** Made anew, so that no table is there yet. */
  private static TabulatedExposure daily() {
    CompoundCatalogue standard = CompoundCatalogue.standard();
    return TabulatedExposure.of(
        Regimen.parse("ketamine 10 mg/kg ip at 0 h every 24 h for 28 d", Place.UNKNOWN, standard),
        Species.MOUSE,
        Preparation.IN_VIVO,
        standard);
  }

  /** Bits of effects and rates at times of all segments, read segment by segment in an order. */
  private static List<double[]> bits(Exposure exposure, long seedOfOrder) {
    List<Integer> order = new ArrayList<>();
    for (int segment = 1; segment <= SEGMENTS; segment++) {
      order.add(segment);
    }
    Collections.shuffle(order, new Random(seedOfOrder));
    Exposure.Cursor cursor = exposure.newCursor();
    double[][] found = new double[SEGMENTS][20 * 2 * TARGETS];
    double[] effect = new double[TARGETS];
    double[] rate = new double[TARGETS];
    for (int segment : order) {
      cursor.enterSegment(segment);
      for (int i = 0; i < 20; i++) {
        cursor.evaluate(24 * (segment - 1) + 24 * i / 20.0, effect, rate);
        System.arraycopy(effect, 0, found[segment - 1], 2 * TARGETS * i, TARGETS);
        System.arraycopy(rate, 0, found[segment - 1], 2 * TARGETS * i + TARGETS, TARGETS);
      }
    }
    return List.of(found);
  }

  private static void assertSameBits(List<double[]> expected, List<double[]> found) {
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), found.get(i));
    }
  }

  @Test
  void theOrderOfSegmentsAndTheNumberOfThreadsChangeNoBit() throws Exception {
    List<double[]> expected = bits(daily(), 1);
    assertSameBits(expected, bits(daily(), 2));
    TabulatedExposure shared = daily();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<List<double[]>>> tasks = new ArrayList<>();
      for (int task = 0; task < 8; task++) {
        long seed = task;
        tasks.add(() -> bits(shared, seed));
      }
      for (Future<List<double[]>> result : threads.invokeAll(tasks)) {
        assertSameBits(expected, result.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void timesMayGoBackAndForth() {
    Exposure exposure = daily();
    Exposure.Cursor forth = exposure.newCursor();
    Exposure.Cursor astray = exposure.newCursor();
    forth.enterSegment(1);
    astray.enterSegment(1);
    double[] expected = new double[TARGETS];
    double[] found = new double[TARGETS];
    Random random = new Random(3);
    for (double t = 0; t <= 24; t += 0.01) {
      astray.effects(24 * random.nextDouble(), found, 0, 1);
      astray.effects(t, found, 0, 1);
      forth.effects(t, expected, 0, 1);
      assertArrayEquals(expected, found);
    }
  }

  @Test
  void timesOutsideTheSegmentAreReadAtItsEnds() {
    Exposure.Cursor cursor = daily().newCursor();
    cursor.enterSegment(2);
    double[] inside = new double[TARGETS];
    double[] outside = new double[TARGETS];
    cursor.effects(24, inside, 0, 1);
    cursor.effects(23, outside, 0, 1);
    assertArrayEquals(inside, outside);
    cursor.effects(48, inside, 0, 1);
    cursor.effects(49, outside, 0, 1);
    assertArrayEquals(inside, outside);
  }

  @Test
  void readingAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Exposure exposure = daily();
    Exposure.Cursor cursor = exposure.newCursor();
    Exposure.Cursor exact = exposure.newExactCursor();
    double[] effect = new double[2 * TARGETS];
    double[] rate = new double[TARGETS];
    exposure.newCursor().enterSegment(1);
    long most = Long.MAX_VALUE;
    for (int attempt = 0;
        attempt < 5;
        attempt++) { // a compiler may allocate on its own the first time
      long before = threads.getCurrentThreadAllocatedBytes();
      cursor.enterSegment(1);
      exact.enterSegment(1);
      for (int i = 0; i < 20_000; i++) {
        double t = i * 1e-3;
        cursor.effects(t, effect, TARGETS, 1);
        cursor.evaluate(t, effect, rate);
        exact.evaluate(t, effect, rate);
      }
      most = Math.min(most, threads.getCurrentThreadAllocatedBytes() - before);
    }
    // entering a segment of the closed form solves its systems, about a kilobyte; 60 000 readings
    // of one number each would take a megabyte
    assertEquals(0, most / 16_384, "allocated " + most + " bytes");
  }

  @Test
  void tablesAreSharedAndTheirNumberIsBounded() {
    CompoundCatalogue standard = CompoundCatalogue.standard();
    TabulatedExposure hourly =
        TabulatedExposure.of(
            Regimen.parse("hnk 1 mg/kg ip at 0 h every 1 h for 30 d", Place.UNKNOWN, standard),
            Species.MOUSE,
            Preparation.IN_VIVO,
            standard);
    EffectTable first = hourly.table(1);
    assertSame(first, hourly.table(1));
    for (int segment = 1; segment <= 720; segment++) {
      assertEquals(segment, hourly.table(segment).segment());
    }
    assertNotSame(first, hourly.table(1)); // has made room
  }
}
