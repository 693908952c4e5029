package org.capgate.explore;

import java.util.List;

/**
 * What is on the screen: the chosen experiment and what its mood is compared with.
 *
 * @param view the chosen experiment
 * @param isUntreatedShown whether the same subject without treatment is drawn
 * @param pins experiments kept beside it, at most {@link Limits#PINS}
 */
record Screen(View view, boolean isUntreatedShown, List<View> pins) {
  Screen {
    pins = List.copyOf(pins);
  }

  /** A view with nothing but the wild type beside it. */
  static Screen of(View view) {
    return new Screen(view, false, List.of());
  }
}
