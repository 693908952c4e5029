package org.capgate.viz;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What no class that draws may do. */
class ArchitectureTest {
  private static final JavaClasses FIGURES =
      new ClassFileImporter()
          .withImportOption(place -> !place.contains("/test-classes/"))
          .importPackages("org.capgate.viz");

  @Test
  void neverPrintsAndNeverExits() {
    holds(noClasses().should().accessField(System.class, "out"));
    holds(noClasses().should().accessField(System.class, "err"));
    holds(noClasses().should().callMethod(System.class, "exit", int.class));
  }

  @Test
  void startsNoThread() {
    holds(noClasses().should().dependOnClassesThat().areAssignableTo(Thread.class));
    holds(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.concurrent"));
  }

  @Test
  void everyPackageIsNullMarked() {
    for (JavaClass type : FIGURES) {
      assertTrue(type.getPackage().isAnnotatedWith(NullMarked.class), type.getName());
    }
  }

  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(true).check(FIGURES);
  }
}
