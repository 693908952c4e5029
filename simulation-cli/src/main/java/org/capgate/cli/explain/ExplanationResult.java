package org.capgate.cli.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Numeral;
import org.capgate.explain.Explanation;
import org.capgate.explain.Explanation.Cause;
import org.capgate.explain.Explanation.Passage;
import org.capgate.viz.AxisLabel;
import org.capgate.viz.Figure;
import org.capgate.viz.GroupedBars;
import org.jspecify.annotations.Nullable;

/**
 * An explanation in words, as a table and as a figure.
 *
 * @param title what was run
 * @param why the explanation
 * @param left changes that are left without a cause
 * @param isPair whether two runs are compared
 */
record ExplanationResult(String title, Explanation why, Map<Cause, Double> left, boolean isPair) {
  private static final int WORDS_WIDTH = 64;

  /** Smaller shares are added up as others. */
  private static final double LEAST_SHARE = 0.01;

  private static final int MOST_SHOWN = 8;

  private double share(double contribution) {
    return contribution / why.change();
  }

  private List<Cause> shown() {
    return why.causes().stream()
        .filter(cause -> Math.abs(share(cause.contribution())) >= LEAST_SHARE)
        .limit(MOST_SHOWN)
        .toList();
  }

  private double others(List<Cause> shown) {
    double sum = 0;
    for (Cause cause : why.causes()) {
      sum += shown.contains(cause) ? 0 : cause.contribution();
    }
    return sum;
  }

  private static String words(Cause cause) {
    return switch (cause.kind()) {
      case DRUG_EFFECT -> Explanation.words(cause.symbol());
      case STORED -> "away from rest already: " + Explanation.words(cause.symbol());
      case PARTING -> "responds differently: " + Explanation.words(cause.symbol());
    };
  }

  private static String numbered(String words, int equation) {
    String number = equation == 0 ? "" : " (%s)".formatted(equation);
    int room = WORDS_WIDTH - 2 - number.length();
    String cut = words.length() <= room ? words : words.substring(0, room - 1) + "…";
    return Numeral.left("  " + cut + number, WORDS_WIDTH);
  }

  private String percent(double contribution) {
    return Numeral.right(Numeral.fixed(100 * share(contribution), 1) + " %", 9);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(title).append('\n').append(sentence()).append('\n');
    if (why.change() == 0) {
      return text.toString();
    }
    List<Cause> shown = shown();
    text.append("what it came from (equations of docs/MODEL.md in parentheses)\n");
    for (Cause cause : shown) {
      text.append(numbered(words(cause), cause.equation())).append(percent(cause.contribution()));
      Double without = left.get(cause);
      if (without != null) {
        text.append("   without it: %s".formatted(signed(without)));
      }
      text.append('\n');
    }
    text.append(numbered("others", 0)).append(percent(others(shown))).append('\n');
    text.append("the way most of it came; what passed, and when on average\n");
    for (Passage passage : why.mainWay()) {
      text.append(numbered(Explanation.words(passage.symbol()), passage.equation()))
          .append(percent(passage.contribution()))
          .append(Numeral.right(Numeral.time(passage.meanHours()), 10))
          .append('\n');
    }
    return text.toString();
  }

  private static String signed(double change) {
    return (change > 0 ? "+" : "") + Numeral.digits(change, 3);
  }

  private String sentence() {
    String name = why.readout().name();
    String times =
        "from %s to %s".formatted(Numeral.time(why.fromHours()), Numeral.time(why.toHours()));
    String amount = Numeral.digits(Math.abs(why.change()), 4);
    String unit = why.readout().unit().equals("1") ? "" : " " + why.readout().unit();
    if (isPair) {
      return "%s changed by %s%s %s than there %s"
          .formatted(name, amount, unit, why.change() < 0 ? "less" : "more", times);
    }
    return "%s %s by %s%s %s, to %s"
        .formatted(
            name,
            why.change() < 0 ? "fell" : "rose",
            amount,
            unit,
            times,
            Numeral.digits(why.before() + why.change(), 4));
  }

  /** Causes, which add up with the remainder; what passed through symbols; and between them. */
  Table table(Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("row")
            .text("symbol")
            .text("into")
            .number("equation")
            .number("contribution")
            .number("share")
            .number("meanHours")
            .number("changeWithout")
            .provenance(provenance);
    for (Cause cause : why.causes()) {
      table.row(
          "cause: "
              + switch (cause.kind()) {
                case DRUG_EFFECT -> "drug effect";
                case STORED -> "stored";
                case PARTING -> "parting";
              },
          cause.symbol().name(),
          "",
          numberOrNone(cause.equation()),
          cause.contribution(),
          Numeral.orNone(share(cause.contribution())),
          null,
          left.get(cause));
    }
    table.row(
        "remainder",
        "",
        "",
        null,
        why.remainder(),
        Numeral.orNone(share(why.remainder())),
        null,
        null);
    for (Passage passage : why.passages()) {
      table.row(
          "passed through",
          passage.symbol().name(),
          "",
          numberOrNone(passage.equation()),
          passage.contribution(),
          Numeral.orNone(share(passage.contribution())),
          Numeral.orNone(passage.meanHours()),
          null);
    }
    for (Explanation.Flow flow : why.flows()) {
      table.row(
          "passed between",
          flow.from().name(),
          flow.to().name(),
          numberOrNone(flow.equation()),
          flow.contribution(),
          Numeral.orNone(share(flow.contribution())),
          null,
          null);
    }
    return table.build();
  }

  private static @Nullable Double numberOrNone(int equation) {
    return equation == 0 ? null : (double) equation;
  }

  /** Causes from above, then the way from its beginning to the readout. */
  Figure figure(Map<String, String> provenance) {
    Map<String, Double> causes = new LinkedHashMap<>();
    for (Cause cause : shown()) {
      causes.put(label(words(cause), cause.equation()), 100 * share(cause.contribution()));
    }
    Map<String, Double> way = new LinkedHashMap<>();
    for (Passage passage : why.mainWay()) {
      way.put(
          label(Explanation.words(passage.symbol()), passage.equation()),
          100 * share(passage.contribution()));
    }
    List<String> groups = new ArrayList<>(causes.keySet());
    way.keySet().stream().filter(label -> !groups.contains(label)).forEach(groups::add);
    GroupedBars figure =
        GroupedBars.titled("%s: %s".formatted(title, sentence()))
            .value(new AxisLabel("Share of the change", "%"))
            .provenance(provenance);
    for (String group : groups) {
      Double cause = causes.get(group);
      Double passed = way.get(group);
      if (cause != null) {
        figure.bar(group, "came from", cause);
      }
      if (passed != null && cause == null) {
        figure.bar(group, "passed through", passed);
      }
    }
    return figure.build();
  }

  private static String label(String words, int equation) {
    return equation == 0 ? words : "%s (%s)".formatted(words, equation);
  }
}
