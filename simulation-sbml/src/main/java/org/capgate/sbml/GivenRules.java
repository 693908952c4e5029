package org.capgate.sbml;

import java.util.List;
import java.util.Map;

/** What is given, as parts of an {@link OrdinaryModel}. */
interface GivenRules {
  /** Time of the scenario (h) that becomes 0 in the document; nothing is given before. */
  double startHours();

  /** Numbers that stay. */
  default List<OrdinaryModel.Value> constants() {
    return List.of();
  }

  /** Numbers that only events change, with their values at the start. */
  List<OrdinaryModel.Value> switched();

  /** What has a rate. */
  default List<OrdinaryModel.Variable> variables() {
    return List.of();
  }

  /** The inputs of the equations, the levels of drugs, and what these follow from. */
  List<OrdinaryModel.Rule> rules();

  /** Initial values that follow from constants. */
  default List<OrdinaryModel.Rule> starts() {
    return List.of();
  }

  /** When something changes, in order of time. */
  List<OrdinaryModel.Event> events();

  /** Compound by name of the symbol that is its level at its targets. */
  Map<String, String> compoundOfLevel();
}
