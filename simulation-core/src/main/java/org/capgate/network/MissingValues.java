package org.capgate.network;

import java.util.List;
import java.util.Optional;
import org.capgate.equations.MissingValue;
import org.capgate.equations.Symbol;
import org.capgate.model.ModelParts;

/**
 * Says which equation of which neuron has no value, once a network could not be solved. Shared
 * numbers begin with the parameters. Of the tissue only what its rates use is looked at: its
 * readouts are taken when the network has been solved.
 */
final class MissingValues {
  private final ModelParts parts;
  private final CellGroup[] groups;
  private final SharedTissue tissue;

  MissingValues(ModelParts parts, CellGroup[] groups, SharedTissue tissue) {
    this.parts = parts;
    this.groups = groups;
    this.tissue = tissue;
  }

  /**
   * The first found, as a clause for a message that ends with a space; empty when there is none.
   */
  String clause(NeuronField y) {
    for (int g = 0; g < groups.length; g++) {
      double[][] f = new double[y.cells[g].length][groups[g].neurons];
      for (CellGroup.Subrange range : groups[g].ranges) {
        double[][] in = groups[g].view(y.cells[g], new double[0][]);
        groups[g].kernel.everything().run(range.from(), range.to(), in, range.shared(), f);
        for (int i = range.from(); i < range.to(); i++) {
          Optional<String> missing =
              isFinite(f, i) ? Optional.empty() : ofNeuron(groups[g], range, y.cells[g], i);
          if (missing.isPresent()) {
            String own = NetworkAssembly.word(groups[g].cellClass);
            return "in %s neuron %s %s; ".formatted(own, i, missing.get());
          }
        }
      }
    }
    return ofTissue(y.tissue).map("in the tissue %s; "::formatted).orElse("");
  }

  private static boolean isFinite(double[][] values, int neuron) {
    for (double[] value : values) {
      if (!Double.isFinite(value[neuron])) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> ofNeuron(
      CellGroup group, CellGroup.Subrange range, double[][] variables, int neuron) {
    List<Symbol> inputs = group.kernel.layout().inputs();
    double[] u = new double[inputs.size()];
    for (int i = 0; i < u.length; i++) {
      String input = inputs.get(i).name();
      u[i] =
          group.kernel.isShared(input)
              ? range.shared()[group.kernel.sharedIndex(input)]
              : group.input(input)[neuron];
    }
    double[] y = new double[variables.length];
    for (int v = 0; v < y.length; v++) {
      y[v] = variables[v][neuron];
    }
    return MissingValue.in(parts.cell(group.cellClass), y, range.shared(), u);
  }

  private Optional<String> ofTissue(double[] y) {
    List<Symbol> inputs = tissue.kernel.layout().inputs();
    double[] u = new double[inputs.size()];
    for (int i = 0; i < u.length; i++) {
      u[i] = tissue.shared[tissue.kernel.sharedIndex(inputs.get(i).name())];
    }
    return MissingValue.inRates(parts.tissue(), y, tissue.shared, u);
  }
}
