package org.capgate.uncertainty;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.capgate.input.Bounds;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.Place;
import org.capgate.input.SeedFiles;
import org.capgate.model.Parameter;
import org.capgate.model.ParameterSet;

/**
 * Parameter sets of equal weight that agree with the findings, as {@code capgate posterior} draws
 * them: a table with one row a set and one column for each number that differs between them, under
 * the name that {@code capgate parameters} prints. The columns {@code member} and {@code
 * log_likelihood} are left aside. Immutable.
 */
public final class ParameterEnsemble {
  private static final String MEMBER = "member";
  private static final String LOG_LIKELIHOOD = "log_likelihood";

  private final String name;
  private final List<String> numbers;
  private final List<double[]> members; // never modified

  private ParameterEnsemble(String name, List<String> numbers, List<double[]> members) {
    this.name = name;
    this.numbers = numbers;
    this.members = members;
  }

  /** The one that ships with the library, {@code seeds/ensemble/posterior.csv}. */
  public static ParameterEnsemble standard() {
    return Standard.ENSEMBLE;
  }

  /**
   * Reads a table in the form of {@code seeds/ensemble/posterior.csv}.
   *
   * @throws InputException for an unknown number, one out of its range, and a table without sets,
   *     naming the place
   */
  public static ParameterEnsemble read(Path path) {
    return of(CsvTable.read(path));
  }

  /** As {@link #read}, from a table. */
  public static ParameterEnsemble of(CsvTable table) {
    ParameterSet known = ParameterSet.standard();
    Place header = new Place(table.name(), 1, 0);
    List<String> numbers =
        table.header().stream()
            .filter(column -> !column.equals(MEMBER) && !column.equals(LOG_LIKELIHOOD))
            .toList();
    Mistakes mistakes = new Mistakes();
    for (String number : numbers) {
      if (!known.contains(number)) {
        mistakes.add(new InputException(header, known.unknown(number)));
      }
    }
    mistakes.check();
    if (numbers.isEmpty() || table.isEmpty()) {
      throw new InputException(header, "the table holds no parameter set");
    }
    List<double[]> members = new ArrayList<>();
    table.each(row -> members.add(row.numbers(numbers, number -> bounds(known.parameter(number)))));
    return new ParameterEnsemble(table.name(), numbers, List.copyOf(members));
  }

  private static Bounds bounds(Parameter parameter) {
    return parameter.low() < parameter.high()
        ? Bounds.between(parameter.low(), parameter.high(), parameter.unit())
        : Bounds.finite(parameter.unit());
  }

  /** Where it was read. */
  public String name() {
    return name;
  }

  /** How many sets it holds, ≥ 1. */
  public int size() {
    return members.size();
  }

  /** The numbers that differ between sets, in the order of the columns. */
  public List<String> numbers() {
    return numbers;
  }

  /** Values of one number, by member; a fresh array. */
  public double[] values(String number) {
    int column = numbers.indexOf(number);
    if (column < 0) {
      throw new IllegalArgumentException(Names.unknown("number", number, numbers));
    }
    return members.stream().mapToDouble(values -> values[column]).toArray();
  }

  /**
   * Some of the sets, evenly spread over it; all where it has no more.
   *
   * @param most ≥ 1
   */
  public ParameterEnsemble thinned(int most) {
    Bounds.between(1, Integer.MAX_VALUE, "").check("members", most);
    if (most >= size()) {
      return this;
    }
    List<double[]> kept = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      kept.add(members.get((int) ((long) i * size() / most)));
    }
    return new ParameterEnsemble(name, numbers, kept);
  }

  /**
   * The sets of the numbers {@code first}, {@code first + step} and so on: a part that is spread
   * over the whole, for work that shows what is known so far.
   *
   * @param step ≥ 1
   * @param first in [0, step), less than the size
   */
  public ParameterEnsemble every(int step, int first) {
    Bounds.between(1, Integer.MAX_VALUE, "").check("step", step);
    Bounds.between(0, Math.min(step, size()) - 1.0, "").check("first", first);
    List<double[]> kept = new ArrayList<>();
    for (int i = first; i < size(); i += step) {
      kept.add(members.get(i));
    }
    return new ParameterEnsemble(name, numbers, kept);
  }

  /**
   * A member: a parameter set with the numbers of this member wherever it has the value that ships.
   * What was set to something else stays as it was set, in every member.
   *
   * @param base with the same compounds as the experiments that follow
   */
  public ParameterSet member(int index, ParameterSet base) {
    ParameterSet shipped = base.unchanged();
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < numbers.size(); i++) {
      String number = numbers.get(i);
      if (base.contains(number) && base.value(number) == shipped.value(number)) {
        values.put(number, members.get(index)[i]);
      }
    }
    return base.with(values);
  }

  /** All members, as {@link #member} gives them. */
  public List<ParameterSet> members(ParameterSet base) {
    return IntStream.range(0, size()).mapToObj(index -> member(index, base)).toList();
  }

  @Override
  public String toString() {
    return "%s parameter sets of %s".formatted(size(), name);
  }

  /** Read once, when first asked for. */
  private static final class Standard {
    private static final ParameterEnsemble ENSEMBLE =
        of(CsvTable.read(SeedFiles.text("ensemble/posterior.csv")));

    private Standard() {}
  }
}
