package org.capgate.treatment;

/** The compounds of the standard catalogue that programs name most often. */
public final class Compounds {

  private Compounds() {}

  /** Racemic ketamine. */
  public static Compound ketamine() {
    return named("ketamine");
  }

  /** (2R,6R)-hydroxynorketamine. */
  public static Compound hnk() {
    return named("hnk");
  }

  /** Rapamycin, blocker of mTORC1. */
  public static Compound rapamycin() {
    return named("rapamycin");
  }

  /** Citalopram, a serotonin reuptake inhibitor. */
  public static Compound citalopram() {
    return named("citalopram");
  }

  /** Saline. */
  public static Compound vehicle() {
    return named("vehicle");
  }

  /** Any compound of {@link CompoundCatalogue#standard()}, by name or alias. */
  public static Compound named(String nameOrAlias) {
    return CompoundCatalogue.standard().named(nameOrAlias);
  }
}
