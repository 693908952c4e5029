package org.capgate.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.population.Population;

/**
 * What those of a part of the subjects have that the others have not, by the independent standard
 * normal numbers behind each of their numbers, so that none borrows from another.
 */
final class Carriers {
  private final List<String> names = new ArrayList<>();
  private final Moments[] among;
  private final Moments[] others;
  private final double[] products; // sums of number times score
  private final Moments[] all;
  private final Moments scores = new Moments();

  Carriers(Population population) {
    population.varied().forEach(varied -> names.add(varied.name()));
    if (population.placebo().isPresent()) {
      names.add("placebo expectancy");
      names.add("placebo course");
    }
    among = moments();
    others = moments();
    all = moments();
    products = new double[names.size()];
  }

  private Moments[] moments() {
    return IntStream.range(0, names.size()).mapToObj(i -> new Moments()).toArray(Moments[]::new);
  }

  /**
   * A subject.
   *
   * @param normals its numbers
   * @param isAmong whether it is of the part
   * @param score what was measured where that is decided
   */
  void add(double[] normals, boolean isAmong, double score) {
    double before = scores.count() == 0 ? 0 : scores.mean();
    scores.add(score);
    for (int i = 0; i < normals.length; i++) {
      (isAmong ? among : others)[i].add(normals[i]);
      all[i].add(normals[i]);
      products[i] += (normals[i] - all[i].mean()) * (score - before);
    }
  }

  /**
   * Each number: mean of both, in standard deviations of the population, their difference with its
   * 95 % interval, and which share of the variance of the score goes with it. The largest first.
   */
  Table table() {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (among[i].count() < 2 || others[i].count() < 2) {
        continue;
      }
      double difference = among[i].mean() - others[i].mean();
      double half = 1.96 * Math.sqrt(squaredError(among[i]) + squaredError(others[i]));
      double both = all[i].deviation() * scores.deviation() * (scores.count() - 1);
      double correlation = both > 0 ? products[i] / both : 0;
      rows.add(
          new Object[] {
            names.get(i),
            among[i].mean(),
            others[i].mean(),
            difference,
            difference - half,
            difference + half,
            correlation * correlation
          });
    }
    rows.sort(Comparator.comparingDouble((Object[] row) -> -Math.abs((double) row[3])));
    TableBuilder table =
        Table.builder()
            .text("number")
            .number("meanAmong")
            .number("meanOthers")
            .number("difference")
            .number("low")
            .number("high")
            .number("shareOfVariance");
    rows.forEach(table::row);
    return table.build();
  }

  private static double squaredError(Moments moments) {
    return moments.deviation() * moments.deviation() / moments.count();
  }
}
