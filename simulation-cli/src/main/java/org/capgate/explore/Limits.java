package org.capgate.explore;

import org.capgate.input.Bounds;

/** What a view may ask for, and what a client may do; together they bound the work per request. */
final class Limits {
  /** Total of a protein in percent of the wild type's. */
  static final Bounds PERCENT = Bounds.between(0, 200, "%");

  /** Days shown. */
  static final Bounds DAYS = Bounds.between(0.25, 42, "d");

  /** Amount of one dose, in its unit. */
  static final Bounds DOSE = Bounds.between(0, 1000, "");

  /** Hours over which one dose is given; 0 = at once. */
  static final Bounds INFUSION_HOURS = Bounds.between(0, 24, "h");

  /** Number of doses. */
  static final Bounds DOSES = Bounds.between(1, 28, "");

  /** Hours from one dose to the next. */
  static final Bounds EVERY_HOURS = Bounds.between(1, 336, "h");

  /** Shortest infusion that is not at once (h). */
  static final double SHORTEST_INFUSION_HOURS = 0.01;

  /** Experiments kept beside the chosen one. */
  static final int PINS = 3;

  /** Characters of a query; the longest sensible one, with its pins, has about 1600. */
  static final int QUERY_CHARACTERS = 2000;

  /** Bytes of request line and headers together. */
  static final int HEAD_BYTES = 16_384;

  /** Header lines of a request. */
  static final int HEADERS = 64;

  /** Seconds in which a request must have arrived. */
  static final int REQUEST_SECONDS = 5;

  /** Seconds in which it must have been answered, and the answer been read. */
  static final int ANSWER_SECONDS = 30;

  /** Connections open at a time. */
  static final int CONNECTIONS = 256;

  /** Requests answered at a time, most of them waiting for their bytes. */
  static final int THREADS = 32;

  /** Requests that may wait for one of the threads. */
  static final int QUEUE = 128;

  /** Requests that may wait for being computed; further ones get a 503. */
  static final int WAITING = 16;

  /** Milliseconds a request may wait for being computed before it gets a 503. */
  static final long WAITING_MILLISECONDS = 3_000;

  private Limits() {}
}
