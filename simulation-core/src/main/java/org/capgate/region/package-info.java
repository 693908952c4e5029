/**
 * Where over one or two numbers something holds, with its border.
 *
 * <p>Start from {@link org.capgate.region.Region}; {@link org.capgate.region.FindingVerdict} is
 * what holds. May import sensitivity, ensemble, evidence and model.
 */
@NullMarked
package org.capgate.region;

import org.jspecify.annotations.NullMarked;
