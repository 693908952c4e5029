/**
 * Scenarios in the languages other simulators read: SBML ({@link org.capgate.sbml.SbmlDocument})
 * and XPPAUT ({@link org.capgate.sbml.XppSource}). Both print one flat statement, {@link
 * org.capgate.sbml.OrdinaryModel}, which is derived from the equations; no equation is written
 * here. May import the library's core and the JDK.
 */
@NullMarked
package org.capgate.sbml;

import org.jspecify.annotations.NullMarked;
