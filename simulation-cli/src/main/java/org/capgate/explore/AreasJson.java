package org.capgate.explore;

import java.util.List;
import org.capgate.viz.Thinning;

/** Areas around curves as JSON, thinned to the points a screen can show. */
final class AreasJson {
  private static final double WIDTH_PIXELS = 1200;
  private static final double HEIGHT_PIXELS = 400;

  private final JsonText json;

  AreasJson(JsonText json) {
    this.json = json;
  }

  static String of(Known known) {
    JsonText json = new JsonText();
    json.open('{').name("sets").number(known.sets()).name("of").number(known.of());
    json.name("verdict").string(known.verdict()).name("areas");
    new AreasJson(json).write(known.areas());
    return json.close('}').toString();
  }

  static String of(Crowds.Seen seen, double[] doseHours) {
    JsonText json = new JsonText();
    json.open('{').name("subjects").number(seen.subjects()).name("of").number(Crowds.MOST);
    json.name("failed").number(seen.failed()).name("sentence").string(seen.sentence());
    json.name("areas");
    new AreasJson(json).write(seen.areas());
    return PanelsJson.add(json, seen.panel(), doseHours).close('}').toString();
  }

  private void write(List<Area> areas) {
    json.open('[');
    for (Area area : areas) {
      json.open('{').name("name").string(area.name()).name("panel").number(area.panel());
      json.name("bands").open('[');
      for (int band = 0; band < area.low().length; band++) {
        json.open('{');
        edge("low", area.hours(), area.low()[band]);
        edge("high", area.hours(), area.high()[band]);
        json.close('}');
      }
      json.close(']').close('}');
    }
    json.close(']');
  }

  private void edge(String name, double[] hours, double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    double perHour = WIDTH_PIXELS / Math.max(1e-9, hours[hours.length - 1] - hours[0]);
    double perUnit = high > low ? HEIGHT_PIXELS / (high - low) : 0;
    double[] x = new double[hours.length];
    double[] y = new double[hours.length];
    for (int i = 0; i < hours.length; i++) {
      x[i] = (hours[i] - hours[0]) * perHour;
      y[i] = (values[i] - low) * perUnit;
    }
    int[] kept = Thinning.keep(x, y);
    json.name(name).open('{').name("hours").open('[');
    for (int i : kept) {
      json.brief(hours[i]);
    }
    json.close(']').name("values").open('[');
    for (int i : kept) {
      json.brief(values[i]);
    }
    json.close(']').close('}');
  }
}
