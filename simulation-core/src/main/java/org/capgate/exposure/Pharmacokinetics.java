package org.capgate.exposure;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.capgate.treatment.Administration;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;

/**
 * What the body does to one compound of a regimen, as kinetic studies report it. From the closed
 * form of its concentration, not from samples of it.
 *
 * @param compound its name
 * @param isGiven whether the regimen gives it; otherwise it is formed from what is given
 * @param site where its concentration is measured
 * @param maximumMicromolar highest concentration (µM) until the time asked for
 * @param maximumHours when that is reached (h after t = 0)
 * @param areaMicromolarHours area under the curve (µM·h) until the time asked for
 * @param wholeAreaMicromolarHours area under the curve (µM·h) for ever; infinite for a bath that is
 *     not washed out
 * @param halfLifeHours at the end (h): ln 2 over the slowest process on the way to it
 * @param clearanceLitresPerHourPerKilogram amount given over whole area (L/h/kg): clearance over
 *     bioavailability; only in plasma, for what is given and not formed as well
 */
public record Pharmacokinetics(
    String compound,
    boolean isGiven,
    Site site,
    double maximumMicromolar,
    double maximumHours,
    double areaMicromolarHours,
    double wholeAreaMicromolarHours,
    double halfLifeHours,
    OptionalDouble clearanceLitresPerHourPerKilogram) {

  /**
   * Every compound of a regimen and everything formed from it, first in plasma, then in the brain;
   * in a slice at the cells only. Compounds of which nothing arrives are left out, so that the list
   * is empty for saline.
   *
   * @param untilHours end of the first area and of the search for the maximum (h after t = 0)
   * @throws org.capgate.input.InputException when the regimen cannot be given to this subject
   */
  public static List<Pharmacokinetics> of(
      Regimen regimen,
      Species species,
      Preparation preparation,
      CompoundCatalogue catalogue,
      double untilHours) {
    Exposure exposure = Exposure.of(regimen, species, preparation, catalogue);
    ClosedFormExposure closedForm = ((TabulatedExposure) exposure).closedForm();
    List<Pharmacokinetics> rows = new ArrayList<>();
    for (Site site : Site.values()) {
      closedForm
          .partsOfCompounds(site)
          .forEach(
              (compound, parts) -> {
                ConcentrationCurve curve =
                    new ConcentrationCurve(closedForm.breakpointsHours(), parts);
                ConcentrationCurve.Peak peak = curve.peak(untilHours);
                if (!curve.isNowhere() && peak.micromolar() > 0) {
                  Given given = Given.of(compound, regimen, species, catalogue);
                  boolean isCleared =
                      site == Site.PLASMA && given.micromolesPerKilogram > 0 && parts.size() == 1;
                  double whole = curve.areaMicromolarHours(Double.POSITIVE_INFINITY);
                  rows.add(
                      new Pharmacokinetics(
                          compound,
                          given.isGiven,
                          site,
                          peak.micromolar(),
                          peak.atHours(),
                          curve.areaMicromolarHours(untilHours),
                          whole,
                          curve.terminalHalfLifeHours(),
                          isCleared
                              ? OptionalDouble.of(given.micromolesPerKilogram / whole)
                              : OptionalDouble.empty()));
                }
              });
    }
    return rows;
  }

  /** What a regimen gives of one compound, in all doses together; a bath has no amount. */
  private record Given(boolean isGiven, double micromolesPerKilogram) {
    static Given of(
        String compound, Regimen regimen, Species species, CompoundCatalogue catalogue) {
      boolean isGiven = false;
      double amount = 0;
      for (Administration given : regimen.administrations()) {
        if (given instanceof Dose dose
            && catalogue.named(dose.compound()).name().equals(compound)) {
          isGiven = true;
          if (dose.route() != Route.BATH) {
            double molarMass = catalogue.named(compound).molarMassGramsPerMole();
            amount +=
                dose.count() * dose.unit().micromolesPerKilogram(dose.amount(), molarMass, species);
          }
        }
      }
      return new Given(isGiven, amount);
    }
  }
}
