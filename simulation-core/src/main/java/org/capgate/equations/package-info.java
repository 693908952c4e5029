/**
 * Equations as data: symbols with units, expressions, derivatives, the dimension check at build,
 * and printing as text and LaTeX.
 *
 * <p>Start from {@link org.capgate.equations.EquationSystem#named}. A system is stated once, in
 * near-paper notation; kernels, the numbered equations of docs/MODEL.md and the tables of symbols
 * are derived from the statement. This is not a computer-algebra system: it knows the four
 * operations, integer powers and the square root, and simplifies only the obvious.
 *
 * <p>May import the JDK only.
 */
@NullMarked
package org.capgate.equations;

import org.jspecify.annotations.NullMarked;
