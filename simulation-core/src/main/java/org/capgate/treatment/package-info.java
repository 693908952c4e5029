/**
 * What the animal or the patient is given and what it does at the receptors: compounds as data,
 * doses, closed-form pharmacokinetics, effects on targets.
 *
 * <p>Start from {@link org.capgate.treatment.Dose} and {@link org.capgate.treatment.Regimen}; a
 * regimen becomes an {@link org.capgate.exposure.Exposure} for a species and a preparation.
 * Compounds are files of {@code seeds/compounds}, read by {@link
 * org.capgate.treatment.CompoundCatalogue}.
 *
 * <p>May import the JDK, {@code input} and {@code dynamics}.
 */
@NullMarked
package org.capgate.treatment;

import org.jspecify.annotations.NullMarked;
