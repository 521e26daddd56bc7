package dev.fleethealth.streams;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

/** What may know what. The core is a function of its input; Kafka, clocks and files stay at the edges. */
class LayeringTest {
    private static final String ROOT = "dev.fleethealth.streams";

    private static final String[] CORE = {
        ROOT + ".policy..",
        ROOT + ".session..",
        ROOT + ".device..",
        ROOT + ".detector..",
        ROOT + ".fleet..",
        ROOT + ".alert..",
        ROOT + ".delivery",
        ROOT + ".query",
        ROOT + ".query.timeline..",
        ROOT + ".query.diagnosis.."
    };

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(ROOT);

    @Test
    void shouldKeepTheCoreFreeOfTheWorld() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "org.slf4j..",
                        "ch.qos.logback..",
                        "com.fasterxml.jackson..",
                        "io.micrometer..",
                        "picocli..",
                        "com.sun.net..",
                        "java.net..",
                        "java.nio.file..",
                        "dev.fleethealth.service..",
                        "dev.fleethealth.schemas.registry.."));
    }

    @Test
    void shouldGiveTheCoreItsTime() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(InstantSource.class));
    }

    @Test
    void shouldKeepTheCoreIndependentOfWhatRunsIt() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".topology..",
                        ROOT + ".state..",
                        ROOT + ".config..",
                        ROOT + ".runtime..",
                        ROOT + ".metrics..",
                        ROOT + ".backtest..",
                        ROOT + ".command.."));
    }

    @Test
    void shouldKeepDetectorsApartFromEachOther() {
        slices().matching(ROOT + ".detector.(*)..")
                .should()
                .notDependOnEachOther()
                .check(PRODUCTION);
    }

    @Test
    void shouldLetNobodyKnowASingleDetector() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".detector.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".detector.*.."));
    }

    @Test
    void shouldKeepTheCoreOfDeliveryApartFromItsEdges() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".delivery")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".delivery.*.."));
    }

    @Test
    void shouldKeepTargetsFreeOfKafkaAndOfTheirSurroundings() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".delivery.pagerduty",
                        ROOT + ".delivery.alertmanager",
                        ROOT + ".delivery.slack",
                        ROOT + ".delivery.webhook")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "java.net.http..", ROOT + ".delivery.kafka"));
    }

    @Test
    void shouldHaveNoCyclesBetweenPackages() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(PRODUCTION);
    }

    @Test
    void shouldKeepTheTopologyFreeOfItsSurroundings() {
        check(noClasses()
                .that()
                .resideInAPackage(ROOT + ".topology..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.micrometer..",
                        "picocli..",
                        "dev.fleethealth.service..",
                        "dev.fleethealth.schemas.registry..",
                        ROOT + ".config..",
                        ROOT + ".runtime..",
                        ROOT + ".metrics..",
                        ROOT + ".backtest..",
                        ROOT + ".command.."));
    }

    @Test
    void shouldPrintToTheConsoleOnlyFromCommands() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".command")
                .and()
                .areNotAssignableTo(StreamsMain.class)
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    @Test
    void shouldNeverSleepInTests() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(TESTS);
    }

    private static void check(ArchRule rule) {
        rule.check(PRODUCTION);
    }
}
