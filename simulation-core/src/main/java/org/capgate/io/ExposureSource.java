package org.capgate.io;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.capgate.compile.CSource;
import org.capgate.exposure.ExposureTerms;
import org.capgate.treatment.Target;

/** A closed-form exposure as C source: the drug effects u(t), one per target, and du/dt. */
final class ExposureSource {
  private static final String HILL =
      """
      /* s C^n/(K^n + C^n) and its slope in C, from a power that cannot overflow. */
      static inline double capgate_hill(double c, double s, double k, double n, double *slope) {
        if (c <= 0) {
          *slope = n == 1 ? s / k : 0;
          return 0;
        }
        const int low = c <= k;
        const double ratio = low ? c / k : k / c;
        const double power = n == 1 ? ratio : pow(ratio, n);
        const double sum = 1 + power;
        *slope = s * n * power / (sum * sum * c);
        return s * (low ? power : 1) / sum;
      }

      """;
  private static final String PAIR =
      """
      /* Divided difference exp[a, b](t), b <= a or not. */
      static inline double capgate_pair(double a, double b, double t) {
        const double x = fabs(a - b) * t;
        return t * exp((a > b ? a : b) * t) * (x == 0 ? 1 : -expm1(-x) / x);
      }

      """;

  private final ExposureTerms terms;
  private final StringBuilder text = new StringBuilder();

  private ExposureSource(ExposureTerms terms) {
    this.terms = terms;
  }

  static String of(ExposureTerms terms) {
    return new ExposureSource(terms).written();
  }

  private String written() {
    int breakpoints = terms.breakpointsHours().size();
    text.append(
        "/* Segment k lies between breakpoints k - 1 and k; nothing has been given in 0. */\n");
    text.append("const int capgate_breakpoints = ").append(breakpoints).append(";\n");
    text.append("const double capgate_breakpoint_hours[] = {");
    StringJoiner hours = new StringJoiner(", ");
    terms.breakpointsHours().forEach(hour -> hours.add(CSource.number(hour)));
    text.append(breakpoints == 0 ? "0" : hours).append("};\n\n");
    if (!terms.effects().isEmpty()) {
      text.append(HILL);
      if (terms.groups().stream().anyMatch(group -> group.size() == 2)) {
        text.append(PAIR);
      }
      coefficients();
    }
    effects();
    return text.toString();
  }

  /** Level by level, the functions that enter it in any segment. */
  private List<Integer> functionsOf(ExposureTerms.Level level) {
    List<Integer> used = new ArrayList<>();
    for (int m = 0; m <= terms.functions(); m++) {
      int function = m;
      if (level.coefficients().stream().anyMatch(row -> row.get(function) != 0)) {
        used.add(m);
      }
    }
    return used;
  }

  private void coefficients() {
    int segments = terms.breakpointsHours().size() + 1;
    for (int level = 0; level < terms.levels().size(); level++) {
      List<Integer> used = functionsOf(terms.levels().get(level));
      text.append("static const double capgate_level").append(level);
      text.append("[").append(segments).append("][").append(Math.max(1, used.size()));
      text.append("] = {\n");
      for (List<Double> row : terms.levels().get(level).coefficients()) {
        StringJoiner numbers = new StringJoiner(", ", "    {", "},\n");
        used.forEach(m -> numbers.add(CSource.number(row.get(m))));
        text.append(used.isEmpty() ? "    {0},\n" : numbers);
      }
      text.append("};\n");
    }
    text.append('\n');
  }

  private void effects() {
    text.append("/* Effects u at a time of a segment, and du/dt per hour. */\n");
    text.append("void capgate_inputs(int segment, double t, double *u, double *r) {\n");
    text.append("  for (int i = 0; i < ").append(Target.values().length).append("; i++) {\n");
    text.append("    u[i] = 0;\n    r[i] = 0;\n  }\n");
    if (terms.effects().isEmpty()) {
      text.append("  (void)segment;\n  (void)t;\n}\n\n");
      return;
    }
    text.append("  if (segment == 0) {\n    return;\n  }\n");
    text.append("  const double since = t - capgate_breakpoint_hours[segment - 1];\n");
    text.append("  const double s = since > 0 ? since : 0;\n");
    basis();
    for (int level = 0; level < terms.levels().size(); level++) {
      level(level);
    }
    text.append("  double e, slope;\n");
    terms.effects().forEach(this::effect);
    text.append("}\n\n");
  }

  private void basis() {
    int m = 0;
    for (List<Double> group : terms.groups()) {
      if (group.size() > 2) {
        throw new IllegalArgumentException(
            "three rates of one exposure lie within a twentieth of each other, which cannot be exported");
      }
      for (int j = 0; j < group.size(); j++, m++) {
        String rate = CSource.number(group.get(j));
        String function =
            j == 0
                ? "exp(" + rate + " * s)"
                : "capgate_pair(" + CSource.number(group.get(0)) + ", " + rate + ", s)";
        line("const double g" + m + " = " + function);
        line("const double d" + m + " = " + rate + " * g" + m + (j == 0 ? "" : " + g" + (m - 1)));
      }
    }
    text.append(usesOfUnused());
  }

  /** A state that reaches no target leaves its function unused. */
  private String usesOfUnused() {
    StringBuilder uses = new StringBuilder();
    for (int m = 0; m < terms.functions(); m++) {
      int function = m;
      if (terms.levels().stream().noneMatch(level -> functionsOf(level).contains(function))) {
        uses.append("  (void)d").append(m).append(";\n");
      }
    }
    return uses.toString();
  }

  private void level(int level) {
    List<Integer> used = functionsOf(terms.levels().get(level));
    StringBuilder value = new StringBuilder("0");
    StringBuilder rate = new StringBuilder("0");
    for (int k = 0; k < used.size(); k++) {
      String coefficient = " + capgate_level" + level + "[segment][" + k + "]";
      value.append(coefficient);
      if (used.get(k) < terms.functions()) {
        value.append(" * g").append(used.get(k));
        rate.append(coefficient).append(" * d").append(used.get(k));
      }
    }
    line("const double c" + level + " = " + value);
    line("const double r" + level + " = " + rate);
  }

  /**
   * One more contribution to a target: {@link org.capgate.treatment.Action#act} and {@link
   * Target#combined} in C, which ExposureSourceTest holds against them.
   */
  private void effect(ExposureTerms.Effect effect) {
    String level = "c" + effect.level();
    int target = effect.target().ordinal();
    String scale = CSource.number(effect.scale());
    if (effect.isProportional()) {
      line("slope = " + scale);
      line("e = slope * (" + level + " > 0 ? " + level + " : 0)");
    } else {
      line(
          "e = capgate_hill("
              + String.join(
                  ", ",
                  level,
                  scale,
                  CSource.number(effect.potencyMicromolar()),
                  CSource.number(effect.hillSlope()),
                  "&slope")
              + ")");
    }
    String rate = "slope * r" + effect.level();
    if (effect.target().isAdditive()) {
      line("u[" + target + "] += e");
      line("r[" + target + "] += " + rate);
    } else {
      line(
          "r["
              + target
              + "] = r["
              + target
              + "] * (1 + e) + "
              + rate
              + " * (1 + u["
              + target
              + "])");
      line("u[" + target + "] += e + u[" + target + "] * e");
    }
  }

  private void line(String statement) {
    text.append("  ").append(statement).append(";\n");
  }
}
