package org.capgate.benchmarks.network;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.capgate.equations.Equation;
import org.capgate.equations.Statement;
import org.capgate.equations.Symbol;
import org.capgate.model.ModelParts;
import org.capgate.network.wiring.Connectivity;
import org.capgate.treatment.CellClass;

/**
 * A network as files for Brian2: model.json with the equations printed from the statement, and raw
 * little-endian arrays of what differs between neurons and of the synapses.
 */
final class BrianModel {
  private static final BrianNotation NOTATION = new BrianNotation();

  private final PeerNetwork network;
  private final Path folder;

  BrianModel(PeerNetwork network, Path folder) {
    this.network = network;
    this.folder = folder;
  }

  void write(int warmUpSteps, int steps) throws IOException {
    Files.createDirectories(folder);
    List<String> classes = new ArrayList<>();
    List<String> blocks = new ArrayList<>();
    for (PeerClass cells : network.classes) {
      classes.add(json(cells));
      for (PeerClass source : network.classes) {
        blocks.add(json(cells, source));
      }
    }
    String text =
        "{\"stepMilliseconds\": "
            + PeerNetwork.STEP_HOURS * 3.6e6
            + ", \"warmUpSteps\": "
            + warmUpSteps
            + ", \"steps\": "
            + steps
            + ",\n\"classes\": "
            + classes
            + ",\n\"projections\": "
            + blocks
            + "}\n";
    Files.writeString(folder.resolve("model.json"), text);
  }

  private String json(PeerClass cells) throws IOException {
    List<Symbol> variables = cells.part.layout().variables();
    for (int v = 0; v < variables.size(); v++) {
      doubles(file(cells, variables.get(v).name()), cells.variable[v]);
    }
    for (int k = 0; k < cells.input.length; k++) {
      doubles(file(cells, cells.kernel.perCell().get(k)), cells.input[k]);
    }
    List<String> signals = new ArrayList<>();
    for (CellClass target : CellClass.values()) {
      String name = ModelParts.signal(cells.own, target);
      signals.add(quoted(name) + ": " + quoted(printed(cells, name)));
    }
    return "{\"name\": "
        + quoted(cells.own.name())
        + ", \"neurons\": "
        + cells.neurons
        + ",\n \"equations\": "
        + quoted(equations(cells))
        + ",\n \"variables\": "
        + quotedAll(variables.stream().map(Symbol::name).toList())
        + ", \"inputs\": "
        + quotedAll(cells.kernel.perCell())
        + ",\n \"signals\": {"
        + String.join(", ", signals)
        + "},\n \"constants\": {"
        + cells.constants().entrySet().stream()
            .map((Map.Entry<String, Double> c) -> quoted(c.getKey()) + ": " + c.getValue())
            .collect(Collectors.joining(", "))
        + "}}";
  }

  /** The value of a readout; definitions are named in it, not repeated. */
  private static String printed(PeerClass cells, String readout) {
    Symbol symbol = cells.part.find(readout);
    return cells.part.equationOf(symbol).statement().evaluated().fold(NOTATION);
  }

  /** One line an equation. Time is in hours in the statement and in seconds in Brian2. */
  private static String equations(PeerClass cells) {
    StringBuilder text = new StringBuilder();
    for (Equation equation : cells.part.withExplicitRates().equations()) {
      Statement statement = equation.statement();
      String value = statement.evaluated().fold(NOTATION);
      String name = equation.symbol().name();
      switch (equation.symbol().kind()) {
        case STATE, QUASI_STEADY ->
            text.append("d").append(name).append("/dt = (").append(value).append(")/hour : 1\n");
        case ALGEBRAIC ->
            text.append("d")
                .append(name)
                .append("/dt = (")
                .append(value)
                .append(")/(" + PeerNetwork.BINDING_HOURS + "*hour) : 1\n");
        case DEFINED -> text.append(name).append(" = ").append(value).append(" : 1\n");
        default -> text.append(""); // readouts: signals are stored, the others not computed
      }
    }
    for (String input : cells.kernel.perCell()) {
      boolean isSynaptic =
          List.of(CellClass.values()).stream()
              .anyMatch(source -> input.equals(ModelParts.synapticInput(source, cells.own)));
      text.append(input).append(isSynaptic ? " : 1\n" : " : 1 (constant)\n");
    }
    for (CellClass target : CellClass.values()) {
      text.append(ModelParts.signal(cells.own, target)).append(" : 1\n");
    }
    return text.toString();
  }

  private String json(PeerClass target, PeerClass source) throws IOException {
    Connectivity block = network.synapses[target.own.ordinal()][source.own.ordinal()];
    String name = source.own.name() + "_to_" + target.own.name();
    boolean areAlike = true;
    try (OutputStream sources = stream(name + ".source");
        OutputStream targets = stream(name + ".target");
        OutputStream weights = stream(name + ".weight")) {
      ByteBuffer number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < target.neurons; i++) {
        for (int k = 0; k < block.inDegree(i); k++) {
          sources.write(number.clear().putInt(block.source(i, k)).array(), 0, 4);
          targets.write(number.clear().putInt(i).array(), 0, 4);
          weights.write(number.clear().putDouble(block.weight(i, k)).array(), 0, 8);
          areAlike &= block.weight(i, k) == block.weight(0, 0);
        }
      }
    }
    return "{\"source\": "
        + quoted(source.own.name())
        + ", \"target\": "
        + quoted(target.own.name())
        + ", \"file\": "
        + quoted(name)
        + ", \"signal\": "
        + quoted(ModelParts.signal(source.own, target.own))
        + ", \"input\": "
        + quoted(ModelParts.synapticInput(source.own, target.own))
        + ", \"weight\": "
        + (areAlike ? block.weight(0, 0) : "null")
        + "}";
  }

  /** Writes the variables of all neurons, to be compared with. */
  void writeFinalState() throws IOException {
    for (PeerClass cells : network.classes) {
      List<Symbol> variables = cells.part.layout().variables();
      for (int v = 0; v < variables.size(); v++) {
        doubles(file(cells, variables.get(v).name()) + ".final", cells.variable[v]);
      }
    }
  }

  private static String file(PeerClass cells, String name) {
    return cells.own.name() + "." + name;
  }

  private OutputStream stream(String name) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 16);
  }

  private void doubles(String name, double[] values) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asDoubleBuffer().put(values);
    Files.write(folder.resolve(name), bytes.array());
  }

  private static String quotedAll(List<String> names) {
    return names.stream().map(BrianModel::quoted).collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }
}
