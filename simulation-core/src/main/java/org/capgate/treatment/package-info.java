/**
 * What the animal or the patient is given: compounds as data, doses, routes, regimens and the
 * language they are written in, and how a compound acts on a target.
 *
 * <p>Start from {@link org.capgate.treatment.Dose} and {@link org.capgate.treatment.Regimen}.
 * Compounds are files of {@code seeds/compounds}, read by {@link
 * org.capgate.treatment.CompoundCatalogue}. What a regimen does over time is in {@code exposure}.
 *
 * <p>May import the JDK, {@code input} and {@code dynamics}.
 */
@NullMarked
package org.capgate.treatment;

import org.jspecify.annotations.NullMarked;
