/**
 * Tables, numbers that are known already, files written as a whole, and nullclines. Start from
 * {@link org.capgate.analysis.Table}. May import steady and dynamics.
 */
@NullMarked
package org.capgate.analysis;

import org.jspecify.annotations.NullMarked;
