/**
 * How scenarios, runs, tables and figures show themselves in a notebook with the rapaio Jupyter
 * kernel, which finds {@link org.capgate.notebook.NotebookDisplays} by itself. Imports: dynamics,
 * model, scenario, analysis, viz, JFreeChart, the kernel's display interface and the JDK.
 */
@NullMarked
package org.capgate.notebook;

import org.jspecify.annotations.NullMarked;
