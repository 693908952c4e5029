package org.capgate.exposure;

import java.util.ArrayList;
import java.util.List;

/**
 * A weighted sum of states of a {@link TriangularSystem}: a concentration read from them, or the
 * shares of an input that go into them.
 *
 * @param terms in order of statement
 */
record WeightedStates(List<Term> terms) {

  /**
   * @param state index of a state
   * @param weight its factor
   */
  record Term(int state, double weight) {}

  WeightedStates {
    terms = List.copyOf(terms);
  }

  static WeightedStates of(int state, double weight) {
    return new WeightedStates(List.of(new Term(state, weight)));
  }

  WeightedStates times(double factor) {
    List<Term> scaled = new ArrayList<>(terms.size());
    for (Term term : terms) {
      scaled.add(new Term(term.state, term.weight * factor));
    }
    return new WeightedStates(scaled);
  }

  WeightedStates and(WeightedStates more) {
    List<Term> all = new ArrayList<>(terms);
    all.addAll(more.terms);
    return new WeightedStates(all);
  }

  /** Adds amount times weight to every state of the sum. */
  void addTo(double[] states, double amount) {
    for (Term term : terms) {
      states[term.state] += term.weight * amount;
    }
  }

  /** The sum itself. */
  double valueIn(double[] states) {
    double sum = 0;
    for (Term term : terms) {
      sum += term.weight * states[term.state];
    }
    return sum;
  }
}
