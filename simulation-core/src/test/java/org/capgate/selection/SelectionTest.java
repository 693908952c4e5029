package org.capgate.selection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.capgate.analysis.KnownResults;
import org.capgate.analysis.Table;
import org.capgate.ensemble.BlockStore;
import org.capgate.ensemble.Blocks;
import org.capgate.input.CsvTable;
import org.capgate.input.InputException;
import org.capgate.input.SourceText;
import org.capgate.population.Population;
import org.capgate.sampling.Draws;
import org.capgate.sampling.DreamZs;
import org.capgate.treatment.CompoundCatalogue;
import org.capgate.trial.Trial;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  private static final String HEADER =
      "target,population,treatment,readout,kind,at_h,limit,value,deviation,subjects,role,certainty,source\n";
  private static final String BASELINE =
      "baseline,depressed-human,vehicle 0 mg/kg iv at 0 h,depression-score,value,0,,33,5,50,fitted,read,somebody\n";
  private static final String RESPONSE =
      "response,depressed-human,ketamine 0.5 mg/kg iv at 0 h for 0.667 h,depression-score,response,24,0.5,0.6,,50,kept,read,somebody\n";

  @TempDir Path folder;

  private static List<Target> targets(String text) {
    return Target.read(
        CsvTable.read(new SourceText("targets.csv", text)), CompoundCatalogue.standard());
  }

  private static Selection selection(int candidates) {
    return Selection.in(Population.named("depressed-human"))
        .targets(targets(HEADER + BASELINE + RESPONSE))
        .candidates(candidates)
        .seed(3)
        .build();
  }

  private static Blocks computed(Trial trial, int threads) {
    Blocks blocks = trial.blocks(BlockStore.inMemory());
    blocks.compute(threads, done -> {});
    return blocks;
  }

  @Test
  void theChosenAreNearerToWhatIsFittedAndTheSameOnOneAndTwoThreads() {
    Selection selection = selection(60);
    Selection.Accepted alone = selection.accepted(computed(selection.trial(), 1));
    Selection.Accepted together = selection.accepted(computed(selection.trial(), 2));
    assertEquals(alone.chosen().normalsTable(), together.chosen().normalsTable());
    assertEquals(alone.chosen().targets(), together.chosen().targets());
    Table targets = alone.chosen().targets();
    assertTrue(
        targets.number(0, "distanceChosen") < targets.number(0, "distancePlausible"),
        targets.toText());
    // 1.96 standard errors of the chosen and of fifty people
    assertEquals("yes", targets.text(0, "agrees"), targets.toText());
    assertEquals(60, alone.plausible());
    assertTrue(alone.chosen().size() < alone.effective(), "acceptance is worth less than weights");
  }

  @Test
  void whoIsListedIsWhoWasDrawn() {
    Selection selection = selection(10);
    Selection.Accepted accepted = selection.accepted(computed(selection.trial(), 2));
    Path file = folder.resolve("chosen.csv");
    accepted.chosen().normalsTable().writeCsv(file);
    List<double[]> read = Chosen.readNormals(file, selection.population());
    List<double[]> written = accepted.chosen().normals();
    assertEquals(written.size(), read.size());
    Trial listed = selection.trial(read);
    Sample sample =
        new Sample(listed, Arms.of(targets(HEADER + BASELINE + RESPONSE)), computed(listed, 2));
    Sample drawn =
        new Sample(
            selection.trial(),
            Arms.of(targets(HEADER + BASELINE + RESPONSE)),
            computed(selection.trial(), 2));
    for (int i = 0; i < read.size(); i++) {
      assertArrayEquals(written.get(i), read.get(i), 0);
      int number = (int) accepted.chosen().subjects().get(i).number();
      for (int arm = 0; arm < 2; arm++) {
        assertArrayEquals(drawn.truth(number)[arm], sample.truth(i)[arm], 0);
      }
    }
  }

  @Test
  @Tag("slow")
  void chainsAndAcceptanceChooseTheSamePopulation() {
    Selection selection = selection(400);
    Blocks plausible = computed(selection.trial(), 2);
    Selection.Accepted accepted = selection.accepted(plausible);
    DreamZs.Settings settings = new DreamZs.Settings(5, 8, 10, 2);
    Draws draws = selection.chains(plausible, settings, 1600, KnownResults.none(), soFar -> {});
    List<double[]> normals = selection.thinned(draws, 150);
    Chosen chosen = selection.drawn(plausible, normals, computed(selection.trial(normals), 2));
    Table one = accepted.chosen().targets();
    Table other = chosen.targets();
    // three standard errors of some hundred people each with a deviation of 5 points
    assertEquals(one.number(0, "chosen"), other.number(0, "chosen"), 3 * 5 / Math.sqrt(50));
    assertEquals(one.number(1, "chosen"), other.number(1, "chosen"), 0.25);
  }

  @Test
  void theTargetsThatShipCanBeChosenBy() {
    List<Target> shipped = Target.published();
    assertTrue(shipped.stream().anyMatch(Target::isFitted));
    assertTrue(shipped.stream().filter(target -> !target.isFitted()).count() > 20);
    assertTrue(
        shipped.stream()
            .filter(Target::isFitted)
            .allMatch(target -> target.certainty().equals("read")),
        "what is only remembered is to check against");
    assertThrows(
        IllegalArgumentException.class,
        () -> Selection.in(Population.named("healthy-human")).build());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "value,0 | valu,0 | unknown kind 'valu', did you mean 'value'?",
        "value,0,, | value,0,3, | limit: does not belong to the kind 'value'",
        "33,5,50 | 33,,50 | deviation: a mean that is fitted needs one",
        "33,5,50 | 33,-5,50 | deviation must be > 0",
        "33,5,50 | 33,5,1 | subjects must be between 2 and 1000000",
        "fitted | fited | unknown role 'fited', did you mean 'fitted'?",
        "vehicle | vehicel | unknown compound 'vehicel'",
      })
  void aMistakeInATableIsNamedWithItsPlace(String right, String wrong, String complaint) {
    InputException failure =
        assertThrows(
            InputException.class, () -> targets(HEADER + BASELINE.replaceFirst(right, wrong)));
    String message = String.valueOf(failure.getMessage());
    assertTrue(message.startsWith("targets.csv:2:"), message);
    assertTrue(message.contains(complaint), message);
  }
}
