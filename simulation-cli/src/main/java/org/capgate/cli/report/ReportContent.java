package org.capgate.cli.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.capgate.calibration.Influence;
import org.capgate.calibration.Plausibility;
import org.capgate.cli.learn.LearnedSets;
import org.capgate.cli.options.ModelOptions.Model;
import org.capgate.evidence.FindingsReport;
import org.capgate.scenario.Scenario;
import org.capgate.viz.Figure;

/**
 * Everything the report says, computed.
 *
 * @param model that is reported on
 * @param published findings
 * @param expectations further ones from the literature, which do not gate
 * @param figures by name, in the order shown
 * @param states untreated animals whose rest is looked at
 * @param planes of the switch
 * @param draws random parameter sets; empty if none were asked for
 * @param sets what every parameter set says of the numbers of the tables
 * @param learned what the findings say of the parameters; empty if there are no sets for that
 * @param leans what leans on each parameter; empty if that was not asked for
 * @param probes what the leaning of each figure was measured by, by name of the figure
 * @param swingPercent by which parameters were moved
 * @param provenance version, specification, seed and command
 */
record ReportContent(
    Model model,
    FindingsReport published,
    FindingsReport expectations,
    Map<String, Figure> figures,
    List<Scenario> states,
    List<SwitchPlane> planes,
    Optional<Draws> draws,
    ReportSets sets,
    Optional<LearnedSets> learned,
    List<Influence.Lean> leans,
    Map<String, String> probes,
    double swingPercent,
    Map<String, String> provenance) {

  /** The figures in the section of that name, by the name of their files. */
  Map<String, Figure> allFigures() {
    Map<String, Figure> all = new LinkedHashMap<>(figures);
    for (int i = 0; i < planes.size(); i++) {
      all.put("plane-" + i, planes.get(i).figure(provenance));
    }
    return all;
  }

  /** Those, and what stands in other sections. */
  Map<String, Figure> writtenFigures() {
    Map<String, Figure> all = allFigures();
    learned.ifPresent(known -> all.put("marginals", known.marginals(provenance)));
    return all;
  }

  /**
   * Random parameter sets.
   *
   * @param near within the factor of the fitted values
   * @param exchanged the same with the 4E-BP1:4E-BP2 split exchanged between cell classes
   * @param wide from the whole plausible ranges
   * @param factor how far from the fitted values
   */
  record Draws(
      Plausibility.Report near,
      Plausibility.Report exchanged,
      Plausibility.Report wide,
      double factor) {}
}
