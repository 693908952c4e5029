package org.capgate.treatment;

import org.capgate.input.Place;

/** Where the compounds of a regimen are found. */
@FunctionalInterface
public interface CompoundSource {
  /**
   * The compound with a name or alias.
   *
   * @throws org.capgate.input.InputException naming the place, when there is none
   */
  Compound compound(String nameOrAlias, Place place);

  /** The same for a name that is known. */
  default Compound named(String nameOrAlias) {
    return compound(nameOrAlias, Place.UNKNOWN);
  }
}
