package org.capgate.compile;

import java.util.ArrayList;
import java.util.List;
import org.capgate.compile.Op.Code;

/**
 * Makes one operation of a sum and a product that only the sum uses. It is rounded once, so last
 * bits change against the two operations; every kernel of the program has the same.
 */
final class Fusing {
  private Fusing() {}

  /** The same program with fused operations. */
  static Program of(Program program) {
    List<Op> ops = program.ops();
    int[] uses = uses(program);
    boolean[] absorbed = new boolean[ops.size()];
    int[] productOf = new int[ops.size()]; // place of the product that a sum absorbs
    for (int i = 0; i < ops.size(); i++) {
      productOf[i] = ops.get(i).code() == Code.ADD ? product(ops, uses, ops.get(i)) : -1;
      if (productOf[i] >= 0) {
        absorbed[productOf[i]] = true;
      }
    }
    int[] place = new int[ops.size()];
    List<Op> fused = new ArrayList<>();
    for (int i = 0; i < ops.size(); i++) {
      if (!absorbed[i]) {
        place[i] = fused.size();
        fused.add(
            productOf[i] < 0
                ? ops.get(i).moved(place)
                : fused(ops.get(i), ops.get(productOf[i]), productOf[i], place));
      }
    }
    return new Program(
        fused,
        program.outputs().stream()
            .map(output -> new Program.Output(place[output.place()], output.entry()))
            .toList());
  }

  private static Op fused(Op sum, Op product, int productPlace, int[] place) {
    int addend = sum.left() == productPlace ? sum.right() : sum.left();
    return Op.fused(place[product.left()], place[product.right()], place[addend]);
  }

  /** The operand to absorb: the later of those that are products used once, or −1. */
  private static int product(List<Op> ops, int[] uses, Op sum) {
    int later = Math.max(sum.left(), sum.right());
    int earlier = Math.min(sum.left(), sum.right());
    if (later == earlier) {
      return -1;
    }
    if (ops.get(later).code() == Code.MULTIPLY && uses[later] == 1) {
      return later;
    }
    return ops.get(earlier).code() == Code.MULTIPLY && uses[earlier] == 1 ? earlier : -1;
  }

  private static int[] uses(Program program) {
    int[] uses = new int[program.ops().size()];
    for (Op op : program.ops()) {
      for (int i = 0; i < op.operands(); i++) {
        uses[op.operand(i)]++;
      }
    }
    program.outputs().forEach(output -> uses[output.place()]++);
    return uses;
  }
}
