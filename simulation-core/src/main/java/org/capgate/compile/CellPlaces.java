package org.capgate.compile;

import java.util.List;
import org.capgate.equations.Layout;
import org.capgate.equations.Symbol;

/**
 * Where the loops of a {@link CellKernel} find what they read.
 *
 * @param layout of the part
 * @param perCell inputs that differ between cells, in the order of their arrays
 * @param sharedInputs the others, in the order of the layout
 * @param coupled inputs by which linear systems couple to others
 */
record CellPlaces(
    Layout layout, List<String> perCell, List<String> sharedInputs, List<String> coupled) {

  CellPlaces {
    perCell = List.copyOf(perCell);
    sharedInputs = List.copyOf(sharedInputs);
    coupled = List.copyOf(coupled);
  }

  CellPlaces(Layout layout, List<String> perCell, List<String> coupled) {
    this(
        layout,
        perCell,
        layout.inputs().stream().map(Symbol::name).filter(name -> !perCell.contains(name)).toList(),
        coupled);
  }

  int variables() {
    return layout.variables().size();
  }

  /** Index of a shared input in the shared numbers. */
  int sharedIndex(String input) {
    int index = sharedInputs.indexOf(input);
    if (index < 0) {
      throw new IllegalArgumentException("'%s' is no shared input".formatted(input));
    }
    return layout.parameters().size() + index;
  }

  /** Index of 1/(hγ) in the shared numbers. */
  int shiftIndex() {
    return layout.parameters().size() + sharedInputs.size();
  }

  /** Index of the change of a coupled input in the shared numbers. */
  int changeIndex(int coupledInput) {
    return shiftIndex() + 1 + coupledInput;
  }

  /** Index of the first factor of the linear systems among the arrays. */
  int firstFactor() {
    return variables() + perCell.size();
  }
}
