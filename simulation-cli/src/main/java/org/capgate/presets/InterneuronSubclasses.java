package org.capgate.presets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.capgate.analysis.Table;
import org.capgate.analysis.TableBuilder;
import org.capgate.dynamics.Trajectory;
import org.capgate.dynamics.Variable;
import org.capgate.model.Gene;
import org.capgate.model.Genotype;
import org.capgate.model.Readout;
import org.capgate.network.Collector;
import org.capgate.network.Heterogeneity;
import org.capgate.network.Network;
import org.capgate.network.NetworkView;
import org.capgate.network.Subclass;
import org.capgate.scenario.Scenario;
import org.capgate.treatment.CellClass;

/**
 * GluN2B lost in SST neurons, in PV neurons, in both and in excitatory neurons: what is left of the
 * effect of ketamine at 24 h, and how far that hangs on what is assumed of the two subclasses.
 */
public final class InterneuronSubclasses {
  private static final int NEURONS = 2000;
  private static final int SEEDS = 4;
  private static final double[] HOURS = {0, 0.5, 1, 2, 3, 4, 6, 8, 12, 24};

  /** The time shown of what is suppressed, near its highest (h). */
  private static final double SUPPRESSED_HOURS = 4;

  private static final String WILD_TYPE = "wild type";

  /** How neurons differ, by what the tables call it. */
  private static final Map<String, Heterogeneity> SPREADS =
      ordered("alike", Heterogeneity.none(), "different", Heterogeneity.standard());

  private final Attempts attempts;

  private final int neurons;

  InterneuronSubclasses(Attempts attempts, int neurons) {
    this.attempts = attempts;
    this.neurons = neurons;
  }

  /** Prints what is left under the shipped assumptions, then under others. */
  public static void main(String[] arguments) {
    Attempts attempts = new Attempts();
    InterneuronSubclasses study = new InterneuronSubclasses(attempts, NEURONS);
    System.out.print(study.effects().toText());
    System.out.println();
    System.out.print(study.assumptions().toText());
    attempts.end();
  }

  private static <T> Map<String, T> ordered(String a, T first, String b, T second) {
    Map<String, T> both = new LinkedHashMap<>();
    both.put(a, first);
    both.put(b, second);
    return both;
  }

  /** Where GluN2B is lost. */
  private enum Lost {
    NOWHERE(WILD_TYPE),
    SST("SST", "SST"),
    PV("PV", "PV"),
    BOTH("both", "PV", "SST"),
    EXCITATORY("excitatory");

    private final String word;
    private final List<String> subclasses;

    Lost(String word, String... subclasses) {
      this.word = word;
      this.subclasses = List.of(subclasses);
    }

    Network network(int neurons, Heterogeneity spread, List<Subclass> kinds, long seed) {
      Genotype.Edit lost = Genotype.knockout(Gene.GRIN2B);
      Scenario mouse = NetworkStudy.ketamine();
      if (this == EXCITATORY) {
        mouse = mouse.toBuilder().genotype(lost.in(CellClass.EXCITATORY)).build();
      }
      Network.Builder builder =
          Network.of(mouse).neurons(neurons).seed(seed).heterogeneity(spread).subclasses(kinds);
      subclasses.forEach(name -> builder.mosaic(lost.in(CellClass.INHIBITORY), 1, name));
      return builder.build();
    }
  }

  /** Runs of one network under each seed that was solved. */
  private List<Trajectory> runs(
      String what, Lost lost, Heterogeneity spread, List<Subclass> kinds) {
    List<String> names =
        NetworkStudy.named("%s, GluN2B lost: %s".formatted(what, lost.word), SEEDS);
    return attempts
        .each(
            names,
            i ->
                lost.network(neurons, spread, kinds, 1 + i)
                    .start(0)
                    .collect(INSIDE)
                    .run(HOURS[HOURS.length - 1], HOURS))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** What no readout says. */
  private static final Collector INSIDE =
      Collector.of(
          List.of(
              new Variable("suppressionPv", "1", "suppressed share of PV neurons"),
              new Variable("suppressionSst", "1", "suppressed share of SST neurons"),
              new Variable("permission", "1", "permission of plasticity")),
          (world, out) -> {
            out[0] = suppression(world, "PV");
            out[1] = suppression(world, "SST");
            out[2] = world.tissue("plasticityPermission");
          });

  private static double suppression(NetworkView world, String subclass) {
    double[] values = world.values("suppression", CellClass.INHIBITORY);
    int first = world.first(CellClass.INHIBITORY);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (world.neuron(first + i).subclass().equals(subclass)) {
        sum += values[i];
        count++;
      }
    }
    return sum / count;
  }

  /**
   * Under the shipped assumptions; means over the networks, of mood also the lowest and highest.
   */
  Table effects() {
    TableBuilder table =
        Table.builder()
            .text("neurons")
            .text("lostIn")
            .number("moodAtRest")
            .number("moodChange")
            .number("low")
            .number("high")
            .number("immobilityChangeSeconds")
            .number("pvSuppressionAtRest")
            .number("pvSuppressionChange")
            .number("sstSuppressionAtRest")
            .number("sstSuppressionChange")
            .number("highestPermission");
    SPREADS.forEach(
        (word, spread) -> {
          for (Lost lost : Lost.values()) {
            List<Trajectory> runs = runs(word, lost, spread, Subclass.parvalbuminAndSomatostatin());
            if (!runs.isEmpty()) {
              List<Double> moods = runs.stream().map(InterneuronSubclasses::moodChange).toList();
              table.row(
                  word,
                  lost.word,
                  mean(runs, run -> run.first("mood")),
                  NetworkStudy.mean(moods),
                  Collections.min(moods),
                  Collections.max(moods),
                  mean(runs, run -> change(run, Readout.IMMOBILITY.quantity(), 24)),
                  mean(runs, run -> run.first("suppressionPv")),
                  mean(runs, run -> change(run, "suppressionPv", SUPPRESSED_HOURS)),
                  mean(runs, run -> run.first("suppressionSst")),
                  mean(runs, run -> change(run, "suppressionSst", SUPPRESSED_HOURS)),
                  mean(runs, run -> Arrays.stream(run.series("permission")).max().orElseThrow()));
            }
          }
        });
    return table.build();
  }

  /** Change of mood at 24 h under other assumptions on the subclasses. */
  Table assumptions() {
    TableBuilder table = Table.builder().text("neurons").text("parameters").number("acrossWeight");
    for (Lost lost : Lost.values()) {
      table.number(lost == Lost.NOWHERE ? "wildType" : lost.word);
    }
    SPREADS.forEach(
        (word, spread) -> {
          for (boolean own : new boolean[] {true, false}) {
            for (double across : new double[] {0, 0.25, 0.5, 1}) {
              List<Object> row = new ArrayList<>(List.of(word, own ? "own" : "the same", across));
              String what = "%s, %s, %s".formatted(word, row.get(1), across);
              for (Lost lost : Lost.values()) {
                List<Trajectory> runs = runs(what, lost, spread, kinds(own, across));
                row.add(
                    runs.isEmpty() ? Double.NaN : mean(runs, InterneuronSubclasses::moodChange));
              }
              table.row(row.toArray());
            }
          }
        });
    return table.build();
  }

  /** The shipped ones with another weight in the domain of the other, or without own parameters. */
  private static List<Subclass> kinds(boolean own, double across) {
    return Subclass.parvalbuminAndSomatostatin().stream()
        .map(
            kind ->
                new Subclass(
                    kind.name(),
                    kind.share(),
                    kind.perisomaticWeight() < 1 ? across : 1,
                    kind.dendriticWeight() < 1 ? across : 1,
                    own ? kind.factors() : Map.of()))
        .toList();
  }

  private static double moodChange(Trajectory run) {
    return change(run, Readout.MOOD.quantity(), 24);
  }

  private static double change(Trajectory run, String quantity, double tHours) {
    return run.valueAt(quantity, tHours) - run.first(quantity);
  }

  private static double mean(List<Trajectory> runs, ToDoubleFunction<Trajectory> of) {
    return runs.stream().mapToDouble(of).average().orElseThrow();
  }
}
