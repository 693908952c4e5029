package org.capgate.population;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.capgate.random.RandomStream;

/**
 * The candidates for one place in a sample, one after the other, each plausible in every value. A
 * value follows from (seed, number of the subject, name of what varies) and the number of the
 * candidate alone, so that what else varies changes nothing.
 */
public final class Candidates {
  /** A population of which so few are plausible is stated wrongly. */
  static final int MOST_ATTEMPTS = 10_000;

  private final Population population;
  private final long number;
  private final RandomStream[] streams;
  private final RandomStream expecting;
  private final RandomStream recovering;
  private int attempts;

  Candidates(Population population, long seed, long number) {
    this.population = population;
    this.number = number;
    expecting = RandomStream.of(seed, number, 0, "placebo expectancy");
    recovering = RandomStream.of(seed, number, 0, "placebo course");
    List<Varied> varied = population.varied();
    streams = new RandomStream[varied.size()];
    for (int i = 0; i < streams.length; i++) {
      streams[i] = RandomStream.of(seed, number, 0, "population " + varied.get(i).name());
    }
  }

  /**
   * The next one.
   *
   * @throws ImplausibleException when none was plausible in too many attempts
   */
  public Subject next() {
    double[] z = new double[streams.length + 2];
    while (attempts < MOST_ATTEMPTS) {
      attempts++;
      for (int i = 0; i < streams.length; i++) {
        z[i] = streams[i].nextGaussian();
      }
      z[streams.length] = expecting.nextGaussian();
      z[streams.length + 1] = recovering.nextGaussian();
      Optional<Subject> plausible =
          population.subject(number, attempts, Arrays.copyOf(z, population.dimensions()));
      if (plausible.isPresent()) {
        return plausible.get();
      }
    }
    throw new ImplausibleException(
        "none of %s candidates for subject %s of '%s' was plausible"
            .formatted(MOST_ATTEMPTS, number, population.name()));
  }
}
