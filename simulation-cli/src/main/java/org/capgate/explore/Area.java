package org.capgate.explore;

/**
 * Where one curve of a panel lies over the parameter sets; not changed by anyone.
 *
 * @param name of the line it surrounds
 * @param panel of the line, from 0
 * @param hours times (h), ascending
 * @param low 5, 25 % of the sets are below it: [band][time], the outer band first
 * @param high 95, 75 % of the sets are below it
 */
record Area(String name, int panel, double[] hours, double[][] low, double[][] high) {}
