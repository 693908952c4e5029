package org.capgate.network;

import org.capgate.input.InputException;
import org.capgate.input.Place;

/** Checks of numbers a user gives. */
final class Settings {
  private Settings() {}

  static double require(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new InputException(
          Place.UNKNOWN, name + " must be between " + low + " and " + high + ", but was " + value);
    }
    return value;
  }

  static int require(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new InputException(
          Place.UNKNOWN, name + " must be between " + low + " and " + high + ", but was " + value);
    }
    return value;
  }
}
