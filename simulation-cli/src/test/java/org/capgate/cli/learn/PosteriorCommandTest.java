package org.capgate.cli.learn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.capgate.calibration.Posterior;
import org.capgate.calibration.Scatter;
import org.capgate.cli.Outcome;
import org.capgate.evidence.FindingFile;
import org.capgate.evidence.FindingsEvaluator;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs far too short to converge: what is tested is the way from options to files. */
class PosteriorCommandTest {
  private static final List<String> FILES =
      List.of("ensemble.csv", "diagnostics.csv", "likelihood.csv");

  @TempDir Path folder;

  private Path run(String name, String... more) {
    Path out = folder.resolve(name);
    List<String> words =
        new ArrayList<>(
            List.of("posterior", "--chains", "3", "--members", "4", "--out", out.toString()));
    words.addAll(List.of(more));
    Outcome outcome = Outcome.of(words.toArray(new String[0]));
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(outcome.out().startsWith("3 chains, "), outcome.out());
    return out;
  }

  /** All rows; the header names the options, which differ. */
  private static String rows(Path out) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String file : FILES) {
      Files.readString(out.resolve(file))
          .lines()
          .filter(line -> !line.startsWith("# repeat"))
          .forEach(line -> text.append(line).append('\n'));
    }
    return text.toString();
  }

  @Test
  void oneAndTwoThreadsAndARunThatWentOnDrawTheSameBits() throws IOException {
    String checkpoint = folder.resolve("saved").toString();
    Path shorter =
        run("shorter", "--generations", "40", "--threads", "2", "--checkpoint", checkpoint);
    Path wentOn = run("on", "--generations", "80", "--threads", "2", "--checkpoint", checkpoint);
    Path whole = run("whole", "--generations", "80", "--threads", "1");
    assertEquals(rows(whole), rows(wentOn));
    Path other = run("other", "--generations", "40", "--seed", "2");
    assertFalse(rows(shorter).equals(rows(other)));
  }

  @Test
  void theDensityOfAMemberIsThatOfItsParameters() throws IOException {
    Path out = run("members", "--generations", "40");
    List<String> lines =
        Files.readAllLines(out.resolve("ensemble.csv")).stream()
            .filter(line -> !line.startsWith("#"))
            .toList();
    String[] names = lines.get(0).split(",", -1);
    String[] cells = lines.get(1).split(",", -1);
    assertEquals(3, lines.size() - 1, "three draws are all there are");
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 2; i < names.length; i++) {
      values.put(names[i], Double.parseDouble(cells[i]));
    }
    ParameterSet member = ParameterSet.standard().with(values);
    Posterior posterior =
        new Posterior(
            FindingsEvaluator.standard(),
            ParameterSet.standard(),
            FindingFile.published().findings(),
            Scatter.published());
    // Values pass through logarithms of their ranges once more.
    double[] point = posterior.point(member);
    assertEquals(
        Double.parseDouble(cells[1]), posterior.at(point) - Posterior.logPrior(point), 1e-6);
  }

  @Test
  void tooFewChainsAreRefusedByName() {
    Outcome outcome = Outcome.of("posterior", "--chains", "2");
    assertEquals(2, outcome.code());
    assertTrue(outcome.err().contains("--chains"), outcome.err());
  }
}
