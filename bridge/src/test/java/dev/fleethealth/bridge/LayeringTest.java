package dev.fleethealth.bridge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class LayeringTest {
    private static final String ROOT = "dev.fleethealth.bridge";
    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    @Test
    void dialectsKnowNothingButBytesAndEvents() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".dialect..", ROOT + ".event..", "dev.fleethealth.schemas.privacy..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "com.hivemq..",
                        "com.rabbitmq..",
                        "io.netty..",
                        "java.net.http..",
                        "com.sun.net.httpserver..",
                        "org.slf4j..",
                        "java.nio.file..",
                        "io.micrometer..",
                        "dev.fleethealth.service..",
                        ROOT + ".mqtt..",
                        ROOT + ".amqp..",
                        ROOT + ".link..",
                        ROOT + ".http..",
                        ROOT + ".file..",
                        ROOT + ".kafka..",
                        ROOT + ".pipeline..",
                        ROOT + ".config..")
                .check(CLASSES);
    }

    @Test
    void mappedDialectsKnowNoSourceAndNoKafka() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".mapped..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.kafka..",
                        "io.netty..",
                        "com.sun.net.httpserver..",
                        "org.slf4j..",
                        "io.micrometer..",
                        ROOT + ".mqtt..",
                        ROOT + ".amqp..",
                        ROOT + ".link..",
                        ROOT + ".http..",
                        ROOT + ".file..",
                        ROOT + ".kafka..",
                        ROOT + ".pipeline..",
                        ROOT + ".config..")
                .check(CLASSES);
    }

    @Test
    void sourcesKnowNoKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + ".mqtt..", ROOT + ".amqp..", ROOT + ".link..", ROOT + ".http..", ROOT + ".file..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", ROOT + ".kafka..")
                .check(CLASSES);
    }

    @Test
    void kafkaAndThePipelineKnowNoSource() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".kafka..", ROOT + ".pipeline..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.hivemq..",
                        "com.rabbitmq..",
                        ROOT + ".mqtt..",
                        ROOT + ".amqp..",
                        ROOT + ".link..",
                        ROOT + ".http..",
                        ROOT + ".file..")
                .check(CLASSES);
    }

    @Test
    void onlyCommandsLookAtTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".command..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(InstantSource.class, "system")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }
}
