package org.capgate.viz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jfree.chart.plot.Plot;

/**
 * What a comparison of genotypes shows.
 *
 * @param title above everything
 * @param value axis of the curves
 * @param effect axis of the effects
 * @param genotypes at least one, the reference first
 * @param styles of the curves and effects by name
 * @param dosesHours marked in each panel
 * @param bands what the bands hold, "" if nothing is said
 * @param width on the page
 * @param footer small print below
 */
record ComparisonContent(
    String title,
    AxisLabel value,
    AxisLabel effect,
    List<Genotype> genotypes,
    ComparisonStyles styles,
    List<Double> dosesHours,
    String bands,
    FigureWidth width,
    String footer)
    implements FigureContent {

  ComparisonContent {
    dosesHours = List.copyOf(dosesHours);
  }

  /**
   * One genotype.
   *
   * @param title of its panel and its row
   * @param curves x in hours
   * @param effects of its treatments
   */
  record Genotype(String title, List<Series> curves, List<Effect> effects) {
    Genotype {
      curves = List.copyOf(curves);
      effects = List.copyOf(effects);
    }
  }

  Genotype reference() {
    return genotypes.get(0);
  }

  /** The value of the untreated reference, which is drawn behind the curves of the others. */
  OptionalDouble level() {
    if (genotypes.size() == 1) {
      return OptionalDouble.empty();
    }
    return reference().curves().stream()
        .filter(curve -> !styles.isTreatment(curve.name()))
        .mapToDouble(curve -> curve.y(0))
        .findFirst();
  }

  boolean hasEffects() {
    return genotypes.stream().anyMatch(genotype -> !genotype.effects().isEmpty());
  }

  List<Series> allCurves() {
    return genotypes.stream().flatMap(genotype -> genotype.curves().stream()).toList();
  }

  BrokenTime time() {
    return BrokenTime.over(Interval.ofX(allCurves()));
  }

  /** A letter for each published source, in order of appearance. */
  Map<String, String> sources() {
    Map<String, String> letters = new LinkedHashMap<>();
    for (Genotype genotype : genotypes) {
      for (Effect shown : genotype.effects()) {
        for (PublishedEffect finding : shown.published()) {
          letters.computeIfAbsent(finding.source(), first -> letter(letters.size()));
        }
      }
    }
    return letters;
  }

  private static String letter(int index) {
    String last = String.valueOf((char) ('a' + index % 26));
    return index < 26 ? last : letter(index / 26 - 1) + last;
  }

  /** Everything in small print: what signs mean, sources, and the footer. */
  List<String> smallPrint() {
    List<String> lines = new ArrayList<>();
    if (!bands.isEmpty()) {
      lines.add("Bands: " + bands + ".");
    }
    Map<String, String> sources = sources();
    if (!sources.isEmpty()) {
      List<String> listed = new ArrayList<>();
      sources.forEach((source, letter) -> listed.add("(%s) %s".formatted(letter, source)));
      boolean numbers =
          genotypes.stream()
              .flatMap(genotype -> genotype.effects().stream())
              .flatMap(shown -> shown.published().stream())
              .anyMatch(finding -> finding.treated().isPresent());
      String sign = numbers ? "Published (diamonds: number and range): " : "Published: ";
      lines.add(sign + String.join("; ", listed) + ".");
    }
    if (!footer.isEmpty()) {
      lines.add(footer);
    }
    return lines;
  }

  @Override
  public ComparisonContent withFooter(String text) {
    return new ComparisonContent(
        title, value, effect, genotypes, styles, dosesHours, bands, width, text);
  }

  @Override
  public String description() {
    StringBuilder text = new StringBuilder(title);
    text.append(": ").append(value.text()).append(" over time after ");
    text.append(String.join("; ", styles.treatments())).append(", a panel for each of ");
    text.append(String.join("; ", genotypes.stream().map(Genotype::title).toList())).append('.');
    if (hasEffects()) {
      text.append(' ').append(effect.text()).append(", change against untreated:");
      for (Genotype genotype : genotypes) {
        for (Effect shown : genotype.effects()) {
          text.append(
              " %s, %s %s%s;"
                  .formatted(
                      genotype.title(),
                      shown.treatment(),
                      shown.changeText(),
                      shown.verdictText().isEmpty() ? "" : ", " + shown.verdictText()));
        }
      }
      text.setCharAt(text.length() - 1, '.');
    }
    return text.toString().replace('\u00a0', ' ');
  }

  @Override
  public double naturalHeight(double widthPixels) {
    return new ComparisonLayout(this).height();
  }

  @Override
  public Plot plot() {
    return new ComparisonSheet(this);
  }
}
