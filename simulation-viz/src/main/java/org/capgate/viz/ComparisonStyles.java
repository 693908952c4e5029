package org.capgate.viz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The look of each curve of a comparison by its name: grey if untreated, else a colour of its own.
 */
final class ComparisonStyles {
  private final Map<String, LineStyle> styles = new LinkedHashMap<>();
  private final List<String> treatments = new ArrayList<>();

  ComparisonStyles(List<ComparisonContent.Genotype> genotypes, List<String> untreated) {
    int greys = 0;
    for (ComparisonContent.Genotype genotype : genotypes) {
      for (Series curve : genotype.curves()) {
        String name = curve.name();
        if (styles.containsKey(name)) {
          continue;
        }
        if (untreated.contains(name)) {
          styles.put(name, LineStyle.reference(greys++));
        } else {
          styles.put(name, LineStyle.series(treatments.size()).withoutMarker());
          treatments.add(name);
        }
      }
    }
  }

  LineStyle of(String name) {
    LineStyle style = styles.get(name);
    if (style == null) {
      throw new IllegalArgumentException("no curve is named '" + name + "'");
    }
    return style;
  }

  /** Names of the curves with an active compound, in order of first appearance. */
  List<String> treatments() {
    return List.copyOf(treatments);
  }

  boolean isTreatment(String name) {
    return treatments.contains(name);
  }
}
