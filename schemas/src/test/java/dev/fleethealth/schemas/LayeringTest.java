package dev.fleethealth.schemas;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayeringTest {
    private static final String ROOT = "dev.fleethealth.schemas";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void shouldDependOnNoOtherModule() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "..",
                        "java..",
                        "javax..",
                        "org.apache.avro..",
                        "org.apache.kafka.common..",
                        "com.fasterxml.jackson..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepJsonAndRecordsFreeOfKafka() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT, ROOT + ".json")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", ROOT + ".registry", "java.net..")
                .check(CLASSES);
    }

    @Test
    void shouldKeepJsonAndRegistryApart() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".registry")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + ".json")
                .check(CLASSES);
    }

    @Test
    void shouldNotBeCompiledAgainstConfluent() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.confluent..")
                .check(CLASSES);
    }
}
