package io.picojoule.spark;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The law of imports, as in the core and in the app. */
class ArchitectureTest {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.picojoule");

    @Test
    void seesSweepsWhatTheyMeasureAndTheCore() {
        classes()
                .that()
                .resideInAPackage("io.picojoule.spark..")
                .should()
                .onlyDependOnClassesThat(resideOutsideOfPackage("io.picojoule..")
                        .or(resideInAnyPackage(
                                "io.picojoule.spark..",
                                "io.picojoule.sweep..",
                                "io.picojoule.report.sweep..",
                                "io.picojoule.config..",
                                "io.picojoule.simulation..")))
                .check(ALL);
    }

    @Test
    void isSeenByNothing() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.picojoule.spark..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.picojoule.spark..", "org.apache.spark..", "org.apache.hadoop..", "scala..")
                .check(ALL);
    }

    @Test
    void doesNotPrint() {
        noClasses()
                .that()
                .resideInAPackage("io.picojoule.spark..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(ALL);
    }
}
