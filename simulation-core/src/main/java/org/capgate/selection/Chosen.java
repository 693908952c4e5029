package org.capgate.selection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Place;
import org.capgate.population.Population;
import org.capgate.population.Subject;
import org.jspecify.annotations.Nullable;

/** A virtual population: chosen subjects, and how far it is from what was published. */
public final class Chosen {
  private static final Bounds NORMAL = Bounds.between(-10, 10, "");

  private final Population population;
  private final List<Target> targets;
  private final Sample plausible;
  private final Sample sample; // the chosen are among these
  private final List<Integer> indices;
  private final List<Subject> subjects;

  Chosen(
      Population population,
      List<Target> targets,
      Sample plausible,
      Sample sample,
      List<Integer> indices,
      List<Subject> subjects) {
    this.population = population;
    this.targets = targets;
    this.plausible = plausible;
    this.sample = sample;
    this.indices = List.copyOf(indices);
    this.subjects = List.copyOf(subjects);
  }

  /** How many there are. */
  public int size() {
    return indices.size();
  }

  /** The chosen, in order. */
  public List<Subject> subjects() {
    return subjects;
  }

  /** The normal numbers they follow from, for {@link org.capgate.trial.Trial.Builder#among}. */
  public List<double[]> normals() {
    return subjects.stream().map(Subject::normals).toList();
  }

  /** The same as a table: a row for each, a column for each number. */
  public Table normalsTable() {
    TableBuilder table = Table.builder().number("subject");
    names().forEach(table::number);
    for (Subject subject : subjects) {
      row(table, subject, subject.normals());
    }
    return table.build();
  }

  /** Their values, and the amounts of their placebo response. */
  public Table values() {
    TableBuilder table = Table.builder().number("subject");
    names().forEach(table::number);
    for (Subject subject : subjects) {
      row(table, subject, all(subject));
    }
    return table.build();
  }

  /**
   * Reads what {@link #normalsTable} writes.
   *
   * @return one array for each row, for {@link org.capgate.trial.Trial.Builder#among}
   * @throws InputException where a column is missing or unknown, or there is no row
   */
  public static List<double[]> readNormals(Path path, Population population) {
    CsvTable table = CsvTable.read(path);
    List<String> names = names(population);
    table.withColumns(Stream.concat(Stream.of("subject"), names.stream()).toArray(String[]::new));
    if (table.isEmpty()) {
      throw new InputException(Place.startOf(table.name()), "no subject is listed");
    }
    List<double[]> normals = new ArrayList<>();
    table.each(row -> normals.add(row.numbers(names, name -> NORMAL)));
    return List.copyOf(normals);
  }

  private static void row(TableBuilder table, Subject subject, double[] numbers) {
    Object[] cells = new Object[numbers.length + 1];
    cells[0] = subject.number();
    for (int i = 0; i < numbers.length; i++) {
      cells[i + 1] = numbers[i];
    }
    table.row(cells);
  }

  private List<String> names() {
    return names(population);
  }

  /** Columns of {@link #normalsTable} behind the number of the subject. */
  public static List<String> names(Population population) {
    List<String> names = new ArrayList<>();
    population.varied().forEach(varied -> names.add(varied.name()));
    if (population.placebo().isPresent()) {
      names.add("placeboExpectancy");
      names.add("placeboCourse");
    }
    return List.copyOf(names);
  }

  private static double[] all(Subject subject) {
    double[] values = subject.values();
    return subject
        .placebo()
        .map(
            one -> {
              double[] more = Arrays.copyOf(values, values.length + 2);
              more[values.length] = one.expectancy();
              more[values.length + 1] = one.course();
              return more;
            })
        .orElse(values);
  }

  /**
   * Each target, fitted first: published, among all plausible subjects, among the chosen; with
   * distances in [0, 1], see {@link Outcome}, and whether the chosen agree.
   */
  public Table targets() {
    TableBuilder table =
        Table.builder()
            .text("target")
            .text("role")
            .text("certainty")
            .number("published")
            .number("publishedDeviation")
            .number("plausible")
            .number("plausibleDeviation")
            .number("chosen")
            .number("chosenDeviation")
            .number("low")
            .number("high")
            .number("distancePlausible")
            .number("distanceChosen")
            .text("agrees")
            .text("source");
    List<Integer> all = IntStream.range(0, plausible.size()).boxed().toList();
    for (boolean fitted : new boolean[] {true, false}) {
      for (Target target : targets) {
        if (target.isFitted() == fitted) {
          Outcome before = Outcome.of(target, plausible.endpoint(target, all));
          Outcome after = Outcome.of(target, sample.endpoint(target, indices));
          table.row(
              target.endpoint().name(),
              fitted ? "fitted" : "kept",
              target.certainty(),
              target.value(),
              orMissing(target.deviation()),
              before.mean(),
              orMissing(before.deviation()),
              after.mean(),
              orMissing(after.deviation()),
              after.low(),
              after.high(),
              before.distance(),
              after.distance(),
              after.agrees() ? "yes" : "no",
              target.source());
        }
      }
    }
    return table.build();
  }

  private static @Nullable Double orMissing(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** Whether a target is a share, by name. */
  public boolean isShare(String name) {
    return targets.stream()
        .anyMatch(target -> target.endpoint().name().equals(name) && target.endpoint().isShare());
  }
}
