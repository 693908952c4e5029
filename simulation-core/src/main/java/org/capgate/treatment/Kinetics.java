package org.capgate.treatment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the body of one species does to a compound; volumes and clearances are per kilogram of body
 * weight. Linear: concentrations scale with the dose. The brain is an effect site, so that the
 * amount in it is not taken from plasma.
 *
 * @param central plasma and what equilibrates with it at once
 * @param peripheral slowly equilibrating tissue, if any
 * @param brain effect site
 * @param routes ways of giving it that are known for this species
 * @param metabolites what elimination and first pass form, in the order of the file; fractions of
 *     either sum to at most 1
 */
public record Kinetics(
    Central central,
    Optional<Peripheral> peripheral,
    Brain brain,
    Map<Route, Absorption> routes,
    List<Formation> metabolites) {

  /**
   * Rate at which the concentration at the cells of a slice follows the bath (h⁻¹): ASSUMED a time
   * constant of 2 min (1 to 5 min).
   */
  public static final double BATH_PER_HOUR = 30;

  public Kinetics {
    routes = Map.copyOf(routes);
    metabolites = List.copyOf(metabolites);
  }

  /** Whether a dose by a route becomes metabolites before it arrives, if it does not all arrive. */
  public boolean formsAtFirstPass(Route route) {
    return route.isAbsorbed()
        && metabolites.stream().anyMatch(formed -> formed.firstPassFraction() > 0);
  }

  /**
   * Plasma and what equilibrates with it at once; eliminated at CL/V.
   *
   * @param volumeLitresPerKilogram V, > 0
   * @param clearanceLitresPerHourPerKilogram CL, > 0
   */
  public record Central(double volumeLitresPerKilogram, double clearanceLitresPerHourPerKilogram) {}

  /**
   * Tissue that exchanges with plasma.
   *
   * @param volumeLitresPerKilogram V, > 0
   * @param exchangeLitresPerHourPerKilogram Q between central and peripheral, > 0
   */
  public record Peripheral(
      double volumeLitresPerKilogram, double exchangeLitresPerHourPerKilogram) {}

  /**
   * dC_brain/dt = k·(K·C_plasma − C_brain) (Eq. T2).
   *
   * @param partitionCoefficient K, effect-site over total plasma concentration at equilibrium, ≥ 0
   * @param equilibrationPerHour k (h⁻¹), > 0
   */
  public record Brain(double partitionCoefficient, double equilibrationPerHour) {}

  /**
   * What becomes of a dose by one route.
   *
   * @param bioavailability fraction that arrives, in [0, 1]; of the rest, metabolites may be formed
   *     at first pass
   * @param ratePerHour absorption from the depot (h⁻¹); for icv the outflow from brain to plasma;
   *     infinity for iv
   * @param lagHours before the dose starts to arrive, ≥ 0
   * @param brainLitresPerKilogram volume an icv dose is diluted in; 0 for other routes
   */
  public record Absorption(
      double bioavailability, double ratePerHour, double lagHours, double brainLitresPerKilogram) {}

  /**
   * A metabolite.
   *
   * @param compound name of the metabolite, a compound of the catalogue
   * @param fraction of the eliminated amount that becomes it (mol/mol), in [0, 1]
   * @param firstPassFraction of what first pass takes from an absorbed dose of the parent (ip, po
   *     or in), the fraction that enters plasma as the metabolite (mol/mol), in [0, 1]
   */
  public record Formation(String compound, double fraction, double firstPassFraction) {}
}
