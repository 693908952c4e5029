package org.capgate.trial;

import java.util.Arrays;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;

/** Who still responds, for each relapse endpoint of a trial, in each arm. */
final class Survivals {
  private final Trial trial;
  private final double[] visits;
  private final Survival[][] survivals; // [arm][endpoint]

  Survivals(Trial trial) {
    this.trial = trial;
    visits = trial.visitsHours();
    survivals = new Survival[trial.arms().size()][trial.endpoints().size()];
    for (Survival[] ofArm : survivals) {
      for (int i = 0; i < ofArm.length; i++) {
        ofArm[i] = new Survival(hoursAfter(trial.endpoints().get(i)));
      }
    }
  }

  /** From the visit of a response to each up to the last that counts (h). */
  private double[] hoursAfter(Endpoint endpoint) {
    return Arrays.stream(visits)
        .filter(hours -> hours >= endpoint.fromHours() && hours <= endpoint.atHours())
        .map(hours -> hours - endpoint.fromHours())
        .toArray();
  }

  /** What was measured of a subject, who is asked only after a response. */
  void add(int arm, int index, double[] measured) {
    Endpoint endpoint = trial.endpoints().get(index);
    if (endpoint.kind().isRelapse()) {
      survivals[arm][index].add(endpoint.hoursToRelapse(visits, measured));
    }
  }

  Table table() {
    TableBuilder table =
        Table.builder()
            .text("endpoint")
            .text("arm")
            .number("timeHours")
            .number("atRisk")
            .number("relapses")
            .number("remaining")
            .number("low")
            .number("high");
    for (int i = 0; i < trial.endpoints().size(); i++) {
      Endpoint endpoint = trial.endpoints().get(i);
      boolean isNew = endpoint.kind().isRelapse() && !isRepeated(i);
      for (int arm = 0; isNew && arm < trial.arms().size(); arm++) {
        survivals[arm][i].addTo(table, endpoint.name(), trial.arms().get(arm).name());
      }
    }
    return table.build();
  }

  /** Whether an earlier endpoint asks of the same relapses in another way. */
  private boolean isRepeated(int endpoint) {
    Endpoint own = trial.endpoints().get(endpoint);
    return trial.endpoints().subList(0, endpoint).stream()
        .anyMatch(
            one ->
                one.kind().isRelapse()
                    && one.fromHours() == own.fromHours()
                    && one.atHours() == own.atHours()
                    && one.limit() == own.limit()
                    && one.inARow() == own.inARow());
  }
}
