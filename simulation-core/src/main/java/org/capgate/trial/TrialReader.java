package org.capgate.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.capgate.exposure.Exposure;
import org.capgate.input.Bounds;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.input.Place;
import org.capgate.input.YamlMapping;
import org.capgate.input.YamlScalar;
import org.capgate.input.YamlSequence;
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
  private final Mistakes mistakes = new Mistakes();
  private double[] visits = {};

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
    mistakes.in(this::requireKnownFields);
    String name = mistakes.orElse("", this::name);
    String description = mistakes.orElse("", () -> document.textOr("description", ""));
    Optional<Population> population =
        mistakes.orElse(
            Optional.empty(),
            () -> Optional.of(populations.apply(document.required("population").asScalar())));
    // Of another species, what is given could be right.
    Optional<Scenario> subject = population.map(known -> model.apply(known.species()).build());
    Optional<Assignment> assignment =
        document.has("assignment")
            ? mistakes.orElse(
                Optional.empty(),
                () -> Optional.of(Assignment.of(document.oneOf("assignment", Assignment.words()))))
            : Optional.empty();
    int subjects = mistakes.orElse(1, () -> (int) count("subjects", MOST_SUBJECTS, 100));
    int replicates = mistakes.orElse(1, () -> (int) count("replicates", MOST_REPLICATES, 1));
    long seed =
        document.has("seed")
            ? mistakes.orElse(
                1L, () -> document.required("seed").asScalar().wholeNumber(0, LARGEST_SEED))
            : 1;
    List<Readout> measured =
        mistakes.orElse(List.of(), () -> List.of(readout(document.required("measure").asScalar())));
    List<Readout> readouts = mistakes.orElse(List.of(), this::readouts);
    visits = mistakes.orElse(new double[0], this::visits);
    Optional<double[]> entry = mistakes.orElse(Optional.empty(), this::entry);
    List<Arm> arms = mistakes.orElse(List.of(), () -> arms(subject));
    List<Endpoint> endpoints = mistakes.orElse(List.of(), this::endpoints);
    Optional<Among> among = mistakes.orElse(Optional.empty(), this::among);
    Optional<Tailoring> tailoring =
        document.has("tailoring")
            ? mistakes.orElse(Optional.empty(), () -> tailoring(population, readouts))
            : Optional.empty();
    List<Published> published = mistakes.orElse(List.of(), this::published);
    mistakes.check();
    Trial.Builder trial =
        Trial.in(population.orElseThrow())
            .model(subject.orElseThrow())
            .measuring(measured.get(0))
            .atHours(visits)
            .subjects(subjects)
            .replicates(replicates)
            .seed(seed)
            .reading(readouts);
    arms.forEach(trial::arm);
    endpoints.forEach(trial::endpoint);
    published.forEach(trial::published);
    assignment.ifPresent(trial::assignment);
    entry.ifPresent(range -> trial.entry(range[0], range[1]));
    among.ifPresent(trial::among);
    tailoring.ifPresent(trial::tailoring);
    return new TrialFile(name, description, trial.build());
  }

  private void requireKnownFields() {
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
  }

  private Optional<Tailoring> tailoring(Optional<Population> population, List<Readout> readouts) {
    YamlMapping fields = document.mapping("tailoring");
    Mistakes own = new Mistakes();
    own.in(() -> requireSameSubjects(fields));
    Optional<Tailoring> read =
        own.orElse(
            Optional.empty(),
            () -> Optional.of(new TailoringReader(fields, population, readouts, visits).read()));
    own.check();
    return read;
  }

  private Optional<Among> among() {
    if (!document.has("among")) {
      return Optional.empty();
    }
    Mistakes own = new Mistakes();
    YamlMapping fields = document.mapping("among");
    own.in(() -> fields.knowing("arm", "endpoint", "is"));
    own.in(() -> requireSameSubjects(fields));
    String arm = own.orElse("", () -> fields.oneOf("arm", named("arms", item -> true)));
    String endpoint =
        own.orElse("", () -> fields.oneOf("endpoint", named("endpoints", this::isOfShare)));
    boolean is = own.orElse(false, () -> fields.oneOf("is", List.of("yes", "no")).equals("yes"));
    own.check();
    return Optional.of(new Among(arm, endpoint, is));
  }

  /** An endpoint of which a subject is on one side or the other; or one that is wrong itself. */
  private boolean isOfShare(YamlMapping endpoint) {
    String kind = new Mistakes().orElse("", () -> endpoint.text("kind"));
    return SHARES.contains(kind) || !Endpoint.Kind.words().contains(kind);
  }

  /** Names of the items of a list, as far as they are stated. */
  private List<String> named(String field, Predicate<YamlMapping> asked) {
    List<String> names = new ArrayList<>();
    new Mistakes() // said where the list itself is read
        .each(
            document,
            field,
            item -> {
              if (asked.test(item)) {
                names.add(item.text("name"));
              }
            });
    return names;
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
      Mistakes own = new Mistakes();
      own.each(
          document.required("readouts").asSequence(),
          item -> {
            Readout readout = readout(item.asScalar());
            if (readouts.contains(readout)) {
              throw item.complaint("%s is named twice".formatted(Names.quoted(readout.name())));
            }
            readouts.add(readout);
          });
      own.check();
    }
    return readouts;
  }

  private double[] visits() {
    YamlSequence list = document.required("visits-hours").asSequence();
    List<Double> times = new ArrayList<>();
    Mistakes own = new Mistakes();
    own.each(
        list,
        item -> {
          double visit = item.asScalar().number(TIME);
          times.add(visit);
          double before = times.size() > 1 ? times.get(times.size() - 2) : -Double.MAX_VALUE;
          if (!(visit > before)) {
            throw item.complaint(
                "visits must ascend, but %s h follows %s h"
                    .formatted(Numbers.text(visit), Numbers.text(before)));
          }
        });
    if (list.items().size() < 2) {
      own.add(
          list.complaint("must be at least two times (h): one before the treatment, one after"));
    }
    own.check();
    return times.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private List<Arm> arms(Optional<Scenario> subject) {
    if (document.required("arms").asSequence().items().isEmpty()) {
      throw document.required("arms").complaint("must name at least one arm");
    }
    List<Arm> arms = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Mistakes own = new Mistakes();
    own.each(document, "arms", fields -> arms.add(arm(fields, subject, names)));
    own.check();
    return arms;
  }

  private Arm arm(YamlMapping fields, Optional<Scenario> subject, Set<String> names) {
    Mistakes own = new Mistakes();
    own.in(() -> fields.knowing("name", "genotype", "treatment", "control"));
    String name = own.orElse("", () -> newName(fields, names));
    Genotype genotype =
        fields.has("genotype")
            ? own.orElse(Genotype.wildType(), () -> genotype(fields))
            : Genotype.wildType();
    Regimen regimen =
        own.orElse(
            Regimen.none(),
            () -> {
              YamlScalar text = fields.required("treatment").asScalar();
              return subject.map(given -> regimen(text, given)).orElse(Regimen.none());
            });
    String control = fields.has("control") ? own.orElse("", () -> control(fields)) : "";
    own.check();
    return new Arm(name, genotype, regimen, control);
  }

  private static String newName(YamlMapping fields, Set<String> names) {
    String name = fields.text("name");
    if (!names.add(name)) {
      throw fields.required("name").complaint(Names.quoted(name) + " is named twice");
    }
    return name;
  }

  private static Genotype genotype(YamlMapping fields) {
    YamlScalar text = fields.required("genotype").asScalar();
    return Genotype.parse(text.requiredText(), placeOf(text));
  }

  private String control(YamlMapping fields) {
    List<String> others = new ArrayList<>(named("arms", item -> true));
    others.remove(fields.textOr("name", ""));
    return fields.oneOf("control", others);
  }

  private Regimen regimen(YamlScalar text, Scenario subject) {
    Place place = placeOf(text);
    Regimen regimen = Regimen.parse(text.requiredText(), place, subject.compounds());
    Exposure.of(regimen, subject.species(), subject.preparation(), subject.compounds());
    if (visits.length == 0) {
      return regimen;
    }
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

  private List<Endpoint> endpoints() {
    List<Endpoint> endpoints = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Mistakes own = new Mistakes();
    own.each(document, "endpoints", fields -> endpoints.add(endpoint(fields, names)));
    own.check();
    return endpoints;
  }

  private List<Published> published() {
    List<Published> published = new ArrayList<>();
    Mistakes own = new Mistakes();
    own.each(document, "published", fields -> published.add(published(fields)));
    own.check();
    return published;
  }

  private Published published(YamlMapping fields) {
    Mistakes own = new Mistakes();
    own.in(() -> fields.knowing("endpoint", "arm", "value", "source", "of"));
    String endpoint =
        own.orElse("", () -> fields.oneOf("endpoint", named("endpoints", item -> true)));
    String arm = own.orElse("", () -> fields.oneOf("arm", named("arms", item -> true)));
    double value = own.orElse(0.0, () -> fields.number("value", Bounds.finite("")));
    String source = own.orElse("", () -> fields.text("source"));
    boolean isOfPart =
        fields.has("of")
            && own.orElse(false, () -> fields.oneOf("of", List.of("all", "among")).equals("among"));
    own.check();
    return new Published(endpoint, arm, value, source, isOfPart);
  }

  private Endpoint endpoint(YamlMapping fields, Set<String> names) {
    Mistakes own = new Mistakes();
    own.in(
        () ->
            fields.knowing(
                "name", "kind", "at-hours", "fall", "at-most", "from-hours", "in-a-row"));
    String name = own.orElse("", () -> newName(fields, names));
    Optional<Endpoint.Kind> stated =
        own.orElse(
            Optional.empty(),
            () -> Optional.of(Endpoint.Kind.of(fields.oneOf("kind", Endpoint.Kind.words()))));
    double atHours = own.orElse(Double.POSITIVE_INFINITY, () -> visit(fields, "at-hours"));
    int inARow =
        fields.has("in-a-row")
            ? own.orElse(
                1,
                () ->
                    (int)
                        fields
                            .required("in-a-row")
                            .asScalar()
                            .wholeNumber(1, Math.max(1, visits.length)))
            : 1;
    if (stated.isEmpty()) { // which fields belong to it is not known
      own.check();
    }
    Endpoint.Kind kind = stated.orElseThrow();
    boolean isFall = kind == Endpoint.Kind.RESPONSE || kind.isLasting();
    boolean isRemission = kind == Endpoint.Kind.REMISSION;
    own.in(() -> requireOnly(fields, "fall", isFall, kind));
    own.in(() -> requireOnly(fields, "at-most", isRemission, kind));
    own.in(() -> requireOnly(fields, "from-hours", kind.isLasting(), kind));
    own.in(() -> requireOnly(fields, "in-a-row", kind.isRelapse(), kind));
    double limit =
        isFall
            ? own.orElse(1.0, () -> fields.number("fall", new Bounds(0, false, 1, "")))
            : isRemission ? own.orElse(0.0, () -> fields.number("at-most", Bounds.finite(""))) : 0;
    double from = kind.isLasting() ? own.orElse(0.0, () -> start(fields, atHours)) : 0;
    own.check();
    return new Endpoint(name, kind, atHours, limit, from, inARow);
  }

  private double start(YamlMapping fields, double atHours) {
    double from = visit(fields, "from-hours");
    if (!(from < atHours)) {
      throw fields
          .required("from-hours")
          .complaint(
              "must be before at-hours, %s h, but was %s h"
                  .formatted(Numbers.text(atHours), Numbers.text(from)));
    }
    return from;
  }

  /** A time that is one of the visits, as far as these are known. */
  private double visit(YamlMapping fields, String field) {
    double hours = fields.number(field, TIME);
    if (visits.length > 0 && Arrays.stream(visits).noneMatch(visit -> visit == hours)) {
      throw fields
          .required(field)
          .complaint("must be one of visits-hours, but was %s h".formatted(Numbers.text(hours)));
    }
    return hours;
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

  private Optional<double[]> entry() {
    if (!document.has("entry")) {
      return Optional.empty();
    }
    Mistakes own = new Mistakes();
    YamlMapping fields = document.mapping("entry");
    own.in(() -> fields.knowing("low", "high"));
    double low = own.orElse(0.0, () -> fields.number("low", Bounds.finite("")));
    double high = own.orElse(0.0, () -> fields.number("high", Bounds.finite("")));
    own.check();
    if (!(low < high)) {
      throw fields
          .required("high")
          .complaint(
              "must be above low, %s, but was %s".formatted(Numbers.text(low), Numbers.text(high)));
    }
    return Optional.of(new double[] {low, high});
  }
}
