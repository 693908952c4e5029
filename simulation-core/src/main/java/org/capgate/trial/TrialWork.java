package org.capgate.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.IntegrationException;
import org.capgate.dynamics.OdeSystem;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.dynamics.Trajectory;
import org.capgate.ensemble.BlockWork;
import org.capgate.input.Place;
import org.capgate.model.Readout;
import org.capgate.population.Cohort;
import org.capgate.population.History;
import org.capgate.population.ImplausibleException;
import org.capgate.population.Limits;
import org.capgate.population.Measurement;
import org.capgate.population.Subject;
import org.capgate.random.RandomStream;
import org.capgate.solver.Rosenbrock;
import org.capgate.solver.Solvers;
import org.capgate.steady.SteadyStateException;
import org.capgate.treatment.Regimen;
import org.jspecify.annotations.Nullable;

/** The visits of all subjects of a trial: a row for each subject, arm and visit. */
final class TrialWork implements BlockWork {
  /** Scores move by less than 0.01 points below this. */
  private static final double RELATIVE_TOLERANCE = 1e-4;

  /** Column of what is measured, behind the time. */
  private static final int MEASURED = 5;

  private final Trial trial;
  private final Cohort cohort;
  private final Rosenbrock integrator = Solvers.standard(RELATIVE_TOLERANCE);
  private final List<Regimen> histories = new ArrayList<>();
  private final TimeSpan span;
  private final Sampling sampling;
  private final String specification;

  TrialWork(Trial trial) {
    this.trial = trial;
    List<Regimen> given = new ArrayList<>(trial.arms().stream().map(Arm::treatment).toList());
    for (History before : trial.population().history()) {
      histories.add(regimen(before));
    }
    given.addAll(histories);
    cohort = new Cohort(trial.population(), trial.subject(), trial.seed(), given);
    double[] visits = trial.visitsHours();
    double end = visits[visits.length - 1];
    span = TimeSpan.hours(visits[0], Math.max(end, visits[0] + 1));
    sampling = Sampling.at(visits);
    specification = trial.specification();
  }

  private Regimen regimen(History before) {
    return Regimen.parse(before.treatment(), Place.UNKNOWN, trial.subject().compounds());
  }

  @Override
  public String specification() {
    return specification;
  }

  @Override
  public long seed() {
    return trial.seed();
  }

  @Override
  public long subjects() {
    return trial.allSubjects();
  }

  /** One run: a subject in an arm, or why there is none. */
  private record Run(
      long subject,
      int arm,
      Cohort.@Nullable Member member,
      @Nullable OdeSystem system,
      String failure) {}

  @Override
  public Table rows(long first, int count) {
    List<Run> runs = new ArrayList<>();
    for (long subject = first; subject < first + count; subject++) {
      addRuns(subject, runs);
    }
    Trajectory[] solved = new Trajectory[runs.size()];
    String[] failures = runs.stream().map(Run::failure).toArray(String[]::new);
    solve(runs, solved, failures);
    TableBuilder table = builder();
    for (int i = 0; i < solved.length; i++) {
      addRows(table, runs.get(i), solved[i], failures[i]);
    }
    return table.build();
  }

  private void addRuns(long subject, List<Run> runs) {
    Cohort.Member member = null;
    String why = "";
    try {
      member = member(subject);
    } catch (ImplausibleException nobody) {
      why = String.valueOf(nobody.getMessage());
    }
    for (int number : trial.armsOf(subject)) {
      OdeSystem system = null;
      String failure = why;
      if (member != null) {
        Arm arm = trial.arms().get(number);
        try {
          system = member.under(arm.genotype(), arm.treatment());
        } catch (SteadyStateException restless) {
          failure = String.valueOf(restless.getMessage());
        }
      }
      runs.add(new Run(subject, number, member, system, failure));
    }
  }

  private Cohort.Member member(long number) {
    List<double[]> listed = trial.listed();
    if (listed.isEmpty()) {
      return cohort.member(number, new Screening(number));
    }
    double[] normals = listed.get((int) (number % listed.size()));
    return trial
        .population()
        .subject(number, normals)
        .flatMap(cohort::atRest)
        .orElseThrow(() -> new ImplausibleException("the listed subject is not plausible"));
  }

  /** Admits candidates by what a first measurement of their own says. */
  private final class Screening implements Cohort.Entry {
    private final RandomStream errors;

    Screening(long subject) {
      errors = RandomStream.of(trial.seed(), subject, 0, "screening");
    }

    @Override
    public boolean admits(Cohort.Member candidate) {
      Optional<Limits> entry = trial.entry();
      if (entry.isPresent()) {
        String readout = trial.measured().name();
        double baseline = candidate.baseline(trial.measured());
        double measured = measured(readout, baseline, errors.nextGaussian());
        if (!(measured >= entry.get().low() && measured <= entry.get().high())) {
          return false;
        }
      }
      for (int i = 0; i < histories.size(); i++) {
        if (hasHelped(candidate, trial.population().history().get(i), histories.get(i))) {
          return false;
        }
      }
      return true;
    }

    private boolean hasHelped(Cohort.Member candidate, History before, Regimen given) {
      Readout readout = Readout.named(before.readout());
      double baseline = candidate.baseline(readout);
      double hours = 24 * before.afterDays();
      try {
        Trajectory run =
            integrator.solve(
                candidate.under(trial.subject().genotype(), given),
                TimeSpan.hours(0, hours),
                Sampling.endOnly());
        double fall = candidate.subject().placeboFall(before.readout(), true, hours);
        double after = readout.at(run, hours) - fall;
        double first = measured(before.readout(), baseline, errors.nextGaussian());
        double last = measured(before.readout(), after, errors.nextGaussian());
        return last <= (1 - before.fall()) * first;
      } catch (IntegrationException unsolved) {
        return true; // not known to belong
      }
    }
  }

  private void solve(List<Run> runs, Trajectory[] solved, String[] failures) {
    int[] next = {0};
    integrator.solveEach(
        () -> {
          while (next[0] < runs.size() && runs.get(next[0]).system() == null) {
            next[0]++;
          }
          return next[0] < runs.size() ? next[0]++ : -1;
        },
        number -> Objects.requireNonNull(runs.get(number).system()),
        span,
        sampling,
        new Rosenbrock.Outcomes() {
          @Override
          public void solved(int number, Trajectory trajectory) {
            solved[number] = trajectory;
          }

          @Override
          public void failed(int number, IntegrationException failure) {
            failures[number] = String.valueOf(failure.getMessage());
          }
        });
  }

  @Override
  public Table columns() {
    return builder().build();
  }

  private TableBuilder builder() {
    TableBuilder table =
        Table.builder()
            .text("id")
            .number("subject")
            .number("candidates")
            .text("arm")
            .number("timeHours")
            .number(measuredColumn(trial.measured()));
    if (trial.withTruth()) {
      table.number(trueColumn(trial.measured()));
    }
    trial.readouts().forEach(readout -> table.number(readout.quantity()));
    if (trial.withNumbers()) {
      trial.population().varied().forEach(varied -> table.number(varied.name()));
    }
    return table.text("failure");
  }

  /** Name of the column of what is measured, beside what is read without error. */
  static String measuredColumn(Readout readout) {
    return column("measured", readout);
  }

  /** Name of the column of what is measured, without its error. */
  static String trueColumn(Readout readout) {
    return column("true", readout);
  }

  private static String column(String what, Readout readout) {
    String quantity = readout.quantity();
    return what + Character.toUpperCase(quantity.charAt(0)) + quantity.substring(1);
  }

  private void addRows(TableBuilder table, Run run, @Nullable Trajectory solved, String failure) {
    double[] numbers = numbers(run);
    int firstRead = MEASURED + (trial.withTruth() ? 2 : 1);
    int columns = firstRead + trial.readouts().size() + numbers.length + 1;
    Object[] row = new Object[columns];
    row[0] = specification + '-' + trial.seed() + '-' + run.subject() + '-' + run.arm();
    row[1] = run.subject();
    row[2] = run.member() == null ? null : run.member().subject().attempts();
    row[3] = trial.arms().get(run.arm()).name();
    for (int i = 0; i < numbers.length && run.member() != null; i++) {
      row[columns - 1 - numbers.length + i] = numbers[i];
    }
    if (solved == null) {
      row[columns - 1] = failure;
      table.row(row);
      return;
    }
    row[columns - 1] = "";
    double[] truth = fallen(run, trial.measured().series(solved));
    double[] measured = measured(run, truth);
    double[][] read =
        trial.readouts().stream().map(one -> one.series(solved)).toArray(double[][]::new);
    double[] visits = trial.visitsHours();
    for (int visit = 0; visit < visits.length; visit++) {
      row[MEASURED - 1] = visits[visit];
      row[MEASURED] = measured[visit];
      if (trial.withTruth()) {
        row[MEASURED + 1] = truth[visit];
      }
      for (int i = 0; i < read.length; i++) {
        row[firstRead + i] = read[i][visit];
      }
      table.row(row);
    }
  }

  /** The numbers of the subject, as many as there are columns for them. */
  private double[] numbers(Run run) {
    if (!trial.withNumbers()) {
      return new double[0];
    }
    return run.member() == null
        ? new double[trial.population().varied().size()]
        : run.member().subject().values();
  }

  /** What would be measured at the visits without error: what the model says less the placebo. */
  private double[] fallen(Run run, double[] values) {
    Subject subject = Objects.requireNonNull(run.member()).subject();
    Arm arm = trial.arms().get(run.arm());
    boolean isTreated = !arm.treatment().isNone();
    double since = isTreated ? arm.treatment().firstHours() : 0;
    double[] visits = trial.visitsHours();
    double[] fallen = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      fallen[i] =
          values[i] - subject.placeboFall(trial.measured().name(), isTreated, visits[i] - since);
    }
    return fallen;
  }

  /** The same with the errors of measurement. */
  private double[] measured(Run run, double[] truth) {
    RandomStream errors = RandomStream.of(trial.seed(), run.subject(), 0, "measurement");
    double[] measured = new double[truth.length];
    for (int i = 0; i < truth.length; i++) {
      measured[i] = measured(trial.measured().name(), truth[i], errors.nextGaussian());
    }
    return measured;
  }

  private double measured(String readout, double value, double z) {
    Optional<Measurement> measurement = trial.population().measurement(readout);
    return measurement.isPresent() ? measurement.get().of(value, z) : value;
  }
}
