package org.capgate.search;

import org.capgate.treatment.Compound;
import org.capgate.treatment.Regimen;
import org.jspecify.annotations.Nullable;

/**
 * What is given: a treatment, perhaps with a compound of its own. Immutable.
 *
 * @param treatment may name the compound
 * @param compound null when the treatment names known compounds alone
 */
public record Design(Regimen treatment, @Nullable Compound compound) {}
