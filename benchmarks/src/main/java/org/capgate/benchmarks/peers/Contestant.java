package org.capgate.benchmarks.peers;

/**
 * A solver in the comparison.
 *
 * @param name short
 * @param kind what it is compared as
 * @param process where it runs
 */
record Contestant(String name, Kind kind, PeerProcess process) {
  /** What a solver solves, and so which reference it is measured against. */
  enum Kind {
    /** CapGate on the ordinary differential equations that the peers solve. */
    CAPGATE("ordinary"),
    /** CapGate on the equations of the product, with algebraic ones. */
    PRODUCT("quasi-steady"),
    /** A method for stiff ordinary differential equations. */
    STIFF("ordinary"),
    /** An explicit method, extrapolated from a window or solved completely. */
    EXPLICIT("ordinary");

    /** Which form of the equations. */
    final String form;

    Kind(String form) {
      this.form = form;
    }
  }

  boolean isOwn() {
    return kind == Kind.CAPGATE || kind == Kind.PRODUCT;
  }

  String label() {
    return name + ", " + kind.form;
  }
}
