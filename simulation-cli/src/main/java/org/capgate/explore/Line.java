package org.capgate.explore;

/**
 * One curve of a panel; not changed by anyone.
 *
 * @param name as in the legend; lines of one name look alike in all panels
 * @param isReference whether it belongs to the wild type
 * @param hours times (h), ascending
 * @param values in the unit of the panel
 */
record Line(String name, boolean isReference, double[] hours, double[] values) {
  /** The name as it stands in a legend. */
  String label() {
    return name.replaceFirst("^(plasma|brain)-", "$1 ").replace("hnk", "HNK");
  }
}
