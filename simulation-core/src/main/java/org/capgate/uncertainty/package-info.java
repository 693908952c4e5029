/**
 * What is not known: parameter sets that agree with the findings, and what they say together of a
 * simulation.
 */
@NullMarked
package org.capgate.uncertainty;

import org.jspecify.annotations.NullMarked;
