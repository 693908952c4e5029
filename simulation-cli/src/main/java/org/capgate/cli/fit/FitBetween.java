package org.capgate.cli.fit;

import java.util.Map;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.cli.output.Numeral;
import org.capgate.fit.Between;
import org.capgate.fit.Fit;

/** How subjects differ, as text and table. */
record FitBetween(Between between) {
  private static final int NAME_WIDTH = 68;

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
            Numeral.left(
                "between %s subjects, each fitted alone".formatted(between.subjects().size()),
                NAME_WIDTH))
        .append(Numeral.right("typical", 10))
        .append("   spread\n");
    for (Between.Spread spread : between.spreads()) {
      boolean isLogarithmic = spread.varied().low() > 0;
      text.append(Numeral.left("  " + spread.varied().name(), NAME_WIDTH))
          .append(Numeral.right(Numeral.compact(spread.typical()), 10))
          .append("   ")
          .append(Numeral.compact(spread.deviation()))
          .append(isLogarithmic ? " of the logarithm" : "")
          .append('\n');
    }
    if (between.leftOut() > 0) {
      text.append(
          "%s subjects have too few observations to be fitted alone\n"
              .formatted(between.leftOut()));
    }
    return text.toString();
  }

  /** One row for each number of each subject, then the typical ones with their spread. */
  Table table(Map<String, String> provenance) {
    TableBuilder table =
        Table.builder()
            .text("subject")
            .text("name")
            .number("value")
            .number("intervalLow")
            .number("intervalHigh")
            .number("typical")
            .number("spread")
            .text("spreadOf")
            .provenance(provenance);
    for (Between.OfSubject subject : between.subjects()) {
      for (int i = 0; i < subject.estimates().size(); i++) {
        Fit.Estimate estimate = subject.estimates().get(i);
        Between.Spread spread = between.spreads().get(i);
        table.row(
            subject.subject(),
            estimate.varied().name(),
            estimate.value(),
            estimate.low(),
            estimate.high(),
            spread.typical(),
            spread.deviation(),
            spread.varied().low() > 0 ? "logarithm" : "value");
      }
    }
    return table.build();
  }
}
