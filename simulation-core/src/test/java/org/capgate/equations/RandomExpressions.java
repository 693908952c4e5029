package org.capgate.equations;

import java.util.List;
import java.util.Random;

/**
 * Random dimensionless expressions over positive symbols; every operation occurs, and no
 * denominator or radicand comes near 0.
 */
public final class RandomExpressions {
  private final Random random;
  private final List<Symbol> pool;

  /** Draws leaves from the pool, whose symbols must be given values in about [0.1, 2]. */
  public RandomExpressions(Random random, List<Symbol> pool) {
    this.random = random;
    this.pool = pool;
  }

  /** An expression of any sign. */
  public Expression any(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(6)) {
      case 0 -> any(depth - 1).minus(any(depth - 1));
      case 1 -> any(depth - 1).negate();
      case 2 -> any(depth - 1).times(any(depth - 1));
      case 3 -> any(depth - 1).over(positive(depth - 1).plus(0.5));
      case 4 -> any(depth - 1).power(random.nextInt(4));
      default -> positive(depth);
    };
  }

  /** An expression that is positive where all symbols are. */
  public Expression positive(int depth) {
    if (depth == 0) {
      return leaf();
    }
    return switch (random.nextInt(6)) {
      case 0 -> positive(depth - 1).plus(positive(depth - 1));
      case 1 -> positive(depth - 1).times(positive(depth - 1));
      case 2 -> positive(depth - 1).over(positive(depth - 1).plus(0.5));
      case 3 -> positive(depth - 1).plus(0.5).power(random.nextInt(6) - 2);
      case 4 -> positive(depth - 1).plus(0.1).squareRoot();
      default -> Expressions.hill(positive(depth - 1), leaf().plus(0.5), 1 + random.nextInt(3));
    };
  }

  /** An expression between 0.1 and 1.1, so that chains of definitions stay tame. */
  public Expression bounded(int depth) {
    return Expressions.hill(positive(depth), Expressions.number(0.7), 2).plus(0.1);
  }

  private Expression leaf() {
    return random.nextInt(8) == 0
        ? Expressions.number(0.25 * (1 + random.nextInt(8)))
        : pool.get(random.nextInt(pool.size()));
  }
}
