/**
 * Stands before the package of that name in the rapaio Jupyter kernel 3.0.1, with the one class of
 * it that has to be another. Packed into a jar of its own, which only notebooks/setup uses. Imports
 * the JDK.
 */
@NullMarked
package org.rapaio.jupyter.kernel.channels;

import org.jspecify.annotations.NullMarked;
