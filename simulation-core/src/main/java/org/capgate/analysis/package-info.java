/**
 * Tables and what is computed from finished runs. Start from {@link org.capgate.analysis.Table}.
 * May import steady and dynamics.
 */
@NullMarked
package org.capgate.analysis;

import org.jspecify.annotations.NullMarked;
