/**
 * Experiments and parameters as files people write.
 *
 * <p>Start from {@link org.capgate.io.ScenarioFile}; the format is described in
 * docs/scenario-format.md. Everything is checked while it is read: every complaint is an {@link
 * org.capgate.input.InputException} naming file, line and column.
 *
 * <p>May import every other package of the library.
 */
@NullMarked
package org.capgate.io;

import org.jspecify.annotations.NullMarked;
