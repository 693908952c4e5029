/**
 * Equations to kernels: right-hand side, analytic Jacobian, input derivative and readouts, derived
 * from one statement.
 *
 * <p>Start from {@link org.capgate.compile.Kernels}. All four are lists of elementary operations
 * with common subexpressions shared; the interpreter walks a list, the compiled kernel is bytecode
 * of the same list, and both give the same bits.
 *
 * <p>May import equations, dynamics and ASM.
 */
@NullMarked
package org.capgate.compile;

import org.jspecify.annotations.NullMarked;
