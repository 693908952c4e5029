package org.capgate.explore;

import java.util.Arrays;
import java.util.Optional;
import org.capgate.viz.Thinning;

/** The curves of a view as JSON, thinned to the points a screen can show. */
final class PanelsJson {
  /** Pixels of the largest panel of the page, on a screen of double density. */
  private static final double WIDTH_PIXELS = 1200;

  private static final double HEIGHT_PIXELS = 400;

  private final JsonText json;

  private PanelsJson(JsonText json) {
    this.json = json;
  }

  static String of(Panels panels) {
    return new PanelsJson(new JsonText()).write(panels);
  }

  /** One panel alone, which begins with a dose where one is given. */
  static String of(Panel panel, double[] doseHours) {
    JsonText json = new JsonText();
    return add(json.open('{'), panel, doseHours).close('}').toString();
  }

  /** Doses and a panel as two more fields of an object. */
  static JsonText add(JsonText json, Panel panel, double[] doseHours) {
    json.name("doseHours").open('[');
    for (double hours : doseHours) {
      json.number(hours);
    }
    json.close(']').name("panel");
    new PanelsJson(json).panel(panel);
    return json;
  }

  private String write(Panels panels) {
    View view = panels.screen().view();
    json.open('{').name("query").string(ScreenReader.query(panels.screen()));
    json.name("genotype").string(view.genotypeLabel());
    json.name("treatment").string(view.treatment().text());
    json.name("days").number(view.days());
    json.name("doseHours").open('[');
    for (double hours : view.doseHours()) {
      json.number(hours);
    }
    json.close(']');
    ending("ending", panels.ending());
    ending("wildTypeEnding", panels.wildTypeEnding());
    json.name("panels").open('[');
    for (Panel panel : panels.panels()) {
      panel(panel);
    }
    return json.close(']').close('}').toString();
  }

  private void ending(String name, Optional<Solution.Ending> ending) {
    json.name(name);
    if (ending.isEmpty()) {
      json.nothing();
      return;
    }
    json.open('{').name("hours").number(ending.get().hours());
    json.name("reason").string(ending.get().reason()).close('}');
  }

  private void panel(Panel panel) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Line line : panel.lines()) {
      for (double value : line.values()) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    json.open('{').name("quantity").string(panel.label().quantity());
    json.name("unit").string(panel.label().unit());
    json.name("endHours").number(panel.endHours());
    json.name("lines").open('[');
    for (Line line : panel.lines()) {
      line(line, panel.endHours(), low, high - low);
    }
    json.close(']').close('}');
  }

  private void line(Line line, double endHours, double low, double span) {
    double[] hours = upTo(endHours, line.hours());
    double perHour = WIDTH_PIXELS / endHours;
    double perUnit = span > 0 ? HEIGHT_PIXELS / span : 0;
    double[] x = new double[hours.length];
    double[] y = new double[hours.length];
    for (int i = 0; i < hours.length; i++) {
      x[i] = (hours[i] - hours[0]) * perHour;
      y[i] = (line.values()[i] - low) * perUnit;
    }
    int[] kept = Thinning.keep(x, y);
    json.open('{').name("name").string(line.label());
    json.name("reference").bool(line.isReference());
    json.name("hours").open('[');
    for (int i : kept) {
      json.brief(hours[i]);
    }
    json.close(']').name("values").open('[');
    for (int i : kept) {
      json.brief(line.values()[i]);
    }
    json.close(']').close('}');
  }

  private static double[] upTo(double endHours, double[] hours) {
    int end = hours.length;
    while (end > 1 && hours[end - 1] > endHours + 1e-9) {
      end--;
    }
    return Arrays.copyOf(hours, end);
  }
}
