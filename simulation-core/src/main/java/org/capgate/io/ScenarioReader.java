package org.capgate.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.capgate.exposure.Exposure;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;
import org.capgate.input.YamlScalar;
import org.capgate.input.YamlSequence;
import org.capgate.model.Genotype;
import org.capgate.model.Mechanisms;
import org.capgate.model.ParameterSet;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.scenario.Stress;
import org.capgate.treatment.Administration;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;

/** Reads the fields of {@code capgate-scenario: 1}; each is checked where it stands. */
final class ScenarioReader {

  static final int VERSION = 1;
  static final double USUAL_SAMPLE_MINUTES = 10;
  static final long USUAL_SEED = 1;
  static final List<String> USUAL_READOUTS =
      List.of("mood", "immobility", "excitatory-transmission", "inhibitory-transmission");

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_DESCRIPTION = 10_000;
  private static final long LARGEST_SEED = 999_999_999_999_999_999L;

  private final YamlMapping document;
  private final Function<Species, Scenario.Builder> subject;
  private final UnaryOperator<Scenario> onTop;
  private final Mistakes mistakes = new Mistakes();
  private double durationDays;

  ScenarioReader(
      YamlMapping document,
      Function<Species, Scenario.Builder> subject,
      UnaryOperator<Scenario> onTop) {
    this.document = document;
    this.subject = subject;
    this.onTop = onTop;
  }

  ScenarioFile read() {
    checkVersion(document, "capgate-scenario");
    mistakes.in(this::requireKnownFields);
    String name = mistakes.orElse("", () -> name(document));
    String description = mistakes.orElse("", this::description);
    List<Readout> readouts = mistakes.orElse(List.of(), () -> readouts(document));
    long seed = mistakes.orElse(USUAL_SEED, () -> seed(document));
    Mistakes ofSubject = new Mistakes();
    durationDays =
        ofSubject.orElse(1.0, () -> document.number("duration-days", ScenarioFile.DURATION_DAYS));
    String species = ofSubject.orElse("mouse", () -> document.oneOf("species", Species.words()));
    Preparation preparation = ofSubject.orElse(Preparation.IN_VIVO, this::preparation);
    if (!ofSubject.isEmpty()) { // of another subject, what follows could be right
      mistakes.in(ofSubject::check);
      mistakes.check();
    }
    Scenario usual = subject.apply(Species.of(species)).preparation(preparation).build();
    Scenario changed = changed(usual, document);
    double sampleMinutes = mistakes.orElse(USUAL_SAMPLE_MINUTES, this::sampleMinutes);
    Scenario scenario = mistakes.isEmpty() ? onTop.apply(changed) : changed;
    List<ScenarioFile.Variant> variants =
        mistakes.orElse(List.of(), () -> variants(name, scenario));
    mistakes.check();
    ScenarioFile file =
        new ScenarioFile(
            name, description, scenario, variants, durationDays, sampleMinutes, readouts, seed);
    checkSamples(file);
    return file;
  }

  private void requireKnownFields() {
    document.knowing(
        "capgate-scenario",
        "name",
        "description",
        "species",
        "preparation",
        "stress",
        "genotype",
        "treatment",
        "duration-days",
        "sample-every-minutes",
        "compare-with",
        "parameters",
        "mechanisms",
        "readouts",
        "seed");
  }

  static void checkVersion(YamlMapping document, String format) {
    YamlNode version = document.required(format);
    long stated = version.asScalar().wholeNumber(0, Integer.MAX_VALUE);
    if (stated != VERSION) {
      throw version.complaint(
          "version " + stated + " of the format is not known, this program reads " + VERSION);
    }
  }

  static String name(YamlMapping document) {
    String name = document.text("name");
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw document
          .required("name")
          .complaint(
              "must be lower-case letters, digits and single hyphens, at most "
                  + LONGEST_NAME
                  + " characters, but was "
                  + Names.quoted(name));
    }
    return name;
  }

  private String description() {
    String description = document.textOr("description", "");
    if (description.length() > LONGEST_DESCRIPTION) {
      throw document
          .required("description")
          .complaint(
              "must be at most "
                  + LONGEST_DESCRIPTION
                  + " characters, but was "
                  + description.length());
    }
    return description;
  }

  private Preparation preparation() {
    return document.has("preparation")
        ? Preparation.of(document.oneOf("preparation", Preparation.words()))
        : Preparation.IN_VIVO;
  }

  /** The fields that variants may state too. */
  private Scenario changed(Scenario from, YamlMapping fields) {
    Scenario.Builder changed = from.toBuilder();
    if (fields.has("stress")) {
      mistakes.in(() -> changed.stress(Stress.of(fields.oneOf("stress", Stress.words()))));
    }
    if (fields.has("genotype")) {
      mistakes.in(() -> changed.genotype(genotype(fields)));
    }
    if (fields.has("treatment")) {
      mistakes.in(() -> changed.treatment(treatment(from, fields.required("treatment"))));
    }
    mistakes.in(() -> changed.parameters(parameters(from.parameters(), fields)));
    mistakes.in(() -> changed.mechanisms(mechanisms(from.mechanisms(), fields)));
    return mistakes.isEmpty() ? changed.build() : from;
  }

  private static Genotype genotype(YamlMapping fields) {
    YamlScalar genotype = fields.required("genotype").asScalar();
    return Genotype.parse(genotype.requiredText(), TextPlace.of(genotype));
  }

  private Regimen treatment(Scenario subject, YamlNode node) {
    if (!(node instanceof YamlSequence list)) {
      return regimen(subject, node.asScalar());
    }
    List<Administration> given = new ArrayList<>();
    Mistakes ofItems = new Mistakes();
    ofItems.each(
        list,
        item -> {
          Regimen one = regimen(subject, item.asScalar());
          if (one.isNone()) {
            throw item.complaint("'none' stands alone, not in a list");
          }
          given.addAll(one.administrations());
        });
    ofItems.check();
    if (given.isEmpty()) {
      throw node.complaint("the list is empty; write 'none' for no treatment");
    }
    return Regimen.of(given);
  }

  /** Asks for the exposure too: it knows whether this subject can be given this treatment. */
  private Regimen regimen(Scenario subject, YamlScalar scalar) {
    CompoundCatalogue compounds = subject.compounds();
    Regimen regimen = Regimen.parse(scalar.requiredText(), TextPlace.of(scalar), compounds);
    Exposure.of(regimen, subject.species(), subject.preparation(), compounds);
    regimen.requireWithin(ScenarioFile.span(regimen, durationDays));
    return regimen;
  }

  private static ParameterSet parameters(ParameterSet from, YamlMapping fields) {
    ParameterSet changed = from;
    if (fields.has("parameters")) {
      YamlMapping stated = fields.mapping("parameters");
      Mistakes mistakes = new Mistakes();
      for (Map.Entry<String, YamlNode> entry : stated.fields().entrySet()) {
        ParameterSet before = changed;
        changed =
            mistakes.orElse(
                before, () -> parameter(before, stated, entry.getKey(), entry.getValue()));
      }
      mistakes.check();
    }
    return changed;
  }

  private static ParameterSet parameter(
      ParameterSet from, YamlMapping stated, String name, YamlNode node) {
    if (!from.contains(name)) {
      throw new InputException(
          stated.placeOfName(name), "%s: %s".formatted(stated.path(), from.unknown(name)));
    }
    YamlScalar value = node.asScalar();
    return from.with(name, value.number(Bounds.finite("")), value.place());
  }

  private static Mechanisms mechanisms(Mechanisms from, YamlMapping fields) {
    Mechanisms changed = from;
    if (fields.has("mechanisms")) {
      YamlMapping stated = fields.mapping("mechanisms");
      Mistakes mistakes = new Mistakes();
      mistakes.in(() -> stated.knowing("mechanism", Mechanisms.choices().keySet()));
      for (Map.Entry<String, YamlNode> entry :
          stated.only(Mechanisms.choices().keySet()).fields().entrySet()) {
        Mechanisms before = changed;
        changed =
            mistakes.orElse(
                before,
                () -> {
                  YamlScalar choice = entry.getValue().asScalar();
                  return before.with(entry.getKey(), choice.requiredText(), choice.place());
                });
      }
      mistakes.check();
    }
    return changed;
  }

  private double sampleMinutes() {
    if (!document.has("sample-every-minutes")) {
      return USUAL_SAMPLE_MINUTES;
    }
    return document.number(
        "sample-every-minutes",
        ScenarioFile.SAMPLE_MINUTES.atMost(Math.max(0.1, durationDays * 24 * 60)));
  }

  private void checkSamples(ScenarioFile file) {
    double samples = file.span().durationHours() * 60 / file.sampleEveryMinutes();
    if (samples > ScenarioFile.MOST_SAMPLES) {
      YamlNode field =
          document.optional("sample-every-minutes").orElse(document.required("duration-days"));
      throw field.complaint(
          Numbers.text(Math.rint(samples))
              + " samples are more than "
              + ScenarioFile.MOST_SAMPLES
              + "; choose a longer sample-every-minutes");
    }
  }

  private List<ScenarioFile.Variant> variants(String name, Scenario scenario) {
    int stated =
        document.optional("compare-with").map(list -> list.asSequence().items().size()).orElse(0);
    if (stated > ScenarioFile.MOST_VARIANTS) {
      throw document
          .required("compare-with")
          .complaint(
              "must be at most " + ScenarioFile.MOST_VARIANTS + " variants, but was " + stated);
    }
    Set<String> names = new LinkedHashSet<>(List.of(name));
    List<ScenarioFile.Variant> variants = new ArrayList<>();
    mistakes.each(
        document, "compare-with", variant -> variants.add(variant(variant, names, scenario)));
    return variants;
  }

  private ScenarioFile.Variant variant(YamlMapping variant, Set<String> names, Scenario scenario) {
    mistakes.in(
        () ->
            variant.knowing("name", "stress", "genotype", "treatment", "parameters", "mechanisms"));
    String label = mistakes.orElse("", () -> label(variant, names));
    if (variant.fields().size() == 1 && variant.has("name")) {
      throw variant.complaint("the variant changes nothing; state what is different");
    }
    return new ScenarioFile.Variant(label, changed(scenario, variant));
  }

  private static String label(YamlMapping variant, Set<String> names) {
    String label = variant.text("name");
    boolean oneLine = label.codePoints().noneMatch(Character::isISOControl);
    if (label.length() > LONGEST_NAME || !oneLine) {
      throw variant
          .required("name")
          .complaint("must be one line of at most " + LONGEST_NAME + " characters");
    }
    if (!names.add(label)) {
      throw variant.required("name").complaint(Names.quoted(label) + " is named twice");
    }
    return label;
  }

  static List<Readout> readouts(YamlMapping document) {
    if (!document.has("readouts")) {
      return USUAL_READOUTS.stream().map(Readout::named).toList();
    }
    YamlSequence stated = document.required("readouts").asSequence();
    if (stated.items().isEmpty()) {
      throw stated.complaint("must name at least one readout");
    }
    List<String> known = Readout.all().stream().map(Readout::name).toList();
    Set<Readout> readouts = new LinkedHashSet<>();
    Mistakes mistakes = new Mistakes();
    mistakes.each(
        stated,
        item -> {
          String word = item.asScalar().oneOf("readout", known);
          if (!readouts.add(Readout.named(word))) {
            throw item.complaint(Names.quoted(word) + " is named twice");
          }
        });
    mistakes.check();
    return List.copyOf(readouts);
  }

  static long seed(YamlMapping document) {
    return document.has("seed")
        ? document.required("seed").asScalar().wholeNumber(0, LARGEST_SEED)
        : USUAL_SEED;
  }
}
