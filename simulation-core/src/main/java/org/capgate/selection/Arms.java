package org.capgate.selection;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.capgate.treatment.Regimen;

/** The treatments of targets, each once, with the times they are read at. */
final class Arms {
  /**
   * A treatment.
   *
   * @param name as in the file of targets
   * @param hours ascending, from 0
   */
  record Arm(String name, Regimen regimen, List<Double> hours) {
    int visit(double atHours) {
      return hours.indexOf(atHours);
    }

    double lastHours() {
      return hours.get(hours.size() - 1);
    }
  }

  private Arms() {}

  static List<Arm> of(List<Target> targets) {
    List<String> names = targets.stream().map(Target::treatment).distinct().toList();
    List<Arm> arms = new ArrayList<>();
    for (String name : names) {
      TreeSet<Double> hours = new TreeSet<>(List.of(0.0));
      Regimen regimen = Regimen.none();
      for (Target target : targets) {
        if (target.treatment().equals(name)) {
          hours.add(target.endpoint().atHours());
          regimen = target.regimen();
        }
      }
      arms.add(new Arm(name, regimen, List.copyOf(hours)));
    }
    return List.copyOf(arms);
  }

  static int index(List<Arm> arms, Target target) {
    for (int i = 0; i < arms.size(); i++) {
      if (arms.get(i).name().equals(target.treatment())) {
        return i;
      }
    }
    throw new IllegalArgumentException("no arm is treated with " + target.treatment());
  }
}
