package org.capgate.treatment;

import org.capgate.input.Numbers;
import org.capgate.input.SourceText;

/** Compound files built in tests, one clause at a time. */
public final class CompoundText {

  private CompoundText() {}

  /** A number in the format of compound files. */
  public static String number(double value) {
    return "{value: " + Numbers.text(value) + ", source: \"test\"}";
  }

  /**
   * A drug with kinetics for the mouse, by iv and ip, without targets.
   *
   * @param clauses further lines of the species, such as {@link #peripheral}; may be empty
   */
  public static String drug(
      String name, double volume, double clearance, double absorption, String clauses) {
    return "capgate-compound: 1\nname: "
        + name
        + "\nkind: drug\ndescription: made for a test\nmolarMassGramsPerMole: "
        + number(1000)
        + "\nkinetics:\n  mouse:\n    central:\n      volumeLitresPerKilogram: "
        + number(volume)
        + "\n      clearanceLitresPerHourPerKilogram: "
        + number(clearance)
        + "\n    brain:\n      partitionCoefficient: "
        + number(0.5)
        + "\n      equilibrationPerHour: "
        + number(7)
        + "\n    routes:\n      iv: {bioavailability: "
        + number(1)
        + "}\n      ip:\n        bioavailability: "
        + number(0.8)
        + "\n        absorptionPerHour: "
        + number(absorption)
        + "\n      icv:\n        bioavailability: "
        + number(1)
        + "\n        outflowPerHour: "
        + number(2)
        + "\n        brainLitresPerKilogram: "
        + number(0.02)
        + "\n"
        + clauses;
  }

  public static String peripheral(double volume, double exchange) {
    return "    peripheral:\n      volumeLitresPerKilogram: "
        + number(volume)
        + "\n      exchangeLitresPerHourPerKilogram: "
        + number(exchange)
        + "\n";
  }

  public static String metabolite(String name, double fraction) {
    return "    metabolites:\n      " + name + ": {fraction: " + number(fraction) + "}\n";
  }

  /** As {@link #metabolite(String, double)}, formed at first pass as well. */
  public static String metabolite(String name, double fraction, double firstPassFraction) {
    return metabolite(name, fraction)
        .replace("}}\n", "}, firstPassFraction: %s}\n".formatted(number(firstPassFraction)));
  }

  /** Begins the targets; must follow everything about the species. */
  public static String targets(String... targets) {
    return "targets:\n" + String.join("", targets);
  }

  public static String target(
      String name, String sign, double potency, double slope, double maximal) {
    return "  "
        + name
        + ":\n    sign: "
        + sign
        + "\n    kinetics: reversible\n    potencyMicromolar: "
        + number(potency)
        + "\n    hillSlope: "
        + number(slope)
        + "\n    maximalEffect: "
        + number(maximal)
        + "\n";
  }

  public static String trap(String name, double potency, double offPerHour) {
    return target(name, "block", potency, 1, 1).replace("reversible", "trapping")
        + "    offPerHour: "
        + number(offPerHour)
        + "\n";
  }

  public static Compound read(String text) {
    return Compound.read(new SourceText("test.yaml", text));
  }
}
