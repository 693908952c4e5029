package org.capgate.trial;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether the parts of a trial fit each other. */
final class TrialCheck {
  private TrialCheck() {}

  /**
   * @throws IllegalArgumentException when a part is missing or contradicts another
   */
  static void check(Trial trial) {
    List<Arm> arms = trial.arms();
    double[] visitsHours = trial.visitsHours();
    require(!arms.isEmpty(), "a trial needs at least one arm");
    require(visitsHours.length > 0, "a trial needs at least one visit");
    require(
        trial.subjects() >= 1,
        "subjects must be >= 1 an arm, but was %s".formatted(trial.subjects()));
    require(
        trial.replicates() >= 1,
        "replicates must be >= 1, but was %s".formatted(trial.replicates()));
    Set<String> names = new HashSet<>();
    for (Arm arm : arms) {
      require(names.add(arm.name()), "two arms are named '%s'".formatted(arm.name()));
      require(
          arm.treatment().isNone() || visitsHours[0] <= arm.treatment().firstHours(),
          "the first visit must come before any treatment, but was at %s h and the treatment of '%s' at %s h"
              .formatted(visitsHours[0], arm.name(), arm.treatment().firstHours()));
    }
    for (Arm arm : arms) {
      require(
          arm.control().isEmpty() || names.contains(arm.control()),
          "arm '%s' is compared with '%s', which is no arm".formatted(arm.name(), arm.control()));
    }
    for (Endpoint endpoint : trial.endpoints()) {
      require(
          trial.visit(endpoint.atHours()) >= 0,
          "endpoint '%s' is read at %s h, which is no visit"
              .formatted(endpoint.name(), endpoint.atHours()));
      require(
          !endpoint.kind().isLasting()
              || (trial.visit(endpoint.fromHours()) >= 0
                  && endpoint.fromHours() < endpoint.atHours()),
          "endpoint '%s' begins at %s h, which is no visit before %s h"
              .formatted(endpoint.name(), endpoint.fromHours(), endpoint.atHours()));
    }
    require(
        (trial.among().isEmpty() && trial.tailoring().isEmpty())
            || trial.assignment() == Assignment.SAME_SUBJECTS,
        "a part of the subjects, or what is best for each, is asked where all are in every arm");
    trial
        .among()
        .ifPresent(
            part -> {
              require(names.contains(part.arm()), "there is no arm '%s'".formatted(part.arm()));
              require(
                  trial.endpoints().stream()
                      .anyMatch(one -> one.name().equals(part.endpoint()) && one.isShare()),
                  "there is no endpoint '%s' that is a share".formatted(part.endpoint()));
            });
  }

  private static void require(boolean holds, String complaint) {
    if (!holds) {
      throw new IllegalArgumentException(complaint);
    }
  }
}
