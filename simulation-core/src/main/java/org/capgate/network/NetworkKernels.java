package org.capgate.network;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.capgate.compile.CellKernel;
import org.capgate.equations.EquationSystem;
import org.capgate.equations.Kind;
import org.capgate.equations.Symbol;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Mechanisms;
import org.capgate.model.ModelParts;
import org.capgate.model.MoodModel;
import org.capgate.treatment.CellClass;

/** The compiled parts of the statement under one choice of mechanisms. Immutable, shared. */
final class NetworkKernels {
  private static final Map<Mechanisms, NetworkKernels> ALL = new ConcurrentHashMap<>();

  final ModelParts parts;
  final CellKernel tissue;

  /** Quantities of neurons that rates of the tissue depend on. */
  final Map<CellClass, List<String>> felt = new EnumMap<>(CellClass.class);

  private final Map<CellClass, CellKernel> cells = new EnumMap<>(CellClass.class);

  static NetworkKernels of(Mechanisms mechanisms) {
    return ALL.computeIfAbsent(mechanisms, NetworkKernels::new);
  }

  private NetworkKernels(Mechanisms mechanisms) {
    parts = new ModelParts(MoodModel.of(mechanisms).equations());
    List<String> tissueInputs = new ArrayList<>();
    for (CellClass own : CellClass.values()) {
      List<String> of = felt(parts.tissue(), parts.meansOf(own));
      felt.put(own, of);
      tissueInputs.addAll(of);
    }
    tissue = new CellKernel(parts.tissue(), List.of(), tissueInputs, List.of(), List.of());
    for (CellClass own : CellClass.values()) {
      cells.put(own, compiled(own));
    }
  }

  CellKernel cell(CellClass own) {
    CellKernel kernel = cells.get(own);
    if (kernel == null) {
      throw new IllegalStateException("no kernel of " + own);
    }
    return kernel;
  }

  private CellKernel compiled(CellClass own) {
    List<String> perCell = new ArrayList<>();
    List<String> coupled = new ArrayList<>();
    List<String> signals = new ArrayList<>();
    for (CellClass other : CellClass.values()) {
      perCell.add(ModelParts.synapticInput(other, own));
      coupled.add(ModelParts.synapticInput(other, own));
      signals.add(ModelParts.signal(own, other));
    }
    for (Gene gene : Gene.values()) {
      perCell.add(Genotype.symbol(gene, own).name());
    }
    perCell.add(ModelParts.threshold(own));
    perCell.add(ModelParts.ownDrive(own));
    EquationSystem cell = parts.cell(own);
    for (Symbol state : parts.tissue().symbols(Kind.STATE)) {
      if (cell.symbols(Kind.INPUT).stream().anyMatch(in -> in.name().equals(state.name()))) {
        coupled.add(state.name());
      }
    }
    List<String> gathered = new ArrayList<>();
    feltOf(own).forEach(quantity -> gathered.add(ModelParts.observed(quantity)));
    return new CellKernel(cell, perCell, coupled, signals, gathered);
  }

  /** Names of the parameters of a neuron of a class that a subclass can have factors on. */
  List<String> factored(CellClass own) {
    List<String> names = new ArrayList<>();
    names.add(ModelParts.threshold(own));
    cell(own).layout().parameters().forEach(parameter -> names.add(parameter.name()));
    return names;
  }

  List<String> feltOf(CellClass own) {
    return felt.getOrDefault(own, List.of());
  }

  private static List<String> felt(EquationSystem tissue, List<String> means) {
    Set<String> felt = new LinkedHashSet<>();
    for (Symbol state : tissue.symbols(Kind.STATE)) {
      for (Symbol used : tissue.equationOf(state).statement().evaluated().symbols()) {
        if (means.contains(used.name())) {
          felt.add(used.name());
        }
      }
    }
    return List.copyOf(felt);
  }
}
