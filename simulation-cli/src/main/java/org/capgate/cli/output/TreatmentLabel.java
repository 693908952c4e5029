package org.capgate.cli.output;

import java.util.stream.Collectors;
import org.capgate.treatment.Administration;
import org.capgate.treatment.Compound;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.treatment.Regimen;

/** A treatment as a person writes it: {@code ketamine 10 mg/kg ip}, when it is given at t = 0. */
public final class TreatmentLabel {
  private static final String AT_THE_START = " at 0 h";

  private TreatmentLabel() {}

  public static String of(Regimen treatment, CompoundCatalogue compounds) {
    if (treatment.isNone()) {
      return "untreated";
    }
    return treatment.administrations().stream()
        .map(given -> of(given, compounds))
        .collect(Collectors.joining("; "));
  }

  private static String of(Administration given, CompoundCatalogue compounds) {
    if (isInert(given, compounds)) {
      return given.compound();
    }
    String text = given.text();
    return text.endsWith(AT_THE_START)
        ? text.substring(0, text.length() - AT_THE_START.length())
        : text;
  }

  /** Whether nothing but inert compounds is given. */
  public static boolean isInert(Regimen treatment, CompoundCatalogue compounds) {
    return treatment.administrations().stream().allMatch(given -> isInert(given, compounds));
  }

  private static boolean isInert(Administration given, CompoundCatalogue compounds) {
    return compounds
        .find(given.compound())
        .map(compound -> compound.kind() == Compound.Kind.INERT)
        .orElse(false);
  }
}
