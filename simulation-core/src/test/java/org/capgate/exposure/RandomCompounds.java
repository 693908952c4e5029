package org.capgate.exposure;

import static org.capgate.treatment.CompoundText.number;
import static org.capgate.treatment.CompoundText.target;
import static org.capgate.treatment.CompoundText.targets;
import static org.capgate.treatment.CompoundText.trap;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.CompoundText;
import org.capgate.treatment.Species;

/**
 * Three drugs for all species, of which the first forms the others and the second the third, with
 * lags, peripheral tissue and trapping targets as it comes. Every third rate repeats an earlier one
 * exactly or nearly, where the closed form changes its basis.
 */
final class RandomCompounds {

  private static final List<String> NAMES = List.of("parent", "child", "grandchild");

  private final Random random;
  private final List<Double> earlier = new ArrayList<>(); // rates (h⁻¹)

  private RandomCompounds(Random random) {
    this.random = random;
  }

  static CompoundCatalogue catalogue(Random random) {
    RandomCompounds compounds = new RandomCompounds(random);
    List<Compound> drugs = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      drugs.add(CompoundText.read(compounds.drug(NAMES.get(i), NAMES.subList(i + 1, 3))));
    }
    return CompoundCatalogue.of(drugs);
  }

  private String drug(String name, List<String> formed) {
    StringBuilder text = new StringBuilder();
    text.append("capgate-compound: 1\nname: %s\nkind: drug\n".formatted(name));
    text.append("description: made for a test\nmolarMassGramsPerMole: ");
    text.append(number(between(100, 500))).append("\nkinetics:\n");
    for (Species species : Species.values()) {
      text.append("  %s:\n".formatted(species.word()));
      text.append(body());
      if (!formed.isEmpty()) {
        text.append("    metabolites:\n");
        formed.forEach(
            other ->
                text.append(
                    "      %s: {fraction: %s%s}\n"
                        .formatted(other, number(between(0, 0.5)), firstPass())));
      }
    }
    return text
        + targets(
            target("ampa", "potentiate", between(0.1, 20), 1, between(0, 5)),
            target("gaba-a", "block", between(0.1, 20), between(1, 3), between(0, 1)),
            trap("nmda-inhibitory", between(0.1, 20), rate()),
            trap("nmda-excitatory", between(0.1, 20), rate()));
  }

  private String body() {
    double volume = between(0.5, 5);
    String tissue =
        """
            peripheral:
              volumeLitresPerKilogram: %s
              exchangeLitresPerHourPerKilogram: %s
        """
            .formatted(number(between(0.5, 5)), number(between(0.5, 5)));
    return """
            central:
              volumeLitresPerKilogram: %s
              clearanceLitresPerHourPerKilogram: %s
            brain:
              partitionCoefficient: %s
              equilibrationPerHour: %s
            routes:
              iv: {bioavailability: %s}
              ip: {bioavailability: %s, absorptionPerHour: %s}
              po: {bioavailability: %s, absorptionPerHour: %s, lagHours: %s}
              in: {bioavailability: %s, absorptionPerHour: %s, lagHours: %s}
              icv:
                bioavailability: %s
                outflowPerHour: %s
                brainLitresPerKilogram: %s
        """
            .formatted(
                number(volume),
                number(volume * rate()),
                number(between(0.3, 9)),
                number(rate()),
                number(between(0.5, 1)),
                number(between(0, 1)),
                number(rate()),
                number(between(0, 1)),
                number(rate()),
                number(between(0, 2)),
                number(between(0, 1)),
                number(rate()),
                number(between(0, 0.5)),
                number(between(0.5, 1)),
                number(rate()),
                number(between(0.005, 0.03)))
        + (random.nextInt(2) == 0 ? tissue : "");
  }

  private String firstPass() {
    return random.nextInt(3) == 0 ? "" : ", firstPassFraction: " + number(between(0, 0.5));
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private double rate() {
    double rate = 0.1 * Math.pow(300, random.nextDouble()); // 0.1 to 30 per hour
    if (!earlier.isEmpty() && random.nextInt(3) == 0) {
      double apart = random.nextBoolean() ? 0 : Math.pow(10, -1 - 11 * random.nextDouble());
      rate = earlier.get(random.nextInt(earlier.size())) * (1 + apart);
    }
    earlier.add(rate);
    return rate;
  }
}
