package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Times of courses made up for the purpose. */
class CourseTest {

  private static final double[] TIMES_HOURS = {-1, 0, 1, 2, 4};

  @Test
  void thePeakIsTheLargestChangeInEitherDirectionAndTheFirstOfEqualOnes() {
    assertEquals(1, new Course(TIMES_HOURS, new double[] {5, 5, 1, 6, 1}).peakHours(5));
    assertEquals(2, new Course(TIMES_HOURS, new double[] {5, 5, 4, 9, 5}).peakHours(5));
  }

  @Test
  void theReturnIsWhereTheChangeLastFallsBelowTheShare() {
    Course twice = new Course(TIMES_HOURS, new double[] {0, 8, 0, 4, 0});
    assertEquals(3, twice.returnHours(0, 0.25), 1e-15);
    assertEquals(0.5, twice.returnHours(0, 0.51), 0.02);
  }

  @Test
  void aCourseThatEndsBeforeItReturnsHasNoReturn() {
    Course ends = new Course(TIMES_HOURS, new double[] {0, 8, 7, 6, 5});
    assertEquals(Double.POSITIVE_INFINITY, ends.returnHours(0, 0.5));
  }
}
