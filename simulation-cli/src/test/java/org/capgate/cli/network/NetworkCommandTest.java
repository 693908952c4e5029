package org.capgate.cli.network;

import static org.capgate.treatment.AmountUnit.MG_PER_KG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.capgate.cli.CapGate;
import org.capgate.cli.Outcome;
import org.capgate.dynamics.Sampling;
import org.capgate.dynamics.TimeSpan;
import org.capgate.model.Readout;
import org.capgate.scenario.Scenario;
import org.capgate.solver.Solvers;
import org.capgate.treatment.Compounds;
import org.capgate.treatment.Dose;
import org.capgate.uncertainty.EnsembleRuns;
import org.capgate.uncertainty.ParameterEnsemble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkCommandTest {
  @TempDir Path folder;

  @Test
  void aSmallNetworkGivesSummaryTableAndFigureWithTheSameNumbersOnAnyThreads() throws IOException {
    List<String> one = table("1");
    List<String> two = table("2");
    assertEquals(one, two);
    assertTrue(one.contains("time_h,quantity,value,unit"), one.get(0));
    assertTrue(one.stream().anyMatch(line -> line.startsWith("0,mood,")));
    assertTrue(one.stream().anyMatch(line -> line.contains("eif4fQuantile500Inhibitory")));
  }

  /** The table without its header, which repeats the command. */
  private List<String> table(String threads) throws IOException {
    Path out = folder.resolve("threads" + threads);
    Outcome outcome = small("--threads", threads, "--out", out.toString());
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().startsWith("160 excitatory and 40 inhibitory neurons"), outcome.out());
    assertTrue(Files.exists(out.resolve("mood.svg")));
    return Files.readAllLines(out.resolve("network.csv")).stream()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  @Test
  void besideTheNetworkIsTheMeanFieldUnderSetsThatAgreeWithTheFindings() throws IOException {
    Path out = folder.resolve("banded");
    assertEquals(0, small("--mosaic", "4EBP2@inhibitory=0.5", "--out", out.toString()).code());
    String svg = Files.readString(out.resolve("mood.svg"));
    assertTrue(svg.contains(">mean field without the mosaic<"), svg);
    assertTrue(svg.contains("of 3 parameter sets that agree with the findings"), svg);
    assertTrue(Files.readString(out.resolve("neurons.svg")).contains(">inhibitory neurons<"));

    Scenario scenario =
        Scenario.mouse()
            .treatment(Dose.of(Compounds.ketamine(), 10, MG_PER_KG).intraperitoneal().atHours(0))
            .build();
    EnsembleRuns.Experiment sets =
        EnsembleRuns.of(List.of(scenario), ParameterEnsemble.standard().thinned(3))
            .reading(Readout.MOOD)
            .solve(Solvers.standard(), TimeSpan.hours(0, 2.4), Sampling.at(2), 1)
            .experiment(0);
    double[] moods = sets.values(Readout.MOOD, 0);
    Arrays.sort(moods);
    List<String> rows = Files.readAllLines(out.resolve("bands.csv"));
    String[] atTwoHours =
        rows.stream()
            .filter(line -> line.startsWith("mean field without the mosaic,2,mood,"))
            .findFirst()
            .orElseThrow()
            .split(",");
    // the middle one of three; bands are solved to 1e-4
    assertEquals(moods[1], Double.parseDouble(atTwoHours[5]), 1e-4);
  }

  @Test
  void theShippedSetAloneHasNoBands() throws IOException {
    Path out = folder.resolve("point");
    assertEquals(0, small("--parameters", "point", "--out", out.toString()).code());
    assertTrue(Files.notExists(out.resolve("bands.csv")));
    String svg = Files.readString(out.resolve("mood.svg"));
    assertTrue(svg.contains(">mean field<"), svg);
    assertTrue(!svg.contains("parameter sets"), svg);
  }

  @Test
  void aFinishedCheckpointIsNotRunAgainAndAnotherNetworkIsRefused() {
    String file = folder.resolve("network.checkpoint").toString();
    String out = folder.resolve("out").toString();
    assertEquals(0, small("--checkpoint", file, "--out", out).code());
    assertRefused("--seed 1, this run says --seed 2", file, out, "--seed", "2");
    assertRefused("--neurons 200, this run says --neurons 210", file, out, "--neurons", "210");
    assertRefused("no --subclasses, this run says --subclasses", file, out, "--subclasses");
    assertRefused(
        "--genotype wild-type, no --subclasses, this run says --genotype 'GRIN2B x0 SST'",
        file,
        out,
        "--subclasses",
        "--genotype",
        "GRIN2B x0 SST");
    assertRefused(
        "no --mosaic, this run says --mosaic 4EBP2@inhibitory=0.5",
        file,
        out,
        "--mosaic",
        "4EBP2@inhibitory=0.5");
    assertRefused(
        "no --mechanism, this run says --mechanism",
        file,
        out,
        "--mechanism",
        "first-target=resting-nmda");
    assertRefused("stands at 2.4 h, after the end of this run", file, out, "--days", "0.05");
  }

  private static void assertRefused(String part, String file, String out, String... more) {
    List<String> words = new ArrayList<>(List.of("--checkpoint", file, "--out", out));
    words.addAll(List.of(more));
    Outcome other = small(words.toArray(new String[0]));
    assertEquals(2, other.code());
    assertTrue(other.err().startsWith("capgate: " + file), other.err());
    assertTrue(other.err().contains(part), other.err());
    assertEquals(1, other.err().lines().count());
  }

  @Test
  void aFinishedCheckpointGoesOnToALaterEnd() throws IOException {
    String file = folder.resolve("network.checkpoint").toString();
    Path first = folder.resolve("first");
    Path later = folder.resolve("later");
    assertEquals(0, small("--checkpoint", file, "--out", first.toString()).code());
    Outcome on = small("--days", "0.15", "--checkpoint", file, "--out", later.toString());
    assertEquals(0, on.code(), on.err());
    assertTrue(on.err().contains("resumed at 2.4 h"), on.err());
    List<String> before = Files.readAllLines(first.resolve("network.csv"));
    List<String> after = Files.readAllLines(later.resolve("network.csv"));
    String early =
        before.stream().filter(line -> line.startsWith("2,mood,")).findFirst().orElseThrow();
    assertTrue(after.contains(early), early);
    assertTrue(after.stream().anyMatch(line -> line.startsWith("3.6,mood,")));
  }

  @Test
  void theSummarySaysHowManyNeuronsLostWhatAndAMosaicStatedTwiceIsRefused() {
    String out = folder.resolve("out").toString();
    Outcome none = small("--mosaic", "4EBP2@inhibitory=0.004", "--out", out);
    assertTrue(none.out().contains("4EBP2 lost in 0 of 40 inhibitory neurons"), none.out());
    Outcome twice =
        small("--mosaic", "4EBP2@inhibitory=0.3", "--mosaic", "4EBP2@all=0.3", "--out", out);
    assertEquals(2, twice.code());
    assertTrue(twice.err().contains("4EBP2 in inhibitory neurons is stated twice"), twice.err());
  }

  @Test
  void aGenotypeOfASubclassIsSaidAndHasTheSameNumbersOnAnyThreads() throws IOException {
    List<List<String>> tables = new ArrayList<>();
    for (String threads : List.of("1", "2")) {
      Path out = folder.resolve("subclass" + threads);
      Outcome outcome =
          small(
              "--subclasses",
              "--genotype",
              "GRIN2B x0 SST; 4EBP2 x0.5 inhibitory",
              "--mosaic",
              "4EBP1@PV=0.5",
              "--threads",
              threads,
              "--out",
              out.toString());
      assertEquals(0, outcome.code(), outcome.err());
      // 40 inhibitory neurons, 57 to 43
      assertTrue(outcome.out().contains("GRIN2B lost in 17 of 17 SST neurons"), outcome.out());
      assertTrue(outcome.out().contains("4EBP1 lost in 12 of 23 PV neurons"), outcome.out());
      List<String> lines = Files.readAllLines(out.resolve("network.csv"));
      assertTrue(lines.contains("# genotype: 4EBP2 x0.5 inhibitory"), lines.toString());
      lines.removeIf(line -> line.startsWith("#"));
      tables.add(lines);
    }
    assertEquals(tables.get(0), tables.get(1));
  }

  @Test
  void aNetworkThatDoesNotFitIntoMemoryIsRefusedInOneLine()
      throws IOException, InterruptedException {
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                CapGate.class.getName(),
                "network",
                "--neurons",
                "20000",
                "--days",
                "0.1",
                "--out",
                folder.resolve("out").toString())
            .redirectError(err.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertEquals(2, process.waitFor());
    List<String> said =
        Files.readAllLines(err).stream().filter(line -> !line.startsWith("Picked up")).toList();
    assertEquals(1, said.size(), said.toString());
    assertTrue(said.get(0).startsWith("capgate: the network needs about 0."), said.get(0));
  }

  @ParameterizedTest
  @CsvSource({
    "--neurons,5,must be between 10",
    "--synapses,1,must be between 2",
    "--mosaic,4EBP2@inhibitory=1.3,must be between 0 and 1",
    "--mosaic,4EBP3@inhibitory=0.3,unknown gene '4EBP3'",
    "--mosaic,4EBP2@inhibitry=0.3,did you mean 'inhibitory'?",
    "--mosaic,4EBP2=0.3,must be written GENE@CLASS=FRACTION",
    "--genotype,4EBP2 x0 al,did you mean 'all'?",
    "--genotype,GRIN2B x0 SSTT,did you mean 'SST'?",
    "--genotype,GRIN2B x0 SST,there are SST neurons with --subclasses only",
    "--mosaic,GRIN2B@SSTT=1,did you mean 'SST'?",
    "--mosaic,GRIN2B@PV=1,there are PV neurons with --subclasses only",
    "--treatment,ketamin 10 mg/kg ip at 0 h,did you mean 'ketamine'?",
    "--days,-1,must be between",
    "--threads,0,must be between"
  })
  void badInputIsOneLineThatNamesItAndNothingIsWritten(
      String option, String value, String complaint) {
    Path out = folder.resolve("nothing");
    Outcome outcome = small(option, value, "--out", out.toString());
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains(complaint), outcome.err());
    assertEquals(1, outcome.err().lines().count(), outcome.err());
    assertTrue(Files.notExists(out));
  }

  private static Outcome small(String... more) {
    List<String> words = new ArrayList<>(List.of("network"));
    List<String> changed = List.of(more);
    List<String> usual =
        List.of("--neurons", "200", "--synapses", "20", "--days", "0.1", "--members", "3");
    for (int i = 0; i < usual.size(); i += 2) {
      if (!changed.contains(usual.get(i))) {
        words.addAll(usual.subList(i, i + 2));
      }
    }
    words.addAll(changed);
    return Outcome.of(words.toArray(new String[0]));
  }
}
