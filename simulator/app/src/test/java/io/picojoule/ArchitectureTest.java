package io.picojoule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.picojoule.cli.Main;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The law of imports of the program, as the test of the same name in the core states it for the library. */
class ArchitectureTest {

    /** What the library computes: everything of the core but config, the door through which YAML comes in. */
    private static final Set<String> MODEL = Set.of(
            "workload",
            "hardware",
            "activity",
            "mapping",
            "compression",
            "timing",
            "energy",
            "area",
            "search",
            "simulation");

    private static final Map<String, Set<String>> MAY_SEE = Map.of(
            "validation", with(MODEL, "config"),
            "sweep", with(MODEL, "config"),
            "report", with(MODEL, "validation", "sweep"),
            "diff", Set.of("config", "report"),
            "cli", with(MODEL, "config", "validation", "sweep", "report", "diff"));

    private static final Set<String> PACKAGES = MAY_SEE.keySet();

    private static final JavaClasses APP = new ClassFileImporter()
            .importUrl(Main.class.getProtectionDomain().getCodeSource().getLocation());

    @Test
    void everyPackageIsInTheTable() {
        assertThat(APP)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getPackageName() + ".")
                        .as(type.getName())
                        .matches("io\\.picojoule\\.(" + String.join("|", PACKAGES) + ")\\..*"));
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void aPackageSeesOnlyWhatTheTableAllows(String name) {
        String[] allowed = with(MAY_SEE.get(name), name).stream()
                .map(ArchitectureTest::pattern)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(pattern(name))
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("io.picojoule..").or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true)
                .check(APP);
    }

    /** {@code config.schema} and {@code config}, for two: whichever builds on the other, the other does not know it. */
    @Test
    void noPackagesWithinAPackageDependOnEachOtherInACircle() {
        slices().matching("io.picojoule.(**)").should().beFreeOfCycles().check(APP);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("io.picojoule.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void yamlStaysInTheCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson.dataformat.yaml..", "org.snakeyaml..")
                .allowEmptyShould(true)
                .check(APP);
    }

    @Test
    void onlyTheCommandLinePrintsAndExits() {
        noClasses()
                .that()
                .resideOutsideOfPackage(pattern("cli"))
                .should(ACCESS_STANDARD_STREAMS)
                .allowEmptyShould(true)
                .check(APP);
        noClasses()
                .that()
                .resideOutsideOfPackage(pattern("cli"))
                .should()
                .callMethodWhere(describe("exits", ArchitectureTest::exits))
                .allowEmptyShould(true)
                .check(APP);
    }

    private static boolean exits(JavaMethodCall call) {
        return Set.of("java.lang.System.exit(int)", "java.lang.Runtime.exit(int)", "java.lang.Runtime.halt(int)")
                .contains(call.getTarget().getFullName());
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        Stream.of(more).forEach(all::add);
        return Set.copyOf(all);
    }

    private static String pattern(String name) {
        return "io.picojoule." + name + "..";
    }
}
