package org.capgate.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  /** The text, or the last part of it, that is formatted. */
  private static final Pattern FORMATTED =
      Pattern.compile("\"([^\"]*+)\"\\s*+\\)?+\\s*+\\.formatted\\(");

  /** What all rooms of the command line may use. */
  private static final List<String> SHARED = List.of("command", "options", "output");

  /**
   * A room, and the other rooms it uses: SHARED itself in its order, then what needs another's
   * results.
   */
  private static final Map<String, List<String>> USES =
      Map.of(
          "output", List.of(),
          "command", List.of("output"),
          "options", List.of("command", "output"),
          "findings", List.of("command", "options", "output", "network"),
          "model", List.of("command", "options", "output", "compare"),
          "report", List.of("command", "options", "output", "compare", "learn", "model"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/test-classes/"))
          .importPackages("org.capgate");

  @Test
  void presetsCanBeCopiedWithoutTheCommandLine() {
    noClasses()
        .that(resideInAPackage("org.capgate.presets"))
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.capgate.cli..").or(resideInAPackage("picocli..")))
        .check(CLASSES);
  }

  @Test
  void nothingNeedsPresetsOrTheCommandLine() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.capgate.presets", "org.capgate.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.capgate.presets", "org.capgate.cli..")
        .check(CLASSES);
    noClasses()
        .that(resideInAPackage("org.capgate.cli.."))
        .should()
        .dependOnClassesThat(resideInAPackage("org.capgate.presets"))
        .check(CLASSES);
  }

  @Test
  void roomsOfTheCommandLineUseWhatAllShareAndFewOthers() {
    Set<String> rooms = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (type.getPackageName().startsWith("org.capgate.cli.")) {
        rooms.add(type.getPackageName().substring("org.capgate.cli.".length()));
      }
    }
    assertTrue(rooms.containsAll(USES.keySet()), "a room has been renamed: change this test too");
    for (String room : rooms) {
      List<String> uses = USES.getOrDefault(room, SHARED);
      noClasses()
          .that(resideInAPackage("org.capgate.cli." + room))
          .should()
          .dependOnClassesThat(
              describe(
                  "live in cli or in rooms other than " + uses,
                  type ->
                      type.getPackageName().matches("org[.]capgate[.]cli([.].*)?")
                          && !type.getPackageName().equals("org.capgate.cli." + room)
                          && uses.stream()
                              .noneMatch(
                                  use -> type.getPackageName().equals("org.capgate.cli." + use))))
          .check(CLASSES);
    }
  }

  @Test
  void onlyEntryPointsEndTheProgram() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(CapGate.class.getName())
        .and()
        .doNotHaveFullyQualifiedName("org.capgate.presets.Attempts") // ends the mains of presets
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  /** A command prints where it is told, so that tests and notebooks can listen. */
  @Test
  void commandsDoNotPrintToTheStreamsOfTheProcess() {
    noClasses()
        .that(resideInAPackage("org.capgate.cli.."))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  /** Digits and separators of the machine's language do not belong in results. */
  @Test
  void nothingIsFormattedInTheLanguageOfTheMachine() {
    noClasses()
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(PrintStream.class, "printf", String.class, Object[].class)
        .orShould()
        .callMethod(java.io.PrintWriter.class, "printf", String.class, Object[].class)
        .check(CLASSES);
  }

  /** {@code "%s".formatted(number)} is the same everywhere; {@code %d} and {@code %f} are not. */
  @Test
  void whatIsFormattedIsWrittenWithPlainPlaceholders() throws IOException {
    Pattern localised = Pattern.compile("%[-#+ 0,(]*[0-9]*(\\.[0-9]+)?[dfeEgGtT]");
    List<String> wrong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      for (Path file : files.filter(path -> path.toString().contains("/src/main/java/")).toList()) {
        if (!file.toString().endsWith(".java")) {
          continue;
        }
        Matcher formatted = FORMATTED.matcher(Files.readString(file));
        while (formatted.find()) {
          if (localised.matcher(formatted.group(1)).find()) {
            wrong.add(file + ": " + formatted.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
