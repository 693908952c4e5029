package org.capgate.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlNode;
import org.capgate.input.YamlScalar;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.population.Population;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Species;

/** Reads the fields of {@code capgate-trial: 1}; each is checked where it stands. */
final class TrialReader {
  private static final int VERSION = 1;
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_NAME = 60;
  private static final long LARGEST_SEED = 999_999_999_999_999_999L;
  private static final long MOST_SUBJECTS = 10_000_000;
  private static final long MOST_REPLICATES = 100_000;
  private static final Bounds TIME = Bounds.between(-8760, 87_600, "h");

  private static final List<String> SHARES =
      List.of(
          Endpoint.Kind.RESPONSE.word(),
          Endpoint.Kind.REMISSION.word(),
          Endpoint.Kind.SUSTAINED_RESPONSE.word());

  private final YamlMapping document;
  private final Function<YamlScalar, Population> populations;
  private final Function<Species, Scenario.Builder> model;

  /**
   * @param populations by what a file says
   * @param model a subject of a species
   */
  TrialReader(
      YamlMapping document,
      Function<YamlScalar, Population> populations,
      Function<Species, Scenario.Builder> model) {
    this.document = document;
    this.populations = populations;
    this.model = model;
  }

  TrialFile read() {
    document.required("capgate-trial").asScalar().wholeNumber(VERSION, VERSION);
    document.knowing(
        "capgate-trial",
        "name",
        "description",
        "population",
        "assignment",
        "subjects",
        "replicates",
        "seed",
        "measure",
        "readouts",
        "visits-hours",
        "entry",
        "arms",
        "endpoints",
        "among",
        "tailoring",
        "published");
    String name = name();
    Population population = populations.apply(document.required("population").asScalar());
    Scenario subject = model.apply(population.species()).build();
    Readout measured = readout(document.required("measure").asScalar());
    Trial.Builder trial = Trial.in(population).model(subject).measuring(measured);
    double[] visits = visits();
    trial.atHours(visits);
    readArms(trial, subject, visits);
    readEndpoints(trial, visits);
    if (document.has("assignment")) {
      trial.assignment(Assignment.of(document.oneOf("assignment", Assignment.words())));
    }
    trial.subjects((int) count("subjects", MOST_SUBJECTS, 100));
    trial.replicates((int) count("replicates", MOST_REPLICATES, 1));
    trial.seed(
        document.has("seed")
            ? document.required("seed").asScalar().wholeNumber(0, LARGEST_SEED)
            : 1);
    readEntry(trial);
    readAmong(trial);
    List<Readout> readouts = readouts();
    if (document.has("tailoring")) {
      requireSameSubjects(document.mapping("tailoring"));
      new TailoringReader(document.mapping("tailoring"), population, readouts, visits).addTo(trial);
    }
    trial.reading(readouts);
    return new TrialFile(name, document.textOr("description", ""), trial.build());
  }

  private void readAmong(Trial.Builder trial) {
    if (!document.has("among")) {
      return;
    }
    YamlMapping fields = document.mapping("among").knowing("arm", "endpoint", "is");
    requireSameSubjects(fields);
    List<String> arms = document.mappings("arms").stream().map(arm -> arm.text("name")).toList();
    List<String> shares =
        document.mappings("endpoints").stream()
            .filter(one -> SHARES.contains(one.text("kind")))
            .map(one -> one.text("name"))
            .toList();
    trial.among(
        new Among(
            fields.oneOf("arm", arms),
            fields.oneOf("endpoint", shares),
            fields.oneOf("is", List.of("yes", "no")).equals("yes")));
  }

  private void requireSameSubjects(YamlMapping fields) {
    if (!document.textOr("assignment", "").equals(Assignment.SAME_SUBJECTS.word())) {
      throw fields.complaint(
          "needs 'assignment: %s', so that what becomes of a subject in one arm is known of all"
              .formatted(Assignment.SAME_SUBJECTS.word()));
    }
  }

  private String name() {
    String name = document.text("name");
    if (name.length() > LONGEST_NAME || !NAME.matcher(name).matches()) {
      throw document
          .required("name")
          .complaint(
              "must be lower-case letters, digits and single hyphens, at most %s characters, but was %s"
                  .formatted(LONGEST_NAME, Names.quoted(name)));
    }
    return name;
  }

  private long count(String field, long most, long usual) {
    return document.has(field) ? document.required(field).asScalar().wholeNumber(1, most) : usual;
  }

  private static Readout readout(YamlScalar scalar) {
    return Readout.named(
        scalar.oneOf("readout", Readout.all().stream().map(Readout::name).toList()));
  }

  private List<Readout> readouts() {
    List<Readout> readouts = new ArrayList<>();
    if (document.has("readouts")) {
      for (YamlNode item : document.required("readouts").asSequence().items()) {
        Readout readout = readout(item.asScalar());
        if (readouts.contains(readout)) {
          throw item.complaint("%s is named twice".formatted(Names.quoted(readout.name())));
        }
        readouts.add(readout);
      }
    }
    return readouts;
  }

  private double[] visits() {
    List<YamlNode> items = document.required("visits-hours").asSequence().items();
    double[] visits = new double[items.size()];
    for (int i = 0; i < visits.length; i++) {
      visits[i] = items.get(i).asScalar().number(TIME);
      if (i > 0 && !(visits[i] > visits[i - 1])) {
        throw items
            .get(i)
            .complaint(
                "visits must ascend, but %s h follows %s h"
                    .formatted(Numbers.text(visits[i]), Numbers.text(visits[i - 1])));
      }
    }
    if (visits.length < 2) {
      throw document
          .required("visits-hours")
          .complaint("must be at least two times (h): one before the treatment, one after");
    }
    return visits;
  }

  private void readArms(Trial.Builder trial, Scenario subject, double[] visits) {
    List<YamlMapping> arms = document.required("arms").asSequence().mappings();
    if (arms.isEmpty()) {
      throw document.required("arms").complaint("must name at least one arm");
    }
    List<String> names = new ArrayList<>();
    for (YamlMapping fields : arms) {
      fields.knowing("name", "genotype", "treatment", "control");
      String name = fields.text("name");
      if (names.contains(name)) {
        throw fields.required("name").complaint(Names.quoted(name) + " is named twice");
      }
      names.add(name);
      Genotype genotype = Genotype.wildType();
      if (fields.has("genotype")) {
        YamlScalar text = fields.required("genotype").asScalar();
        genotype = Genotype.parse(text.requiredText(), placeOf(text));
      }
      trial.arm(
          new Arm(
              name,
              genotype,
              regimen(fields.required("treatment").asScalar(), subject, visits),
              fields.has("control") ? control(fields, name, arms) : ""));
    }
  }

  private static String control(YamlMapping fields, String own, List<YamlMapping> arms) {
    List<String> others =
        arms.stream().map(arm -> arm.text("name")).filter(name -> !name.equals(own)).toList();
    return fields.oneOf("control", others);
  }

  private static Regimen regimen(YamlScalar text, Scenario subject, double[] visits) {
    Place place = placeOf(text);
    Regimen regimen = Regimen.parse(text.requiredText(), place, subject.compounds());
    regimen.exposure(subject.species(), subject.preparation(), subject.compounds());
    if (!regimen.isNone() && regimen.firstHours() < visits[0]) {
      throw text.complaint(
          "begins at %s h, before the first visit at %s h, which is the baseline"
              .formatted(Numbers.text(regimen.firstHours()), Numbers.text(visits[0])));
    }
    regimen.requireRead(visits[visits.length - 1], place);
    return regimen;
  }

  /** Where the first character of a text stands: behind the quotation mark, if there is one. */
  private static Place placeOf(YamlScalar text) {
    return text.plain() ? text.place() : text.place().plus(1);
  }

  private void readEndpoints(Trial.Builder trial, double[] visits) {
    List<String> names = new ArrayList<>();
    for (YamlMapping fields : document.mappings("endpoints")) {
      fields.knowing("name", "kind", "at-hours", "fall", "at-most", "from-hours", "in-a-row");
      Endpoint endpoint = endpoint(fields, visits);
      if (names.contains(endpoint.name())) {
        throw fields.required("name").complaint(Names.quoted(endpoint.name()) + " is named twice");
      }
      names.add(endpoint.name());
      trial.endpoint(endpoint);
    }
    List<String> arms = document.mappings("arms").stream().map(arm -> arm.text("name")).toList();
    for (YamlMapping fields : document.mappings("published")) {
      fields.knowing("endpoint", "arm", "value", "source", "of");
      trial.published(
          new Published(
              fields.oneOf("endpoint", names),
              fields.oneOf("arm", arms),
              fields.number("value", Bounds.finite("")),
              fields.text("source"),
              fields.has("of") && fields.oneOf("of", List.of("all", "among")).equals("among")));
    }
  }

  private static Endpoint endpoint(YamlMapping fields, double[] visits) {
    Endpoint.Kind kind = Endpoint.Kind.of(fields.oneOf("kind", Endpoint.Kind.words()));
    double atHours = visit(fields, "at-hours", visits);
    boolean isFall = kind == Endpoint.Kind.RESPONSE || kind.isLasting();
    requireOnly(fields, "fall", isFall, kind);
    requireOnly(fields, "at-most", kind == Endpoint.Kind.REMISSION, kind);
    requireOnly(fields, "from-hours", kind.isLasting(), kind);
    requireOnly(fields, "in-a-row", kind.isRelapse(), kind);
    double limit =
        isFall
            ? fields.number("fall", new Bounds(0, false, 1, ""))
            : kind == Endpoint.Kind.REMISSION ? fields.number("at-most", Bounds.finite("")) : 0;
    double from = kind.isLasting() ? visit(fields, "from-hours", visits) : 0;
    if (kind.isLasting() && !(from < atHours)) {
      throw fields
          .required("from-hours")
          .complaint(
              "must be before at-hours, %s h, but was %s h"
                  .formatted(Numbers.text(atHours), Numbers.text(from)));
    }
    int inARow =
        fields.has("in-a-row")
            ? (int) fields.required("in-a-row").asScalar().wholeNumber(1, visits.length)
            : 1;
    return new Endpoint(fields.text("name"), kind, atHours, limit, from, inARow);
  }

  private static double visit(YamlMapping fields, String field, double[] visits) {
    double hours = fields.number(field, TIME);
    for (double visit : visits) {
      if (visit == hours) {
        return hours;
      }
    }
    throw fields
        .required(field)
        .complaint("must be one of visits-hours, but was %s h".formatted(Numbers.text(hours)));
  }

  private static void requireOnly(
      YamlMapping fields, String field, boolean isUsed, Endpoint.Kind kind) {
    if (fields.has(field) && !isUsed) {
      throw new InputException(
          fields.placeOfName(field),
          "%s: field '%s' does not belong to the kind '%s'"
              .formatted(fields.path(), field, kind.word()));
    }
  }

  private void readEntry(Trial.Builder trial) {
    if (!document.has("entry")) {
      return;
    }
    YamlMapping fields = document.mapping("entry").knowing("low", "high");
    double low = fields.number("low", Bounds.finite(""));
    double high = fields.number("high", Bounds.finite(""));
    if (!(low < high)) {
      throw fields
          .required("high")
          .complaint(
              "must be above low, %s, but was %s".formatted(Numbers.text(low), Numbers.text(high)));
    }
    trial.entry(low, high);
  }
}
