package org.capgate.cli.fit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.capgate.cli.Outcome;
import org.capgate.input.CsvTable;
import org.capgate.model.ParameterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FitCommandTest {
  private static final Path DOCS = Path.of("..", "docs");
  private static final String CLEARANCE =
      "ketamine/kinetics/mouse/central/clearanceLitresPerHourPerKilogram";

  @TempDir Path folder;

  private static String rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .collect(Collectors.joining("\n"));
  }

  /** The levels were made with 8.5 L/h/kg and noise of 8 % + 0.02 µM. */
  @Test
  void theExampleGivesTheClearanceItWasMadeWithAndThreadsChangeNothing() throws IOException {
    for (String threads : new String[] {"1", "2"}) {
      Outcome outcome =
          Outcome.of(
              "fit",
              DOCS.resolve("fit-example.yaml").toString(),
              "--data=" + DOCS.resolve("fit-example.csv"),
              "--free=" + CLEARANCE,
              "--starts=3",
              "--threads=" + threads,
              "--figures=svg",
              "--out=" + folder.resolve(threads));
      assertEquals(0, outcome.code(), outcome.err());
      assertTrue(outcome.lines().get(0).startsWith("14 observations, 1 free numbers"));
    }
    CsvTable.Row row = CsvTable.read(folder.resolve("1/fit.csv")).rows().get(0);
    double low = Double.parseDouble(row.text("intervalLow"));
    double high = Double.parseDouble(row.text("intervalHigh"));
    assertTrue(low < 8.5 && high > 8.5, low + " to " + high);
    assertTrue(high - low < 1, "14 levels within 10 % tell it to 5 %: " + low + " to " + high);
    for (String file : new String[] {"fit.csv", "residuals.csv", "fit-plasma-ketamine-1.svg"}) {
      assertTrue(Files.exists(folder.resolve("2").resolve(file)), file);
    }
    assertEquals(rows(folder.resolve("1/fit.csv")), rows(folder.resolve("2/fit.csv")));
    for (CsvTable.Row residual : CsvTable.read(folder.resolve("1/residuals.csv")).rows()) {
      assertEquals(
          Double.parseDouble(residual.text("value")),
          Double.parseDouble(residual.text("predicted"))
              + Double.parseDouble(residual.text("residual")),
          1e-12);
    }
  }

  /** Of one number alone, and errors so small against it, the linear theory is nearly right. */
  @Test
  void profilesGiveEndsNearThoseOfTheLinearTheoryAndSayWhereThereIsNone() throws IOException {
    Outcome outcome =
        Outcome.of(
            "fit",
            DOCS.resolve("fit-example.yaml").toString(),
            "--data=" + DOCS.resolve("fit-example.csv"),
            "--free=" + CLEARANCE + ",ketamine/kinetics/mouse/brain/partitionCoefficient",
            "--starts=2",
            "--profiles",
            "--figures=svg",
            "--out=" + folder);
    assertEquals(0, outcome.code(), outcome.err());
    assertTrue(
        outcome.out().contains("none: every value of its range agrees with the data"),
        "plasma says nothing of the brain: " + outcome.out());
    assertTrue(outcome.out().contains("no trend in time: rank correlation"), outcome.out());
    double low = Double.NaN;
    double high = Double.NaN;
    for (CsvTable.Row row : CsvTable.read(folder.resolve("profiles.csv")).rows()) {
      double value = Double.parseDouble(row.text("value"));
      assertEquals(value, Double.parseDouble(row.text(row.text("name"))), 1e-12 * value);
      if (row.text("name").equals(CLEARANCE)
          && Double.parseDouble(row.text("rise")) < Double.parseDouble(row.text("limit"))) {
        low = Double.isNaN(low) ? value : low;
        high = value;
      }
    }
    assertTrue(low > 8 && low < 8.4 && high > 8.45 && high < 8.8, low + " to " + high);
    for (String file : new String[] {"profile-1.svg", "profile-2.svg", "residuals-time.svg"}) {
      assertTrue(Files.exists(folder.resolve(file)), file);
    }
    String profiles =
        Files.readString(folder.resolve("profile-1.svg"))
            + Files.readString(folder.resolve("profile-2.svg"));
    assertTrue(profiles.contains("Value (L/h/kg)"), "unit of what is on the axis");
  }

  /** The levels were made with spreads of 0.12 and 0.25 of the logarithm. */
  @Test
  void subjectsGiveTheSpreadTheyWereMadeWithAndDataLikeTheirs() throws IOException {
    Outcome outcome =
        Outcome.of(
            "fit",
            DOCS.resolve("fit-example.yaml").toString(),
            "--data=" + DOCS.resolve("fit-subjects-example.csv"),
            "--free=ketamine/kinetics/mouse/central/",
            "--starts=1",
            "--vpc=20",
            "--figures=svg",
            "--out=" + folder);
    assertEquals(0, outcome.code(), outcome.err());
    for (CsvTable.Row row : CsvTable.read(folder.resolve("subjects.csv")).rows()) {
      double made = row.text("name").contains("volume") ? 0.12 : 0.25;
      // Three standard errors of sixteen subjects.
      assertEquals(made, Double.parseDouble(row.text("spread")), 3 * made / Math.sqrt(32));
    }
    assertEquals(32, CsvTable.read(folder.resolve("subjects.csv")).rows().size());
    assertEquals(18, CsvTable.read(folder.resolve("vpc.csv")).rows().size());
    assertTrue(outcome.out().contains(" of 18 observed percentiles"), outcome.out());
    assertTrue(Files.exists(folder.resolve("vpc-1.svg")));
  }

  /** What a fit says can be set again, and gives the predictions it states. */
  @Test
  void aNumberOfTheEquationsIsFittedToMood() throws IOException {
    Path made = folder.resolve("made");
    String[] command = {
      "run", "wild-type-ketamine", "--set=captureGainExcitatory=%s", "--members=2", "--out=" + made
    };
    double before = ParameterSet.standard().value("captureGainExcitatory");
    double truth = 1.05 * before;
    command[2] = command[2].formatted(truth);
    assertEquals(0, Outcome.of(command).code());
    StringBuilder data = new StringBuilder("id,time,readout,value\n");
    for (CsvTable.Row row : CsvTable.read(made.resolve("trajectory.csv")).rows()) {
      double tHours = Double.parseDouble(row.text("time_h"));
      if (row.text("readout").equals("mood")
          && row.text("scenario").equals("wild-type-ketamine")
          && tHours > 0
          && tHours % 24 == 0) {
        data.append("wild-type-ketamine,%s,mood,%s\n".formatted(tHours, row.text("value")));
      }
    }
    Path file = Files.writeString(folder.resolve("data.csv"), data);
    Outcome outcome =
        Outcome.of(
            "fit",
            "wild-type-ketamine",
            "--data=" + file,
            "--free=captureGainExcitatory",
            "--starts=1",
            "--figures=svg",
            "--out=" + folder.resolve("fit"));
    assertEquals(0, outcome.code(), outcome.err());
    CsvTable.Row row = CsvTable.read(folder.resolve("fit/fit.csv")).rows().get(0);
    // The run that made the data has an error of about 1e-6.
    assertEquals(truth, Double.parseDouble(row.text("value")), 1e-4 * truth);
  }

  /** The same numbers, to every digit, from our own table and from the problem made of it. */
  @Test
  void aProblemOfPetabFitsAsTheTableItWasMadeFrom() throws IOException {
    String[] own = {
      "fit",
      DOCS.resolve("fit-example.yaml").toString(),
      "--data=" + DOCS.resolve("fit-example.csv"),
      "--free=" + CLEARANCE,
      "--starts=2",
      "--figures=svg",
      "--out=" + folder.resolve("own")
    };
    Outcome fitted = Outcome.of(own);
    assertEquals(0, fitted.code(), fitted.err());
    own[6] = "--export-petab=" + folder.resolve("problem");
    Outcome exported = Outcome.of(own);
    assertEquals(0, exported.code(), exported.err());
    Outcome read =
        Outcome.of(
            "fit",
            "--petab=" + folder.resolve("problem/problem.yaml"),
            "--starts=2",
            "--figures=svg",
            "--out=" + folder.resolve("read"));
    assertEquals(0, read.code(), read.err());
    assertEquals(rows(folder.resolve("own/fit.csv")), rows(folder.resolve("read/fit.csv")));
    assertEquals(
        rows(folder.resolve("own/residuals.csv")), rows(folder.resolve("read/residuals.csv")));
    assertEquals(
        fitted.lines().subList(0, fitted.lines().size() - 1),
        read.lines().subList(0, read.lines().size() - 1));
    assertTrue(read.out().contains("log-likelihood "), read.out());
  }
}
