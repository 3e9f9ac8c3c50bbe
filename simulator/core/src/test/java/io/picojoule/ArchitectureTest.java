package io.picojoule;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The law of imports: a package sees the packages listed here and no other. A new arrow is an edit of this table. */
class ArchitectureTest {

    private static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry("workload", Set.of()),
            Map.entry("compression", Set.of("workload")),
            Map.entry("hardware", Set.of("workload")),
            Map.entry("activity", Set.of("workload")),
            Map.entry("mapping", Set.of("workload", "hardware", "activity")),
            Map.entry("timing", Set.of("workload", "compression", "hardware", "mapping", "activity")),
            Map.entry("energy", Set.of("workload", "hardware", "activity")),
            Map.entry("area", Set.of("workload", "hardware")),
            Map.entry("search", Set.of("workload", "hardware", "mapping", "activity", "timing", "energy")),
            Map.entry(
                    "simulation",
                    Set.of(
                            "workload",
                            "compression",
                            "hardware",
                            "mapping",
                            "activity",
                            "timing",
                            "energy",
                            "area",
                            "search")),
            Map.entry("config", Set.of("workload", "hardware", "mapping", "energy", "area")));

    private static final Set<String> PACKAGES = MAY_SEE.keySet();

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption((ImportOption) location -> !location.contains("/test-classes/"))
            .importPackages("io.picojoule");

    /** That two engines agree proves something only as long as neither can lean on the other. */
    @Test
    void theEnginesDoNotKnowEachOther() {
        for (String kind : List.of("array", "sparse")) {
            String fast = "..timing." + kind + ".fast..";
            String detailed = "..timing." + kind + ".detailed..";
            neverSees(fast, detailed);
            neverSees(detailed, fast);
        }
    }

    /** What two kinds of machines share is in {@code timing} itself. */
    @Test
    void theKindsOfMachinesDoNotKnowEachOther() {
        List<String> kinds = List.of("array", "sparse", "processor");
        for (String one : kinds) {
            for (String other : kinds) {
                if (!one.equals(other)) {
                    neverSees("..timing." + one + "..", "..timing." + other + "..");
                }
            }
        }
    }

    private static void neverSees(String one, String other) {
        noClasses()
                .that()
                .resideInAPackage(one)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(other)
                .check(CORE);
    }

    @Test
    void everyPackageIsInTheTable() {
        assertThat(CORE)
                .allSatisfy(type -> assertThat(type.getPackageName() + ".")
                        .as(type.getName())
                        .matches("io\\.picojoule\\.(" + String.join("|", PACKAGES) + ")\\..*"));
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void aPackageSeesOnlyWhatTheTableAllows(String name) {
        String[] allowed = Stream.concat(Stream.of(name), MAY_SEE.get(name).stream())
                .map(ArchitectureTest::pattern)
                .toArray(String[]::new);
        classes()
                .that()
                .resideInAPackage(pattern(name))
                .should()
                .onlyDependOnClassesThat(
                        resideOutsideOfPackage("io.picojoule..").or(resideInAnyPackage(allowed)))
                .allowEmptyShould(true)
                .check(CORE);
    }

    /** {@code config.schema} and {@code config}, for two: whichever builds on the other, the other does not know it. */
    @Test
    void noPackagesWithinAPackageDependOnEachOtherInACircle() {
        slices().matching("io.picojoule.(**)").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void noPackagesDependOnEachOtherInACircle() {
        slices().matching("io.picojoule.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void onlyConfigKnowsYaml() {
        noClasses()
                .that()
                .resideOutsideOfPackage(pattern("config"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson.dataformat.yaml..", "org.snakeyaml..")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void nothingPrintsOrExitsOrReadsTheClock() {
        noClasses().should(ACCESS_STANDARD_STREAMS).allowEmptyShould(true).check(CORE);
        noClasses()
                .should()
                .callMethodWhere(describe("exits or reads the clock", ArchitectureTest::exitsOrReadsTheClock))
                .allowEmptyShould(true)
                .check(CORE);
    }

    private static boolean exitsOrReadsTheClock(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        return switch (target.getOwner().getName()) {
            case "java.lang.System" ->
                Set.of("exit", "currentTimeMillis", "nanoTime").contains(target.getName());
            case "java.lang.Runtime" -> Set.of("exit", "halt").contains(target.getName());
            case "java.time.Instant", "java.time.LocalDate", "java.time.LocalDateTime", "java.time.ZonedDateTime" ->
                target.getName().equals("now");
            default -> false;
        };
    }

    private static String pattern(String name) {
        return "io.picojoule." + name + "..";
    }
}
