package org.capgate.viz;

import java.util.ArrayList;
import java.util.List;

/**
 * Genotypes under the same treatments: a panel of curves for each, the wild type first, and below
 * what each treatment changes, from untreated to treated. A treatment has one colour everywhere;
 * what is not treated is grey. The first day is shown in hours, the rest in days.
 *
 * <pre>{@code
 * Figure figure = GenotypeComparison.titled("Mood and immobility by genotype")
 *     .value(AxisLabel.dimensionless("Mood"))
 *     .effect(new AxisLabel("Immobility at 24 h", "s"))
 *     .untreated("vehicle")
 *     .genotype("wild type", List.of(vehicle, ketamine), List.of(effectOfKetamine))
 *     .genotype("4E-BP2 knockout", ..)
 *     .dosesAtHours(0)
 *     .build();
 * }</pre>
 */
public final class GenotypeComparison extends FigureBuilder<GenotypeComparison> {
  /** As many lines as stay apart in colour and pattern. */
  private static final int MOST_TREATMENTS = 5;

  private static final int MOST_GENOTYPES = 24;

  private final List<ComparisonContent.Genotype> genotypes = new ArrayList<>();
  private final List<String> untreated = new ArrayList<>();
  private final List<Double> dosesHours = new ArrayList<>();
  private AxisLabel value = AxisLabel.dimensionless("Value");
  private AxisLabel effect = AxisLabel.dimensionless("Effect");
  private String bands = "";

  private GenotypeComparison(String title) {
    super(title, FigureWidth.TWO_COLUMNS);
  }

  /** Two columns wide unless told otherwise. */
  public static GenotypeComparison titled(String title) {
    return new GenotypeComparison(title);
  }

  /** What the curves show. */
  public GenotypeComparison value(AxisLabel label) {
    value = label;
    return this;
  }

  /** What the effects are measured in, as "Immobility at 24 h" in s. */
  public GenotypeComparison effect(AxisLabel label) {
    effect = label;
    return this;
  }

  /** Names of the curves without an active compound, which are drawn in grey. */
  public GenotypeComparison untreated(String... names) {
    for (String name : names) {
      untreated.add(Labels.clean("series name", name));
    }
    return this;
  }

  /** What the bands hold, as "50 and 90 % of 500 parameter sets"; printed below the figure. */
  public GenotypeComparison bands(String words) {
    bands = Labels.clean("meaning of the bands", words);
    return this;
  }

  /**
   * A genotype; the first is the one the others are set against.
   *
   * @param title of its panel
   * @param curves x in hours; curves of one name look the same in all panels
   * @param effects one for each treated curve, or fewer
   */
  public GenotypeComparison genotype(String title, List<Series> curves, List<Effect> effects) {
    genotypes.add(new ComparisonContent.Genotype(Labels.clean("genotype", title), curves, effects));
    return this;
  }

  /** Times of doses, marked at the top of each panel. */
  public GenotypeComparison dosesAtHours(double... times) {
    for (double time : times) {
      dosesHours.add(time);
    }
    return this;
  }

  @Override
  GenotypeComparison self() {
    return this;
  }

  @Override
  FigureContent content() {
    if (genotypes.isEmpty() || genotypes.size() > MOST_GENOTYPES) {
      throw new IllegalArgumentException(
          "comparison '%s' needs 1 to %s genotypes, but has %s"
              .formatted(title(), MOST_GENOTYPES, genotypes.size()));
    }
    ComparisonStyles styles = new ComparisonStyles(genotypes, untreated);
    if (styles.treatments().size() > MOST_TREATMENTS) {
      throw new IllegalArgumentException(
          "comparison '%s' can tell %s treatments apart, but has %s: %s"
              .formatted(
                  title(),
                  MOST_TREATMENTS,
                  styles.treatments().size(),
                  String.join("; ", styles.treatments())));
    }
    for (ComparisonContent.Genotype genotype : genotypes) {
      if (genotype.curves().isEmpty()) {
        throw new IllegalArgumentException(
            "genotype '%s' has no curve".formatted(genotype.title()));
      }
      Series.requireDifferentNames("figure '" + title() + "'", genotype.curves());
      for (Effect shown : genotype.effects()) {
        if (!styles.treatments().contains(shown.treatment())) {
          throw new IllegalArgumentException(
              "effect of '%s' in '%s' has no curve of that name"
                  .formatted(shown.treatment(), genotype.title()));
        }
      }
    }
    return new ComparisonContent(
        title(), value, effect, List.copyOf(genotypes), styles, dosesHours, bands, width(), "");
  }
}
