package org.capgate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Command lines that are wrong; files that are wrong are in {@link BadFilesTest}. */
class BadArgumentsTest {
  @TempDir static Path folder;

  static Stream<Arguments> wrong() {
    return Stream.of(
        bad("unknown command 'comapre', did you mean 'compare'?", "comapre"),
        bad("unknown command 'find', did you mean 'findings'?", "find"),
        bad("unknown command 'nosuch'; ", "nosuch", "--help"),
        bad("unknown command 'nosuch'; ", "--trace", "nosuch"),
        bad("unknown command 'sweeep', did you mean 'sweep'?", "sweeep", "FILE.yaml"),
        bad("Missing required parameter: 'FILE.yaml'", "sweep"),
        bad("nowhere.yaml: no such file", "sweep", "nowhere.yaml"),
        bad("--threads: must be between 1 and 256", "sweep", "nowhere.yaml", "--threads=0"),
        bad("unknown preset 'nosuch'; known: ", "run", "nosuch"),
        bad(
            "'at' is stated twice",
            "compare",
            "--treatments",
            "ketamine 10 mg/kg ip at 0 h at 1 h"),
        bad(
            "'for' is stated twice",
            "compare",
            "--treatments",
            "ketamine 10 mg/kg iv at 0 h every 24 h for 2 d for 3 d"),
        bad(
            "--species: unknown species 'mose', did you mean 'mouse'?",
            "kinetics",
            "--species=mose"),
        bad(
            "--treatment: nothing that is given has a concentration until 24 h",
            "kinetics",
            "--treatment=none"),
        bad("a scenario states that itself", "kinetics", "hnk", "--species=rat"),
        bad(
            "--method: unknown method 'sobl', did you mean 'sobol'?",
            "sensitivity",
            "hnk",
            "--method=sobl"),
        bad("--of: unknown readout 'mod', did you mean 'mood'?", "sensitivity", "hnk", "--of=mod"),
        bad("--of: unknown readout 'mod', did you mean 'mood'?", "explain", "hnk", "--of=mod"),
        bad("--of: 'brain-hnk' follows from the doses", "explain", "hnk", "--of=brain-hnk"),
        bad("--to: must be after --from (30 h), but was '24'", "explain", "hnk", "--from=30"),
        bad(
            "--run: unknown run 'vehicl', did you mean 'vehicle'?",
            "explain",
            "hnk",
            "--run=vehicl"),
        bad("--against: 'x' is neither a run of the file nor a", "explain", "hnk", "--against=x"),
        bad("unknown preset 'hnkk', did you mean 'hnk'?", "explain", "hnkk"),
        bad("unknown finding 'B0', did you mean 'B0", "region", "B0", "--by=moodByExcitation"),
        bad("--by: unknown parameter 'moodByExcit'", "region", "B01", "--by=moodByExcit"),
        bad("--by: must be one or two numbers", "region", "B01", "--by=ketamine/"),
        bad(
            "--by: 'moodByExcitation' is stated twice",
            "region",
            "B01",
            "--by=moodByExcitation,moodByExcitation"),
        bad("--points: must be between", "region", "B01", "--by=moodByExcitation", "--points=2"),
        bad("Missing required option: '--by=", "region", "B01"),
        bad("unknown search 'best', did you mean 'best-schedule'?", "search", "best"),
        bad("--generations: must be between", "search", "best-schedule", "--generations=0"),
        bad("nowhere.yaml: no such file", "search", "nowhere.yaml"),
        bad("nowhere.csv: no such file", "search", "best-schedule", "--ensemble", "nowhere.csv"),
        bad("--of: 'mood' is stated twice", "sensitivity", "hnk", "--of=mood,mood"),
        bad("--at: times must ascend", "sensitivity", "hnk", "--at=24,2"),
        bad("--at: the last time must be > 0 h", "sensitivity", "hnk", "--at=0"),
        bad("--at: must be a number, but was 'x'", "sensitivity", "hnk", "--at=x"),
        bad("--by: unknown parameter 'bdnfTime'", "sensitivity", "hnk", "--by=bdnfTime"),
        bad("--by: unknown beginning of names 'ketamin/'", "sensitivity", "hnk", "--by=ketamin/"),
        bad(
            "has no range to vary it in",
            "sensitivity",
            "hnk",
            "--by=ketamine/kinetics/mouse/routes/iv/bioavailability"),
        bad("--factor: must be between", "sensitivity", "hnk", "--factor=1"),
        bad("--points: must be between", "sensitivity", "hnk", "--points=1"),
        bad("--points: must be a whole number", "sensitivity", "hnk", "--points=2.5"),
        bad("--threads: must be between 1 and 256", "sensitivity", "hnk", "--threads=0"),
        bad("unknown preset 'hnkk', did you mean 'hnk'?", "sensitivity", "hnkk"),
        bad("--out: must be a folder, but", "sensitivity", "hnk", "--out", "pom.xml"),
        bad("--data: is missing: a fit needs experiments, --data and --free", "fit", "hnk"),
        bad("PRESET|FILE.yaml: is missing: a fit needs experiments", "fit"),
        bad("--free: is missing: a fit needs", "fit", "hnk", "--data=nowhere.csv"),
        bad("nowhere.yaml: no such file", "fit", "--petab=nowhere.yaml"),
        bad("cannot be given with experiments", "fit", "hnk", "--petab=nowhere.yaml"),
        bad("cannot be given with --factor", "fit", "--petab=nowhere.yaml", "--factor=2"),
        bad("cannot be given with --set x=1", "fit", "--petab=nowhere.yaml", "--set=x=1"),
        bad(
            "--free: eif4gPerEif4e cannot be estimated by others: it moves ",
            "fit",
            "../docs/fit-example.yaml",
            "--data=../docs/fit-example.csv",
            "--free=eif4gPerEif4e",
            "--export-petab=none"),
        bad("nowhere.csv: no such file", "fit", "hnk", "--data=nowhere.csv", "--free=ketamine/"),
        bad(
            "--free: unknown parameter 'clearance'",
            "fit",
            "../docs/fit-example.yaml",
            "--data=../docs/fit-example.csv",
            "--free=clearance"),
        bad(
            "numbers need more observations than the 14 there are",
            "fit",
            "../docs/fit-example.yaml",
            "--data=../docs/fit-example.csv",
            "--free=fitted"),
        bad("--starts: must be between", "fit", "hnk", "--data=x.csv", "--free=x", "--starts=0"),
        bad("--until: must be between", "kinetics", "--until=1e9"),
        bad("--out: must be a folder, but", "kinetics", "--out", "pom.xml"),
        bad("--measure: must be between 1 and 100000, but was '0'", "explore", "--measure", "0"),
        bad("unknown option '--hlep', did you mean '--help'?", "--hlep"),
        bad("unknown option '--geno', did you mean '--genotypes'?", "compare", "--geno=4EBP2"),
        bad("unknown option '-x'", "steady-states", "-x"),
        bad("unexpected argument 'ketamine'", "compare", "ketamine"),
        bad("unexpected argument 'all'", "presets", "all"),
        bad("unexpected argument 'hnk'", "run", "inhibitory-knockout", "hnk"),
        bad("--port: must be a number, but was 'any'", "explore", "--port", "any"),
        bad("--port: must be between 0 and 65535, but was '65536'", "explore", "--port=65536"),
        bad("--port: must be a whole number, but was '1.5'", "explore", "--port", "1.5"),
        bad("--days: must be between 1 and 365 d, but was '0'", "compare", "--days", "0"),
        bad("--days: must be between 1 and 365 d, but was '-3'", "compare", "--days=-3"),
        bad("--days: must be between 1 and 365 d, but was '1e9'", "compare", "--days", "1e9"),
        bad("--days: must be a number, but was 'two'", "compare", "--days", "two"),
        bad("--days: must be a number, but was 'NaN'", "compare", "--days", "NaN"),
        bad("--days: must be a number, but was '1,5'", "compare", "--days", "1,5"),
        bad("Missing required parameter for option '--days'", "compare", "--days"),
        bad("option '--days' (D) should be specified only once", "compare", "--days=1", "--days=2"),
        bad(
            "unknown gene '4EBP3', did you mean '4EBP1'?",
            "compare",
            "--genotypes",
            "4EBP3 x0 all"),
        bad("the edit '4EBP2 x0' is incomplete", "compare", "--genotypes", "4EBP2 x0"),
        bad("but was '0'", "steady-states", "--genotypes", "4EBP2 0 all"),
        bad("unknown class of cells 'glia'", "steady-states", "--genotypes", "4EBP2 x0 glia"),
        bad("'wild-type' is stated twice", "compare", "--genotypes", "wild-type,wild-type"),
        bad("--genotypes: genotype: an edit is empty", "compare", "--genotypes", ""),
        bad("an edit is empty", "compare", "--genotypes", "wild-type,"),
        bad(
            "unknown compound 'ketamin', did you mean 'ketamine'?",
            "compare",
            "--treatments",
            "ketamin 10 mg/kg ip at 0 h"),
        bad("unknown word '0'", "compare", "--treatments", "ketamine 10 mg/kg ip 0 h"),
        bad("unknown unit 'mg/g'", "compare", "--treatments", "ketamine 10 mg/g ip at 0 h"),
        bad("unknown route 'im'", "compare", "--treatments", "ketamine 10 mg/kg im at 0 h"),
        bad("amount must be", "compare", "--treatments", "ketamine 99999 mg/kg ip at 0 h"),
        bad("'vehicle' is stated twice", "compare", "--treatments", "vehicle,vehicle"),
        bad("at most 5 treatments", "compare", "--treatments", sixTreatments()),
        bad(
            "begins at 336 h, but the run ends at 336 h",
            "--treatments",
            "hnk 1 mg/kg ip at 336 h"),
        bad(
            "the verdict is read at 24 h, but 'ketamine 10 mg/kg ip at 30 h' begins at 30 h",
            "compare",
            "--treatments",
            "ketamine 10 mg/kg ip at 30 h"),
        bad(
            "'ketamine 10 mg/kg ip at 30 h' begins at 30 h, but the run ends at 24 h",
            "network",
            "--neurons=50",
            "--synapses=5",
            "--days=1",
            "--treatment=ketamine 10 mg/kg ip at 30 h"),
        bad("bath", "compare", "--treatments", "ketamine 20 uM bath at 0 h"),
        bad("must be written NAME=CHOICE, but was 'first'", "compare", "--mechanism", "first"),
        bad(
            "--mechanism: 'first-target' is stated twice",
            "model",
            "--mechanism=first-target=both",
            "--mechanism=first-target=resting-nmda"),
        bad("--set: must be written NAME=VALUE, but was 'first'", "compare", "--set", "first"),
        bad("--set: bdnfTimeHours must be a number, but was 'x'", "--set=bdnfTimeHours=x"),
        bad("1.5] h, but was 9", "compare", "--set=bdnfTimeHours=9"),
        bad(
            "--set: 'bdnfTimeHours' is stated twice",
            "run",
            "hnk",
            "--set=bdnfTimeHours=1",
            "--set=bdnfTimeHours=1"),
        bad("unknown mechanism 'frist-target'", "model", "--mechanism", "frist-target=both"),
        bad("unknown first-target 'bothh'", "findings", "--mechanism", "first-target=bothh"),
        bad("nowhere.csv: no such file", "compare", "--parameters", "nowhere.csv"),
        bad(": is not a regular file", "compare", "--parameters", "."),
        bad("nowhere.yaml: no such file", "compare", "--compound", "nowhere.yaml"),
        bad("nowhere.csv: no such file", "findings", "--file", "nowhere.csv"),
        bad("unknown format 'xml'; known: text, csv, json", "findings", "--format", "xml"),
        bad("unknown format 'json'; known: text, csv", "parameters", "--format", "json"),
        bad("unknown parameter 'bndf'", "parameters", "bndf"),
        bad("--samples: must be between 1 and 1000000, but was '0'", "plausibility", "--samples=0"),
        bad("--samples: must be a whole number, but was '2.5'", "plausibility", "--samples=2.5"),
        bad("--factor: must be between 1.0001 and 1000", "plausibility", "--factor", "1"),
        bad("--threads: must be a number", "plausibility", "--threads", "all"),
        bad("--seed: must be a whole number", "plausibility", "--seed", "x"),
        bad("--evaluations: must be between", "calibrate", "--evaluations", "-1"),
        bad("--step: must be a number, but was 'NaN'", "calibrate", "--step", "NaN"),
        bad("--out: must be a folder, but", "calibrate", "--out", "pom.xml"),
        bad("Missing required option: '--format=FORMAT'", "export"),
        bad("unknown format 'cpp'; known: c", "export", "--format", "cpp"),
        bad("unknown form 'ordinry', did you mean", "export", "--format=c", "--form=ordinry"),
        bad(
            "unknown preset 'hnkk', did you mean 'hnk'?",
            "export",
            "--format=c",
            "--scenario=hnkk"),
        bad("nowhere.yaml: no such file", "export", "--format=c", "--scenario=nowhere.yaml"),
        bad("--out: must name a file, but was 'src'", "export", "--format=c", "--out", "src"),
        bad("--out: must name a file, but was ''", "export", "--format=c", "--out", ""),
        bad("--out: must be a folder, but", "export", "--format=c", "--out", "pom.xml/model.c"),
        bad("--samples: must be between 0 and 100000", "report", "--samples=-1"),
        bad("--swing: must be between 0 and 50 %, but was '60'", "report", "--swing", "60"),
        bad("--swing: must be a number, but was 'x'", "report", "--swing", "x"),
        bad("--threads: must be between 1 and 256", "report", "--threads=0"),
        bad("--seed: must be a whole number", "report", "--seed", "1.5"),
        bad("--out: must be a folder, but", "report", "--out", "pom.xml"),
        bad("nowhere.csv: no such file", "report", "--parameters", "nowhere.csv"),
        bad("unknown figure format 'gif'", "report", "--figures", "gif"),
        bad("unknown figure format 'pfd', did you mean 'pdf'?", "compare", "--figures", "pfd"),
        bad("'svg' is stated twice", "compare", "--figures", "svg,png,svg"),
        bad("unexpected argument 'all'", "report", "all"),
        bad("Missing required parameter: 'PRESET|FILE.yaml'", "run"),
        bad("unknown preset 'hnkk', did you mean 'hnk'?", "run", "hnkk"),
        bad("nowhere.yaml: no such file", "run", "nowhere.yaml"),
        bad("--out: must be a folder, but", "compare", "--out", "pom.xml"),
        bad("--out: must name a folder, but was empty", "compare", "--out", ""),
        bad("unknown trial 'esketamine-dose', did you mean", "trial", "esketamine-dose"),
        bad("nowhere.yaml: no such file", "trial", "nowhere.yaml"),
        bad("--subjects: must be between 1 and", "trial", "esketamine-doses", "--subjects=0"),
        bad("--replicates: must be a whole", "trial", "esketamine-doses", "--replicates=1.5"),
        bad("--threads: must be between 1 and 256", "trial", "esketamine-doses", "--threads=0"),
        bad("--out: must be a folder, but", "trial", "esketamine-doses", "--out", "pom.xml"),
        bad("--population: unknown population 'mouze'", "cohort", "--population", "mouze"),
        bad("--readouts: unknown readout 'mod'", "cohort", "--readouts", "mod"),
        bad("--measure: unknown readout 'mod'", "cohort", "--measure", "mod"),
        bad("--at-hours: times must ascend", "cohort", "--at-hours", "0,0"),
        bad("--at-hours: must be a number, but was 'x'", "cohort", "--at-hours", "0,x"),
        bad("--seed: must be a whole number", "cohort", "--seed", "x"),
        bad(
            "--format: unknown format 'parket', did you mean 'parquet'?",
            "cohort",
            "--format=parket"),
        bad(
            "--format: parquet needs capgate-parquet on the class path",
            "cohort",
            "--format=parquet"),
        bad("--format: parquet needs", "trial", "esketamine-doses", "--format=parquet"),
        bad(
            "--treatment: begins at 0 h, before the first time of --at-hours, 1 h",
            "cohort",
            "--at-hours=1,2",
            "--treatment=ketamine 0.5 mg/kg iv at 0 h"),
        bad("--out: must be a folder, but", "run", "hnk", "--out", "pom.xml/below"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("wrong")
  void isOneLineThatNamesTheMistakeAndNothingIsWritten(String named, List<String> words)
      throws IOException {
    Path out = folder.resolve("out");
    boolean writes =
        words.contains("compare")
            || words.contains("report")
            || words.get(0).equals("--treatments")
            || words.contains("run") && words.size() == 2;
    Stream<String> destination =
        writes && !words.contains("--out") ? Stream.of("--out", out.toString()) : Stream.of();
    // The option goes before a last option that lacks its value, and after a command.
    int before = words.get(0).startsWith("-") ? 0 : 1;
    String[] arguments =
        Stream.of(words.stream().limit(before), destination, words.stream().skip(before))
            .flatMap(part -> part)
            .toArray(String[]::new);

    Outcome outcome = Outcome.of(arguments);
    assertEquals(2, outcome.code(), outcome.err());
    assertEquals(1, outcome.errors().size(), outcome.err());
    assertTrue(outcome.err().startsWith("capgate: "), outcome.err());
    assertTrue(outcome.err().contains(named), outcome.err());
    assertEquals("", outcome.out());
    assertFalse(Files.exists(out));
    assertFalse(Files.exists(Path.of("capgate-output")), "wrote into the current folder");
  }

  private static Arguments bad(String named, String... words) {
    return Arguments.of(named, List.of(words));
  }

  private static String sixTreatments() {
    return "vehicle,none,hnk 1 mg/kg ip at 0 h,hnk 2 mg/kg ip at 0 h,hnk 3 mg/kg ip at 0 h,"
        + "hnk 4 mg/kg ip at 0 h";
  }
}
