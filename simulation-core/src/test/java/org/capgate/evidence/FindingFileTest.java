package org.capgate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.capgate.input.InputException;
import org.capgate.model.Readout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingFileTest {

  @Test
  void thePublishedFindingsHaveUniqueIds() {
    FindingFile file = FindingFile.published();
    assertEquals(97, file.findings().size());
    assertEquals(97, file.findings().stream().map(Finding::id).distinct().count());
    assertEquals(
        71, file.findings().stream().filter(row -> row.standing() == Standing.ESTABLISHED).count());
  }

  @Test
  void everyColumnIsRead() {
    Finding finding = FindingFile.published().finding("P03");
    assertEquals("pharmacokinetics", finding.area());
    assertEquals("mouse, wild-type, ketamine 10 mg/kg iv at 0 h", finding.condition().text());
    assertEquals(Readout.BRAIN_KETAMINE, finding.readout());
    assertEquals(SampleTime.hours(3), finding.at());
    assertEquals(Comparison.PEAK, finding.versus());
    assertEquals(Expectation.VALUE, finding.expected());
    assertEquals(Optional.of(new Magnitude(0, "", 0, 0.05, true)), finding.magnitude());
    assertTrue(finding.source().startsWith("PMC5989646 Fig 1 (undetectable by 3 h"));
    assertEquals("seeds/evidence/findings.csv:47:1", finding.place().toString());
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "subject | human",
        "subject | rat",
        "preparation | in-vivo",
        "stress | chronic",
        "genotype | EIF4E x1.5 excitatory; GRIN2B x0 inhibitory; RPTOR x0.5 all",
        "treatment | none",
        "treatment | citalopram 20 mg po every 24 h for 56 d",
        "treatment | hm3dq inhibitory at 0 h for 1 h; rapamycin 0.2 nmol icv at -0.5 h",
        "treatment | none",
        "readout | phospho-4ebp inhibitory",
        "readout | bdnf excitatory",
        "readout | ei-ratio",
        "at_h | baseline",
        "at_h | peak",
        "at_h | 0.5",
        "at_h | 1e2",
        "versus | placebo",
        "versus | wild-type",
        "versus | unstressed",
        "versus | peak",
        "magnitude | 30 s (20 to 40)",
        "magnitude | 30 s (30 to 30)",
        "magnitude | 0 s (0 to 40)",
        "standing | conflicting",
      })
  void everyWordOfTheVocabularyIsAccepted(String column, String text) {
    assertEquals(1, new Rows().row(column, text).read().findings().size());
  }

  @Test
  void theFurtherExpectationsAreReadFromAFileOfTheirOwn() {
    FindingFile file = FindingFile.expectations();
    assertEquals("seeds/evidence/expectations.csv", file.name());
    assertEquals("X01", file.findings().get(0).id());
  }

  @Test
  void aFileOnDiskIsReadAndNamedByItsPath(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("mine.csv");
    Files.writeString(
        path,
        "%s\nQ,a,rat,in-vivo,none,wild-type,none,mood,2,untreated,no-change,,established,x\n"
            .formatted(String.join(",", FindingFile.COLUMNS)));
    FindingFile file = FindingFile.read(path);
    assertEquals(path.toString(), file.name());
    assertEquals("Q", file.findings().get(0).id());
  }

  @Test
  void anActuatorActsInASliceButACompoundReachesItByTheBathOnly() {
    new Rows().row("preparation", "slice", "treatment", "hm4di inhibitory at 0 h for 1 h").read();
    refused(
        "treatment: compounds reach a slice by the bath only",
        () -> new Rows().row("preparation", "slice").read());
  }

  @Test
  void aBathReachesASlice() {
    Finding finding =
        new Rows()
            .row("preparation", "slice", "treatment", "ketamine 1 uM bath at 0 h for 0.5 h")
            .read()
            .finding("R1");
    assertEquals(
        "mouse, slice, wild-type, ketamine 1 uM bath at 0 h for 0.5 h", finding.condition().text());
  }

  @ParameterizedTest(name = "{0} = {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "subject | mose | f.csv:2:19: unknown subject 'mose', did you mean 'mouse'?",
        "preparation | invivo | unknown preparation 'invivo', did you mean 'in-vivo'?",
        "stress | chronical | unknown stress 'chronical', did you mean 'chronic'?",
        "genotype | 4EBP3 x0 all | f.csv:2:44: genotype: unknown gene '4EBP3', did you mean '4EBP1'?",
        "genotype | 4EBP1 x0 glia | f.csv:2:53: genotype: unknown class of cells 'glia'",
        "treatment | ketamin 10 mg/kg ip at 0 h | f.csv:2:56: unknown compound 'ketamin', did you"
            + " mean 'ketamine'?",
        "treatment | ketamine 10 mg/kg ipp at 0 h | unknown route 'ipp', did you mean 'ip'?",
        "treatment | ketamine 10 uM bath at 0 h | treatment: a bath reaches cells in a slice only",
        "readout | imobility | unknown readout 'imobility', did you mean 'immobility'?",
        "readout | phospho-4ebp exitatory | did you mean 'phospho-4ebp excitatory'?",
        "at_h | 0 | f.csv:2:99: is read at 0 h, but 'ketamine 10 mg/kg ip at 0 h' begins at 0 h",
        "at_h | -0.5 | is read at -0.5 h, but 'ketamine 10 mg/kg ip at 0 h' begins at 0 h",
        "treatment | ketamine 10 mg/kg ip at 0 h; hnk 1 mg/kg ip at 30 h | is read at 24 h, but 'hnk 1"
            + " mg/kg ip at 30 h' begins at 30 h",
        "at_h | later | unknown at_h 'later'",
        "at_h | peek | unknown at_h 'peek', did you mean 'peak'?",
        "at_h | peak-time | expected: must be value where at_h is peak-time, but was 'decrease'",
        "at_h | return 0.1 | expected: must be value where at_h is return 0.1, but was 'decrease'",
        "at_h | return | a share of the peak in [0.01, 0.99] must follow 'return'",
        "at_h | return soon | a share of the peak in [0.01, 0.99] must follow 'return'",
        "at_h | return 1.5 | a share of the peak in [0.01, 0.99] must follow 'return', as in return 0.1, but was '1.5'",
        "at_h | 24h | at_h: must be a number of hours, baseline or peak, but was '24h'",
        "at_h | 1e9 | at_h must be between -87600 and 87600 h, but was 1.0E9",
        "versus | untreted | versus: unknown comparison 'untreted', did you mean 'untreated'?",
        "versus | none | versus: 'decrease' needs something to compare with, not 'none'",
        "versus | finding: | versus: an id must follow 'finding:'",
        "versus | finding:B0I | versus: unknown finding 'B0I', did you mean 'B01'?",
        "versus | finding:R1 | versus: a finding must not be compared with itself",
        "expected | decreases | unknown expected 'decreases', did you mean 'decrease'?",
        "expected | reduced | versus: 'reduced' needs the finding it is reduced from",
        "expected | value | magnitude: must not be empty where a value is expected",
        "magnitude | 30 | magnitude: it is written VALUE UNIT (LOW to HIGH)",
        "magnitude | 30 s (20-40) | it is written VALUE UNIT (LOW to HIGH)",
        "magnitude | 30 s (20 to 40) ish | it is written VALUE UNIT (LOW to HIGH)",
        "magnitude | 30 s (40 to 20) | the range must run from low to high, but was 40 to 20",
        "magnitude | 50 s (20 to 40) | the value must lie in its own range",
        "magnitude | 30 uM (20 to 40) | magnitude: immobility is in s, but was 'uM'",
        "magnitude | 30 (20 to 40) | a unit must follow the value: immobility is in s",
        "magnitude | x s (20 to 40) | f.csv:2:127: magnitude: must be a number, but was 'x'",
        "magnitude | 30 s (20 to NaN) | f.csv:2:139: magnitude: must be a number, but was 'NaN'",
        "magnitude | -5 s (-20 to 40) | is an absolute change and must be >= 0, but starts at -20 s",
        "magnitude | 0.1 (0 to 0.5 of peak) | 'of peak' is for rows whose value is expected",
        "standing | established! | unknown standing 'established!', did you mean 'established'?",
      })
  void aWrongWordIsRefusedWithPlaceAndNearestWord(String column, String text, String complaint) {
    refused(complaint, () -> new Rows().row(column, text).read());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("requiredColumns")
  void aBlankIsRefusedWhereverItIsNotAllowed(String column) {
    refused(column + ": must not be empty", () -> new Rows().row(column, " ").read());
  }

  static Stream<String> requiredColumns() {
    return FindingFile.COLUMNS.stream().filter(column -> !column.equals("magnitude"));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"no-change", "reduced"})
  void aMagnitudeIsRefusedWhereItHasNoMeaning(String expected) {
    Rows rows = new Rows().row();
    refused(
        "magnitude: must be empty where '" + expected + "' is expected",
        () ->
            rows.row("id", "R2", "versus", "finding:R1", "expected", expected)
                .row(
                    "id",
                    "R3",
                    "versus",
                    "finding:R1",
                    "expected",
                    expected,
                    "magnitude",
                    "3 s (1 to 5)")
                .read());
  }

  @Test
  void anIdStatedTwiceIsRefusedNamingTheFirst() {
    refused(
        "f.csv:3:2: id: 'R1' is stated twice, first at f.csv:2:1",
        () -> new Rows().row().row("readout", "mood").read());
  }

  @Test
  void aComparisonMayNameAFindingFurtherDown() {
    FindingFile file =
        new Rows().row("id", "R2", "versus", "finding:R1", "expected", "reduced").row().read();
    assertEquals(Comparison.finding("R1"), file.finding("R2").versus());
  }

  @Test
  void aComparisonMayNameAShippedFindingAndOneOfTheSameIdInTheFileIsMeantFirst() {
    FindingFile file = new Rows().row("versus", "finding:B01", "expected", "reduced").read();
    assertEquals(Comparison.finding("B01"), file.finding("R1").versus());
    assertEquals(1, file.findings().size());
    refused(
        "versus: 'B01' is compared with nothing, so it has no response to share",
        () ->
            new Rows()
                .row("versus", "finding:B01", "expected", "reduced")
                .row(
                    "id",
                    "B01",
                    "versus",
                    "none",
                    "expected",
                    "value",
                    "magnitude",
                    "9 s (1 to 99)")
                .read());
  }

  @Test
  void aTimeIsInHoursAndComparedWithNothing() {
    String[] row = {"at_h", "peak-time", "expected", "value", "magnitude", "1 h (0.5 to 2)"};
    refused("versus: must be none where at_h is peak-time", () -> new Rows().row(row).read());
    refused(
        "peak-time is in h, but was 's'",
        () ->
            new Rows()
                .row(
                    "at_h",
                    "peak-time",
                    "versus",
                    "none",
                    "expected",
                    "value",
                    "magnitude",
                    "1 s (0.5 to 2)")
                .read());
    refused(
        "treatment: without treatment nothing peaks or returns",
        () ->
            new Rows()
                .row(
                    "at_h",
                    "peak-time",
                    "versus",
                    "none",
                    "expected",
                    "value",
                    "magnitude",
                    "1 h (0.5 to 2)",
                    "treatment",
                    "none")
                .read());
  }

  @Test
  void comparisonsInACircleAreRefused() {
    refused(
        "f.csv:2:104: versus: findings must not be compared in a circle: R1 -> R2 -> R3",
        () ->
            new Rows()
                .row("versus", "finding:R2")
                .row("id", "R2", "versus", "finding:R3")
                .row("id", "R3", "versus", "finding:R1")
                .read());
  }

  @Test
  void aReducedResponseNeedsAResponse() {
    refused(
        "versus: 'P1' is compared with nothing, so it has no response to share",
        () ->
            new Rows()
                .row("id", "R2", "versus", "finding:P1", "expected", "reduced")
                .row(
                    "id", "P1", "versus", "none", "expected", "value", "magnitude", "9 s (1 to 99)")
                .read());
  }

  @Test
  void differentReadoutsCannotBeCompared() {
    refused(
        "versus: 'R1' reads immobility, which cannot be compared with mood",
        () -> new Rows().row().row("id", "R2", "readout", "mood", "versus", "finding:R1").read());
  }

  @Test
  void aMissingOrUnknownColumnIsRefused() {
    refused("f.csv:1: column 'id' is missing", () -> Rows.read("area\nx\n"));
    String header = String.join(",", FindingFile.COLUMNS);
    refused(
        "f.csv:1:17: unknown column 'strain'; known: id, area",
        () -> Rows.read("id,area,subject,strain\n"));
    refused("the table has a header but no findings", () -> Rows.read(header + "\n"));
    refused("the table is empty", () -> Rows.read(""));
  }

  @Test
  void columnsMayStandInAnyOrder() {
    FindingFile published = FindingFile.published();
    Finding finding = published.finding("M07");
    String text =
        "source,standing,magnitude,expected,versus,at_h,readout,treatment,genotype,stress,"
            + "preparation,subject,area,id\n"
            + "Autry,established,,decrease,untreated,0.5,phospho-eef2,ketamine 10 mg/kg ip at 0 h,"
            + "wild-type,none,in-vivo,mouse,molecular,M07\n";
    Finding read = Rows.read(text).finding("M07");
    assertEquals(finding.condition(), read.condition());
    assertEquals(finding.expected(), read.expected());
    assertFalse(read.magnitude().isPresent());
  }

  private static void refused(String complaint, org.junit.jupiter.api.function.Executable read) {
    InputException refused = assertThrows(InputException.class, read);
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains(complaint), message);
    assertTrue(message.startsWith("f.csv:"), message);
    assertFalse(message.contains("\n"), message);
  }
}
