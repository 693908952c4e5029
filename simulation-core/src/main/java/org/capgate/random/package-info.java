/**
 * Random numbers as a function of (seed, animal, cell, purpose) and of nothing else: not of
 * threads, not of the order in which streams are made.
 *
 * <p>Start from {@link org.capgate.random.RandomStream}. May import: the JDK only.
 */
@NullMarked
package org.capgate.random;

import org.jspecify.annotations.NullMarked;
