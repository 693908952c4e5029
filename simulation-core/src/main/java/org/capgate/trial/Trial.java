package org.capgate.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.population.Limits;
import org.capgate.population.Population;
import org.capgate.population.Subject;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Regimen;

/**
 * A trial as immutable data: who, in which arms, seen when, asked what.
 *
 * <pre>{@code
 * Trial trial = Trial.in(Population.named("depressed-human"))
 *     .arm("vehicle", Dose.of("vehicle", 0, MG_PER_KG).intravenous().atHours(0))
 *     .arm("ketamine", Dose.of("ketamine", 0.5, MG_PER_KG).intravenous().atHours(0))
 *     .measuring(Readout.DEPRESSION_SCORE).atHours(0, 24, 168)
 *     .endpoint(Endpoint.response("response at 24 h", 24, 0.5))
 *     .subjects(60).replicates(20).seed(1)
 *     .build();
 * System.out.print(trial.run(2).endpoints().toText());
 * }</pre>
 */
public final class Trial {
  private final Population population;
  private final Scenario subject;
  private final List<Arm> arms;
  private final Assignment assignment;
  private final Readout measured;
  private final List<Readout> readouts;
  private final double[] visitsHours;
  private final List<Endpoint> endpoints;
  private final List<Published> published;
  private final Optional<Limits> entry;
  private final Optional<Among> among;
  private final Optional<Tailoring> tailoring;
  private final boolean withNumbers;
  private final boolean withTruth;
  private final List<double[]> listed; // normal numbers of subjects
  private final int subjects;
  private final int replicates;
  private final long seed;

  private Trial(Builder builder) {
    population = builder.population;
    subject = builder.subject;
    arms = List.copyOf(builder.arms);
    assignment = builder.assignment;
    measured = builder.measured;
    readouts = List.copyOf(builder.readouts);
    visitsHours = builder.visitsHours.clone();
    endpoints = List.copyOf(builder.endpoints);
    published = List.copyOf(builder.published);
    entry = builder.entry;
    among = builder.among;
    tailoring = builder.tailoring;
    withNumbers = builder.withNumbers;
    withTruth = builder.withTruth;
    listed = builder.listed.stream().map(double[]::clone).toList();
    subjects = builder.subjects;
    replicates = builder.replicates;
    seed = builder.seed;
    TrialCheck.check(this);
  }

  /** A trial in subjects of a population, to be changed. */
  public static Builder in(Population population) {
    return new Builder(population);
  }

  /** The same, to be changed. */
  public Builder toBuilder() {
    Builder builder = new Builder(population);
    builder.subject = subject;
    builder.arms.addAll(arms);
    builder.assignment = assignment;
    builder.measured = measured;
    builder.readouts.addAll(readouts);
    builder.visitsHours = visitsHours.clone();
    builder.endpoints.addAll(endpoints);
    builder.published.addAll(published);
    builder.entry = entry;
    builder.among = among;
    builder.tailoring = tailoring;
    builder.withNumbers = withNumbers;
    builder.withTruth = withTruth;
    builder.listed = listed;
    builder.subjects = subjects;
    builder.replicates = replicates;
    builder.seed = seed;
    return builder;
  }

  /**
   * The whole trial, in memory.
   *
   * @param threads ≥ 1; no result depends on it
   */
  public TrialReport run(int threads) {
    Blocks blocks = blocks(BlockStore.inMemory());
    blocks.compute(threads, done -> {});
    return report(blocks);
  }

  /** The work of the trial in blocks, what is done kept in a store. */
  public Blocks blocks(BlockStore store) {
    return new Blocks(new TrialWork(this), store);
  }

  /** What finished blocks say. */
  public TrialReport report(Blocks blocks) {
    return new TrialReport(this, blocks);
  }

  /** What finished blocks say about the best arm for each subject; empty where none was asked. */
  public Optional<TailoringReport> tailored(Blocks blocks) {
    return tailoring.map(asked -> new TailoringReport(this, asked, blocks));
  }

  /** Equal for trials with equal visits of a subject of one number and seed. */
  public String specification() {
    Stream<String> parts =
        Stream.of(
            population.text(),
            population.varied().toString(),
            assignment.word(),
            measured.name(),
            readouts.toString(),
            Arrays.stream(visitsHours).mapToObj(Double::toHexString).toList().toString(),
            entry.toString(),
            withNumbers + (withTruth ? " truth" : "") + listedText());
    Stream<String> ofArms = arms.stream().map(arm -> arm.name() + ' ' + hash(arm));
    return Blocks.digest(Stream.concat(parts, ofArms).collect(Collectors.joining("\n")));
  }

  private String listedText() {
    StringBuilder text = new StringBuilder();
    for (double[] subject : listed) {
      for (double number : subject) {
        text.append(' ').append(Double.toHexString(number));
      }
    }
    return text.toString();
  }

  private String hash(Arm arm) {
    return subject.toBuilder().genotype(arm.genotype()).treatment(arm.treatment()).build().hash();
  }

  /** Name of the column of what is measured, in the rows of all visits. */
  public String measuredColumn() {
    return TrialWork.measuredColumn(measured);
  }

  /** Name of the column of the same without error, where rows hold it. */
  public String trueColumn() {
    return TrialWork.trueColumn(measured);
  }

  /** Index of a visit; negative where there is none at that time. */
  int visit(double atHours) {
    for (int i = 0; i < visitsHours.length; i++) {
      if (visitsHours[i] == atHours) {
        return i;
      }
    }
    return -1;
  }

  /** Subjects in all: all arms and replicates. */
  long allSubjects() {
    return replicates * each();
  }

  /** Subjects of one replicate. */
  private long each() {
    return assignment == Assignment.SAME_SUBJECTS ? subjects : (long) subjects * arms.size();
  }

  /** The arms a subject is in. */
  List<Integer> armsOf(long number) {
    return assignment == Assignment.SAME_SUBJECTS
        ? IntStream.range(0, arms.size()).boxed().toList()
        : List.of((int) (number % arms.size()));
  }

  /** The arm an arm is compared with; itself where there is none. */
  int controlOf(int arm) {
    String control = arms.get(arm).control();
    for (int i = 0; i < arms.size(); i++) {
      if (arms.get(i).name().equals(control)) {
        return i;
      }
    }
    return 0;
  }

  /**
   * Who a subject is, by what its rows say.
   *
   * @param attempts how many candidates it took
   */
  Subject drawn(long number, int attempts) {
    return listed.isEmpty()
        ? population.again(seed, number, attempts)
        : population.subject(number, listed.get((int) (number % listed.size()))).orElseThrow();
  }

  /** The replicate a subject is in. */
  int replicateOf(long number) {
    return (int) (number / each());
  }

  /** Who is drawn. */
  public Population population() {
    return population;
  }

  /** The model of a subject. */
  Scenario subject() {
    return subject;
  }

  /** The arms; the first is the control unless an arm names another. */
  public List<Arm> arms() {
    return arms;
  }

  /** Who is in an arm. */
  public Assignment assignment() {
    return assignment;
  }

  /** What is measured. */
  public Readout measured() {
    return measured;
  }

  /** What is read beside, without error. */
  public List<Readout> readouts() {
    return readouts;
  }

  /** Times of the visits (h), a fresh array. */
  public double[] visitsHours() {
    return visitsHours.clone();
  }

  /** What is asked. */
  public List<Endpoint> endpoints() {
    return endpoints;
  }

  /** What others found. */
  public List<Published> published() {
    return published;
  }

  /** Between which measured values a candidate must be to enter. */
  Optional<Limits> entry() {
    return entry;
  }

  /** Whether rows hold the numbers of their subject. */
  boolean withNumbers() {
    return withNumbers;
  }

  /** The part of the subjects that is looked at too. */
  public Optional<Among> among() {
    return among;
  }

  /** What is asked about the best arm for each. */
  public Optional<Tailoring> tailoring() {
    return tailoring;
  }

  /** Normal numbers of the subjects that take part in turn; none: candidates are drawn. */
  List<double[]> listed() {
    return listed;
  }

  /** Whether rows hold what is measured without its error too. */
  boolean withTruth() {
    return withTruth;
  }

  /** Subjects in an arm of a replicate. */
  public int subjects() {
    return subjects;
  }

  /** How many times the trial is done. */
  public int replicates() {
    return replicates;
  }

  /** Seed of everything drawn. */
  public long seed() {
    return seed;
  }

  /** Changes a trial before it is made; {@link #arm} and {@link #atHours} are needed. */
  public static final class Builder {
    private final Population population;
    private Scenario subject;
    private final List<Arm> arms = new ArrayList<>();
    private Assignment assignment = Assignment.OWN_SUBJECTS;
    private Readout measured = Readout.DEPRESSION_SCORE;
    private final List<Readout> readouts = new ArrayList<>();
    private double[] visitsHours = {};
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final List<Published> published = new ArrayList<>();
    private Optional<Limits> entry = Optional.empty();
    private Optional<Among> among = Optional.empty();
    private Optional<Tailoring> tailoring = Optional.empty();
    private boolean withNumbers;
    private boolean withTruth;
    private List<double[]> listed = List.of();
    private int subjects = 100;
    private int replicates = 1;
    private long seed = 1;

    private Builder(Population population) {
      this.population = population;
      subject = Scenario.of(population.species()).build();
    }

    /** Parameters, mechanisms and compounds of a subject; the shipped ones by default. */
    public Builder model(Scenario other) {
      subject = other;
      return this;
    }

    /** A further arm; the first is the control. */
    public Builder arm(Arm arm) {
      arms.add(arm);
      return this;
    }

    /** A further arm of the wild type. */
    public Builder arm(String name, Administration... given) {
      return arm(new Arm(name, Genotype.wildType(), Regimen.of(given)));
    }

    /** Who is in an arm; own subjects by default. */
    public Builder assignment(Assignment chosen) {
      assignment = chosen;
      return this;
    }

    /** What is measured, as the population says; the depression score by default. */
    public Builder measuring(Readout readout) {
      measured = readout;
      return this;
    }

    /** What is read beside, without error. */
    public Builder reading(List<Readout> further) {
      readouts.clear();
      readouts.addAll(further);
      return this;
    }

    /** Times of visits (h), ascending; the first comes before any treatment. */
    public Builder atHours(double... hours) {
      visitsHours = hours.clone();
      return this;
    }

    /** A further question. */
    public Builder endpoint(Endpoint endpoint) {
      endpoints.add(endpoint);
      return this;
    }

    /** What others found, shown beside. */
    public Builder published(Published found) {
      published.add(found);
      return this;
    }

    /** Only who measures between these enters. */
    public Builder entry(double low, double high) {
      entry = Optional.of(new Limits(measured.name(), low, high));
      return this;
    }

    /** Endpoints are told of a part of the subjects too, and what tells these from the others. */
    public Builder among(Among part) {
      among = Optional.of(part);
      return this;
    }

    /** Also asks which arm is best for each; rows then hold true scores. */
    public Builder tailoring(Tailoring asked) {
      tailoring = Optional.of(asked);
      return withTruth();
    }

    /** Rows hold the numbers of their subject too, as many as vary in the population. */
    public Builder withNumbers() {
      withNumbers = true;
      return this;
    }

    /** Rows hold what is measured without its error too, less the placebo response. */
    public Builder withTruth() {
      withTruth = true;
      return this;
    }

    /**
     * Instead of drawing candidates, these take part in turn, from the first again after the last.
     * They are not asked whether they may enter.
     *
     * @param normals what each follows from, see {@link Population#subject}; not modified
     */
    public Builder among(List<double[]> normals) {
      listed = normals.stream().map(double[]::clone).toList();
      return this;
    }

    /** Subjects in each arm, ≥ 1. */
    public Builder subjects(int each) {
      subjects = each;
      return this;
    }

    /** How many times the trial is done, ≥ 1. */
    public Builder replicates(int times) {
      replicates = times;
      return this;
    }

    /** Seed of everything drawn. */
    public Builder seed(long any) {
      seed = any;
      return this;
    }

    /**
     * The trial.
     *
     * @throws IllegalArgumentException when a part is missing or contradicts another
     */
    public Trial build() {
      return new Trial(this);
    }
  }
}
