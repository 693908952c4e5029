package org.capgate.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;

/**
 * Independent tasks that give numbers: computed on any number of threads, and, where a store is
 * given, not computed again when they were before. No result depends on threads or store.
 *
 * <pre>{@code
 * Tasks kept = Tasks.kept(BlockStore.in(folder), specification, seed, 8, threads, done -> {});
 * Morris effects = Morris.of(response, inputs, settings, kept);
 * }</pre>
 */
@FunctionalInterface
public interface Tasks {
  /**
   * The numbers of tasks 0 to count − 1, in that order.
   *
   * @param part names which part of the work this is, where it has several; else empty
   * @param count ≥ 1
   * @param task must depend on the part and its number alone; NaN stands for what has no value,
   *     infinities cannot be kept
   */
  List<double[]> numbers(String part, int count, IntFunction<double[]> task);

  /**
   * Computed every time.
   *
   * @param threads ≥ 1
   * @param done told the number of finished tasks of each part, on the calling thread
   */
  static Tasks on(int threads, IntConsumer done) {
    return (part, count, task) -> OrderedParallel.map(count, threads, task, done);
  }

  /**
   * Kept in blocks: work that was stopped at any moment goes on where it was.
   *
   * @param specification hexadecimal digits of everything the numbers follow from but the seed
   * @param seed of everything drawn
   * @param perBlock how many tasks make a block, ≥ 1: enough to take longer than writing a file
   * @param threads ≥ 1, among which blocks are shared
   * @param done told of each block, by any thread
   */
  static Tasks kept(
      BlockStore store,
      String specification,
      long seed,
      int perBlock,
      int threads,
      Consumer<Blocks.Done> done) {
    return (part, count, task) -> {
      String own = part.isEmpty() ? specification : Blocks.digest(specification + '\n' + part);
      Blocks blocks = new Blocks(new Numbers(own, seed, count, perBlock, task), store);
      OrderedParallel.map(
          (int) blocks.count(),
          threads,
          block -> {
            Blocks.Done one = blocks.compute(block);
            done.accept(one);
            return one;
          },
          finished -> {});
      List<List<Double>> results = new ArrayList<>();
      blocks.forEachRow(
          row -> {
            if (row.number("task") == results.size()) {
              results.add(new ArrayList<>());
            }
            results.get(results.size() - 1).add(row.number("value"));
          });
      return results.stream()
          .map(numbers -> numbers.stream().mapToDouble(Double::doubleValue).toArray())
          .toList();
    };
  }

  /** One row a number, in the order of tasks and of the numbers of each. */
  record Numbers(
      String specification, long seed, long subjects, int perBlock, IntFunction<double[]> task)
      implements BlockWork {
    @Override
    public Table rows(long first, int count) {
      TableBuilder table = Table.builder().number("task").number("value");
      for (int number = (int) first; number < first + count; number++) {
        for (double value : task.apply(number)) {
          table.row(number, Double.isNaN(value) ? null : value);
        }
      }
      return table.build();
    }
  }
}
