package org.capgate.cli.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.capgate.evidence.Comparison;
import org.capgate.evidence.Condition;
import org.capgate.evidence.Expectation;
import org.capgate.evidence.Finding;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.Magnitude;
import org.capgate.evidence.SampleTime;
import org.capgate.model.Readout;
import org.capgate.viz.PublishedEffect;

/** Findings for the experiments of a comparison, found by condition, readout and time. */
final class PublishedEffects {
  private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d\\d\\b");
  private static final Pattern DOI = Pattern.compile("doi:\\S+[^\\s.,;)]");

  private final List<Finding> findings;

  PublishedEffects(FindingFile file) {
    findings = file.findings();
  }

  /**
   * What was found, the change against untreated being what is asked for. Each finding is given
   * once for each source.
   *
   * @param untreated the simulated value, from which a published change is counted
   */
  List<PublishedEffect> of(Condition condition, Readout readout, double tHours, double untreated) {
    List<PublishedEffect> found = new ArrayList<>();
    for (Finding finding : findings) {
      boolean asked =
          finding.condition().equals(condition)
              && finding.readout().equals(readout)
              && finding.at().equals(SampleTime.hours(tHours));
      if (asked) {
        effect(finding, untreated).filter(one -> !found.contains(one)).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  private static Optional<PublishedEffect> effect(Finding finding, double untreated) {
    boolean againstUntreated =
        finding.versus().equals(Comparison.UNTREATED)
            || finding.versus().equals(Comparison.PLACEBO);
    String source = source(finding);
    String found = finding.expected().word().replace('-', ' ');
    Optional<Magnitude> magnitude = finding.magnitude().filter(number -> !number.ofPeak());
    if (finding.expected() == Expectation.VALUE) {
      return magnitude.map(
          number ->
              PublishedEffect.number(found, source, number.value(), number.low(), number.high()));
    }
    if (!againstUntreated) {
      return Optional.empty();
    }
    if (magnitude.isEmpty()) {
      return Optional.of(PublishedEffect.direction(found, source));
    }
    double sign = finding.expected() == Expectation.DECREASE ? -1 : 1;
    double one = untreated + sign * magnitude.get().low();
    double other = untreated + sign * magnitude.get().high();
    return Optional.of(
        PublishedEffect.number(
            found,
            source,
            untreated + sign * magnitude.get().value(),
            Math.min(one, other),
            Math.max(one, other)));
  }

  /** Author, year and journal where the source names them, else its DOI; and how sure we are. */
  private static String source(Finding finding) {
    String text = finding.source();
    Matcher doi = DOI.matcher(text);
    String named = text.split(" doi:| \\(|;", 2)[0].strip();
    String shortest = !YEAR.matcher(named).find() && doi.find() ? doi.group() : named;
    return finding.standing().gates()
        ? shortest
        : "%s (%s)".formatted(shortest, finding.standing().word());
  }
}
