package org.capgate.evidence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.capgate.input.CsvTable;
import org.capgate.input.Mistakes;
import org.capgate.input.Names;
import org.capgate.input.Numbers;
import org.capgate.model.Genotype;
import org.capgate.model.GenotypeOfSubclasses;
import org.capgate.model.Readout;
import org.capgate.scenario.Stress;
import org.capgate.treatment.Administration;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Dose;
import org.capgate.treatment.Preparation;
import org.capgate.treatment.Regimen;
import org.capgate.treatment.Route;
import org.capgate.treatment.Species;

/** Reads one row, column by column, then checks that the columns fit each other. */
final class FindingRow {

  private static final List<String> PLAIN_COMPARISONS =
      List.of("untreated", "placebo", "wild-type", "unstressed", "peak", "none");
  private static final String FINDING = "finding:";
  private static final String RETURN = "return";

  private final CsvTable.Row row;
  private final CompoundCatalogue catalogue;
  private final List<String> subclasses; // of inhibitory neurons, that a genotype may name

  FindingRow(CsvTable.Row row, CompoundCatalogue catalogue, List<String> subclasses) {
    this.row = row;
    this.catalogue = catalogue;
    this.subclasses = subclasses;
  }

  Finding finding() {
    Mistakes mistakes = new Mistakes();
    String id = mistakes.orElse("", () -> row.requiredText("id"));
    String area = mistakes.orElse("", () -> row.requiredText("area"));
    Condition condition = condition(mistakes);
    Optional<Readout> readout =
        mistakes.orElse(
            Optional.empty(),
            () -> Optional.of(Readout.named(row.oneOf("readout", names(Readout.all())))));
    Optional<SampleTime> at = mistakes.orElse(Optional.empty(), () -> Optional.of(sampleTime()));
    if (at.isPresent() && at.get() instanceof SampleTime.At time) {
      mistakes.in(() -> condition.treatment().requireRead(time.tHours(), row.place("at_h")));
    }
    Comparison versus = mistakes.orElse(Comparison.NONE, this::comparison);
    Expectation expected =
        mistakes.orElse(
            Expectation.VALUE, () -> Expectation.of(row.oneOf("expected", Expectation.words())));
    Optional<Magnitude> magnitude =
        readout.isEmpty() || at.isEmpty()
            ? Optional.empty()
            : mistakes.orElse(
                Optional.empty(),
                () -> new MagnitudeText(row, readout.get(), at.get()).magnitude());
    Standing standing =
        mistakes.orElse(
            Standing.INFERRED, () -> Standing.of(row.oneOf("standing", Standing.words())));
    String source = mistakes.orElse("", () -> row.requiredText("source"));
    mistakes.check();
    Finding finding =
        new Finding(
            id,
            area,
            condition,
            readout.orElseThrow(),
            at.orElseThrow(),
            versus,
            expected,
            magnitude,
            standing,
            source,
            row.place());
    checkComparison(finding);
    checkMagnitude(finding);
    return finding;
  }

  /** What is wrong is replaced by something that makes no other column wrong. */
  private Condition condition(Mistakes mistakes) {
    Species subject =
        mistakes.orElse(Species.MOUSE, () -> Species.of(row.oneOf("subject", Species.words())));
    Optional<Preparation> preparation =
        mistakes.orElse(
            Optional.empty(),
            () -> Optional.of(Preparation.of(row.oneOf("preparation", Preparation.words()))));
    Stress stress =
        mistakes.orElse(Stress.NONE, () -> Stress.of(row.oneOf("stress", Stress.words())));
    GenotypeOfSubclasses genotype =
        mistakes.orElse(
            GenotypeOfSubclasses.of(Genotype.wildType()),
            () ->
                GenotypeOfSubclasses.parse(
                    row.requiredText("genotype"), row.place("genotype"), subclasses));
    Regimen treatment =
        mistakes.orElse(
            Regimen.none(),
            () -> Regimen.parse(row.requiredText("treatment"), row.place("treatment"), catalogue));
    preparation.ifPresent(stated -> mistakes.in(() -> requireReach(stated, treatment)));
    return new Condition(
        subject, preparation.orElse(Preparation.IN_VIVO), stress, genotype, treatment);
  }

  private void requireReach(Preparation preparation, Regimen treatment) {
    for (Administration given : treatment.administrations()) {
      boolean bathed = given instanceof Dose dose && dose.route() == Route.BATH;
      if (bathed && preparation == Preparation.IN_VIVO) {
        throw row.complaint("treatment", "a bath reaches cells in a slice only, not in vivo");
      }
      if (given instanceof Dose && !bathed && preparation == Preparation.SLICE) {
        throw row.complaint("treatment", "compounds reach a slice by the bath only");
      }
    }
  }

  private SampleTime sampleTime() {
    String word = row.requiredText("at_h");
    OptionalDouble hours = Numbers.parse(word);
    if (hours.isPresent()) {
      return SampleTime.hours(row.number("at_h", SampleTime.HOURS));
    }
    boolean likeANumber = !Character.isLetter(word.codePointAt(0));
    if (likeANumber) {
      throw row.complaint(
          "at_h", "must be a number of hours, baseline or peak, but was " + Names.quoted(word));
    }
    if (word.equals(RETURN) || word.startsWith(RETURN + " ")) {
      return new SampleTime.Return(share(word.substring(RETURN.length()).strip()));
    }
    return switch (row.oneOf("at_h", List.of("baseline", "peak", "peak-time"))) {
      case "peak" -> SampleTime.PEAK;
      case "peak-time" -> SampleTime.PEAK_TIME;
      default -> SampleTime.BASELINE;
    };
  }

  private double share(String text) {
    OptionalDouble share = Numbers.parse(text);
    if (share.isEmpty() || !SampleTime.SHARE.contains(share.getAsDouble())) {
      throw row.complaint(
          "at_h",
          "a share of the peak in [0.01, 0.99] must follow 'return', as in return 0.1, but was "
              + Names.quoted(text));
    }
    return share.getAsDouble();
  }

  private Comparison comparison() {
    String word = row.requiredText("versus");
    if (word.startsWith(FINDING)) {
      String id = word.substring(FINDING.length()).strip();
      if (id.isEmpty()) {
        throw row.complaint("versus", "an id must follow 'finding:'");
      }
      return Comparison.finding(id);
    }
    List<String> known =
        Stream.concat(PLAIN_COMPARISONS.stream(), Stream.of("finding:ID")).toList();
    if (!PLAIN_COMPARISONS.contains(word)) {
      throw row.complaint("versus", Names.unknown("comparison", word, known));
    }
    return new Comparison.Plain(word);
  }

  private void checkComparison(Finding finding) {
    boolean another = finding.versus() instanceof Comparison.OtherFinding;
    if (finding.expected() == Expectation.REDUCED && !another) {
      throw row.complaint(
          "versus",
          "'reduced' needs the finding it is reduced from, written finding:ID, but was "
              + Names.quoted(finding.versus().word()));
    }
    if (finding.at().isTime()) {
      checkTime(finding);
    }
    boolean nothing = finding.versus().equals(Comparison.NONE);
    if (finding.expected() != Expectation.VALUE && nothing) {
      throw row.complaint(
          "versus",
          Names.quoted(finding.expected().word()) + " needs something to compare with, not 'none'");
    }
  }

  /** A time is a number of its own: it is expected as a value and compared with nothing. */
  private void checkTime(Finding finding) {
    if (finding.expected() != Expectation.VALUE) {
      throw row.complaint(
          "expected",
          "must be value where at_h is %s, but was %s"
              .formatted(finding.at().word(), Names.quoted(finding.expected().word())));
    }
    if (!finding.versus().equals(Comparison.NONE)) {
      throw row.complaint(
          "versus",
          "must be none where at_h is %s, but was %s"
              .formatted(finding.at().word(), Names.quoted(finding.versus().word())));
    }
    if (finding.condition().treatment().isNone()) {
      throw row.complaint("treatment", "without treatment nothing peaks or returns");
    }
  }

  private void checkMagnitude(Finding finding) {
    Expectation expected = finding.expected();
    if (finding.magnitude().isEmpty()) {
      if (expected == Expectation.VALUE) {
        throw row.complaint(
            "magnitude", "must not be empty where a value is expected; " + MagnitudeText.FORM);
      }
      return;
    }
    Magnitude magnitude = finding.magnitude().get();
    if (expected == Expectation.NO_CHANGE || expected == Expectation.REDUCED) {
      throw row.complaint(
          "magnitude", "must be empty where " + Names.quoted(expected.word()) + " is expected");
    }
    if (expected.isDirected() && magnitude.ofPeak()) {
      throw row.complaint("magnitude", "'of peak' is for rows whose value is expected");
    }
    if (expected.isDirected() && magnitude.low() < 0) {
      throw row.complaint(
          "magnitude",
          "is an absolute change and must be >= 0, but starts at "
              + Numbers.text(magnitude.low())
              + " "
              + magnitude.unit());
    }
  }

  private static List<String> names(List<Readout> readouts) {
    return readouts.stream().map(Readout::name).toList();
  }
}
