package org.capgate.explore;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;
import org.capgate.input.Bounds;
import org.capgate.scenario.Stress;
import org.capgate.treatment.Species;
import org.capgate.viz.FigureTheme;

/** What the page offers, as JSON: words, bounds, what is usual, and the colours of figures. */
final class ChoicesJson {
  private ChoicesJson() {}

  static String of(Explorer explorer, String version, String options) {
    CompoundChoices compounds = explorer.compounds();
    JsonText json = new JsonText();
    json.open('{').name("version").string(version).name("options").string(options);
    json.name("usual").open('{');
    for (Map.Entry<String, String> entry : ViewReader.written(View.usual()).entrySet()) {
      json.name(entry.getKey()).string(entry.getValue());
    }
    json.close('}');
    json.name("stress").strings(Stress.words());
    json.name("units").strings(CompoundChoices.UNITS);
    json.name("proteins").open('[');
    for (ProteinScale scale : ProteinScale.values()) {
      json.open('{').name("name").string(scale.word());
      json.name("protein").string(scale.protein());
      json.name("cells").string(scale.cells().name().toLowerCase(Locale.ROOT));
      json.close('}');
    }
    json.close(']');
    json.name("presets").open('[');
    for (Preset preset : Preset.ALL) {
      json.open('{').name("label").string(preset.label());
      json.name("query").string(preset.query()).close('}');
    }
    json.close(']');
    json.name("sets").number(explorer.sets()).name("subjects").number(Crowds.MOST);
    json.name("mostPins").number(Limits.PINS);
    json.name("bounds").open('{');
    bounds(json, "percent", Limits.PERCENT);
    bounds(json, "dose", Limits.DOSE);
    bounds(json, "infusion-hours", Limits.INFUSION_HOURS);
    bounds(json, "doses", Limits.DOSES);
    bounds(json, "every-hours", Limits.EVERY_HOURS);
    bounds(json, "days", Limits.DAYS);
    json.close('}');
    json.name("species").open('{');
    for (Species species : Species.values()) {
      json.name(species.word()).open('{');
      for (String compound : compounds.names(species)) {
        json.name(compound).strings(compounds.routes(species, compound));
      }
      json.close('}');
    }
    json.close('}');
    json.name("colours").open('[');
    for (Color colour : FigureTheme.palette()) {
      json.string("#" + Integer.toHexString(0x1000000 | (colour.getRGB() & 0xFFFFFF)).substring(1));
    }
    return json.close(']').close('}').toString();
  }

  private static void bounds(JsonText json, String name, Bounds bounds) {
    json.name(name).open('[').number(bounds.low()).number(bounds.high()).close(']');
  }
}
