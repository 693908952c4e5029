package org.capgate;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may import what, and what no class of the library may do. */
class ArchitectureTest {
  private static final String EJML = "org.ejml..";
  private static final String COMMONS_MATH = "org.apache.commons.math3..";

  /**
   * Package of org.capgate, and what it may import beside itself, the JDK and the null annotations.
   * A plain word is another package of org.capgate; every one is really used. Solver and model are
   * absent from each other's lists: they never meet.
   */
  private static final Map<String, List<String>> MAY_IMPORT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("analysis", List.of("steady", "dynamics")),
              Map.entry(
                  "calibration",
                  List.of(
                      "uncertainty",
                      "sampling",
                      "ensemble",
                      "evidence",
                      "scenario",
                      "solver",
                      "steady",
                      "analysis",
                      "model",
                      "treatment",
                      "dynamics",
                      "random",
                      "input",
                      COMMONS_MATH)),
              Map.entry("compile", List.of("equations", "dynamics", "org.objectweb.asm..")),
              Map.entry("dynamics", List.of("input")),
              Map.entry("ensemble", List.of("network", "solver", "analysis", "dynamics", "input")),
              Map.entry("equations", List.of()),
              Map.entry(
                  "evidence",
                  List.of(
                      "network",
                      "scenario",
                      "solver",
                      "steady",
                      "analysis",
                      "model",
                      "exposure",
                      "treatment",
                      "dynamics",
                      "input")),
              Map.entry(
                  "explain",
                  List.of(
                      "scenario",
                      "solver",
                      "model",
                      "exposure",
                      "treatment",
                      "compile",
                      "equations",
                      "dynamics",
                      "input",
                      EJML)),
              Map.entry("exposure", List.of("treatment", "dynamics", "input")),
              Map.entry(
                  "fit",
                  List.of(
                      "sensitivity",
                      "sweep",
                      "ensemble",
                      "scenario",
                      "steady",
                      "model",
                      "dynamics",
                      "random",
                      "uncertainty",
                      COMMONS_MATH)),
              Map.entry("input", List.of("de.siegmar.fastcsv..", "org.snakeyaml.engine..")),
              Map.entry(
                  "io",
                  List.of(
                      "fit",
                      "search",
                      "sweep",
                      "evidence",
                      "network",
                      "network.wiring",
                      "scenario",
                      "steady",
                      "analysis",
                      "model",
                      "exposure",
                      "treatment",
                      "compile",
                      "equations",
                      "dynamics",
                      "input")),
              Map.entry(
                  "model",
                  List.of("exposure", "treatment", "compile", "equations", "dynamics", "input")),
              Map.entry(
                  "network",
                  List.of(
                      "network.wiring",
                      "scenario",
                      "solver",
                      "steady",
                      "model",
                      "exposure",
                      "treatment",
                      "compile",
                      "equations",
                      "dynamics",
                      "random",
                      "input")),
              Map.entry("network.wiring", List.of("random")),
              Map.entry(
                  "population",
                  List.of(
                      "scenario",
                      "steady",
                      "model",
                      "exposure",
                      "treatment",
                      "dynamics",
                      "random",
                      "input")),
              Map.entry("random", List.of()),
              Map.entry("region", List.of("sensitivity", "ensemble", "evidence", "model")),
              Map.entry("sampling", List.of("ensemble", "analysis", "random", COMMONS_MATH)),
              Map.entry(
                  "scenario", List.of("steady", "model", "exposure", "treatment", "dynamics")),
              Map.entry(
                  "search",
                  List.of(
                      "sweep",
                      "ensemble",
                      "scenario",
                      "solver",
                      "steady",
                      "model",
                      "exposure",
                      "treatment",
                      "dynamics",
                      "random",
                      "input")),
              Map.entry(
                  "selection",
                  List.of(
                      "trial",
                      "population",
                      "sampling",
                      "ensemble",
                      "scenario",
                      "solver",
                      "steady",
                      "analysis",
                      "model",
                      "treatment",
                      "dynamics",
                      "random",
                      "input",
                      COMMONS_MATH)),
              Map.entry(
                  "sensitivity",
                  List.of(
                      "sweep",
                      "ensemble",
                      "scenario",
                      "steady",
                      "model",
                      "dynamics",
                      "random",
                      "input")),
              Map.entry("solver", List.of("dynamics", EJML, COMMONS_MATH)),
              Map.entry("steady", List.of("solver", "dynamics", EJML)),
              Map.entry(
                  "sweep",
                  List.of(
                      "ensemble",
                      "network",
                      "scenario",
                      "solver",
                      "steady",
                      "analysis",
                      "model",
                      "treatment",
                      "dynamics",
                      "random",
                      "input",
                      COMMONS_MATH)),
              Map.entry("treatment", List.of("dynamics", "input")),
              Map.entry(
                  "trial",
                  List.of(
                      "population",
                      "ensemble",
                      "scenario",
                      "solver",
                      "steady",
                      "analysis",
                      "model",
                      "exposure",
                      "treatment",
                      "dynamics",
                      "random",
                      "input",
                      COMMONS_MATH)),
              Map.entry(
                  "uncertainty",
                  List.of("ensemble", "scenario", "steady", "model", "dynamics", "input"))));

  /**
   * Their last bit may differ between processors and JDKs; StrictMath and FastMath agree
   * everywhere.
   */
  private static final Set<String> INEXACT_IN_MATH =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot", "random");

  private static JavaClasses library;

  @BeforeAll
  static void readTheClassFiles() {
    library =
        new ClassFileImporter()
            .withImportOption(place -> !place.contains("/test-classes/"))
            .importPackages("org.capgate");
    assertTrue(library.size() > 0, "no class found to check");
  }

  static Stream<String> packages() {
    return MAY_IMPORT.keySet().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void importsOnlyWhatItMay(String name) {
    Stream<String> always = Stream.of("java..", "org.jspecify.annotations..", home(name));
    String[] allowed =
        Stream.concat(always, listed(name).map(ArchitectureTest::pattern)).toArray(String[]::new);
    holds(
        classes()
            .that()
            .resideInAPackage(home(name))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(allowed));
  }

  /** What a list names and nobody imports hides a circle that comes in later. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("packages")
  void importsAllThatItMay(String name) {
    DescribedPredicate<JavaClass> own = resideInAPackage(home(name));
    Set<String> unused = new TreeSet<>();
    listed(name)
        .filter(
            word ->
                library.stream()
                    .filter(own)
                    .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                    .noneMatch(use -> resideInAPackage(pattern(word)).test(use.getTargetClass())))
        .forEach(unused::add);
    assertEquals(Set.of(), unused);
  }

  private static Stream<String> listed(String name) {
    return MAY_IMPORT.getOrDefault(name, List.of()).stream();
  }

  /** A package with those below it, unless these have rules of their own. */
  private static String home(String name) {
    boolean hasRooms = MAY_IMPORT.keySet().stream().anyMatch(other -> other.startsWith(name + "."));
    return "org.capgate." + name + (hasRooms ? "" : "..");
  }

  private static String pattern(String word) {
    return word.contains("..") ? word : home(word);
  }

  @Test
  void everyPackageHasAnImportRule() {
    Set<String> unruled = new TreeSet<>();
    for (JavaClass type : library) {
      String below = type.getPackageName().replaceFirst("^org\\.capgate\\.?", "");
      if (!MAY_IMPORT.containsKey(below)) {
        unruled.add(type.getName());
      }
    }
    assertEquals(Set.of(), unruled);
  }

  @Test
  void everyPackageIsNullMarked() {
    Set<String> unmarked = new TreeSet<>();
    for (JavaClass type : library) {
      JavaPackage home = type.getPackage();
      if (!home.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(home.getName());
      }
    }
    assertEquals(Set.of(), unmarked);
  }

  @Test
  void onlyEnsembleUsesThreads() {
    DescribedPredicate<JavaClass> threads =
        describe(
            "run or hold threads",
            type ->
                type.isAssignableTo(Thread.class)
                    || type.isAssignableTo(java.util.Timer.class)
                    || (type.getPackageName().matches("java\\.util\\.concurrent(\\.locks)?")
                        && !type.isEquivalentTo(ConcurrentHashMap.class)
                        && !type.isEquivalentTo(ConcurrentMap.class)
                        && !type.isEquivalentTo(TimeUnit.class)));
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.capgate.ensemble..")
            .should()
            .dependOnClassesThat(threads));
    holds(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.capgate.ensemble..")
            .should()
            .accessTargetWhere(
                describe(
                    "run a stream in parallel",
                    access -> access.getName().startsWith("parallel"))));
  }

  @Test
  void neverPrintsAndNeverExits() {
    holds(
        noClasses()
            .should()
            .accessTargetWhere(
                describe(
                    "print or exit",
                    access ->
                        is(access, System.class, Set.of("out", "err", "exit"))
                            || is(access, Runtime.class, Set.of("exit", "halt"))
                            || access.getName().equals("printStackTrace"))));
  }

  @Test
  void whatStatesAndSolvesTheEquationsSeesNoNamedThing() {
    DescribedPredicate<JavaClass> science =
        describe(
            "state, compile or solve the equations",
            type ->
                resideInAnyPackage(
                            "org.capgate.equations..",
                            "org.capgate.compile..",
                            "org.capgate.dynamics..",
                            "org.capgate.solver..",
                            "org.capgate.steady..")
                        .test(type)
                    || (type.getPackageName().equals("org.capgate.model")
                        && (type.getSimpleName().endsWith("Equations")
                            || Set.of("Drugs", "Formula", "ModelSystem")
                                .contains(type.getSimpleName()))));
    Set<String> named =
        Set.of(
            "org.capgate.model.Genotype",
            "org.capgate.treatment.Compound",
            "org.capgate.treatment.CompoundCatalogue",
            "org.capgate.treatment.Regimen",
            "org.capgate.evidence.Finding",
            "org.capgate.scenario.Scenario",
            "org.capgate.io.ScenarioFile");
    holds(
        noClasses()
            .that(science)
            .should()
            .dependOnClassesThat(
                describe(
                    "carry the name of a genotype, compound, finding or preset",
                    type -> named.contains(type.getName()))));
    for (String name : named) {
      assertTrue(library.contain(name), name + " has been renamed: change this test too");
    }
  }

  @Test
  void drawsRandomNumbersOnlyFromKeyedStreams() {
    DescribedPredicate<JavaClass> generators =
        describe(
            "are random generators of the JDK or of commons-math3",
            type ->
                resideInAnyPackage("java..", COMMONS_MATH).test(type)
                    && !type.isInterface()
                    && (type.isAssignableTo(java.util.random.RandomGenerator.class)
                        || type.isAssignableTo(
                            org.apache.commons.math3.random.RandomGenerator.class)));
    holds(noClasses().should().dependOnClassesThat(generators));
  }

  @Test
  void callsNoMathFunctionWhoseLastBitMayDiffer() {
    holds(
        noClasses()
            .should()
            .accessTargetWhere(
                describe(
                    "call java.lang.Math inexactly",
                    access -> is(access, Math.class, INEXACT_IN_MATH))));
  }

  private static boolean is(JavaAccess<?> access, Class<?> owner, Set<String> members) {
    return access.getTargetOwner().isEquivalentTo(owner) && members.contains(access.getName());
  }

  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(true).check(library);
  }
}
