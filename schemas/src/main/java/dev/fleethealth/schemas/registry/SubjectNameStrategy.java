package dev.fleethealth.schemas.registry;

import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** How the subject of a record's schema is named; chosen by Confluent's class names, which need not be on the class path. */
enum SubjectNameStrategy {
    TOPIC("TopicNameStrategy") {
        @Override
        String subject(String topic, boolean key, Schema schema) {
            return topic + (key ? "-key" : "-value");
        }
    },
    RECORD("RecordNameStrategy") {
        @Override
        String subject(String topic, boolean key, Schema schema) {
            return schema.getFullName();
        }
    },
    TOPIC_RECORD("TopicRecordNameStrategy") {
        @Override
        String subject(String topic, boolean key, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    static final String PACKAGE = "io.confluent.kafka.serializers.subject.";

    private final String simpleName;

    SubjectNameStrategy(String simpleName) {
        this.simpleName = simpleName;
    }

    abstract String subject(String topic, boolean key, Schema schema);

    static SubjectNameStrategy named(String setting, String className) {
        return Arrays.stream(values())
                .filter(strategy ->
                        className.equals(strategy.simpleName) || className.equals(PACKAGE + strategy.simpleName))
                .findFirst()
                .orElseThrow(() -> new ConfigException(
                        setting,
                        className,
                        "expected " + PACKAGE + "TopicNameStrategy, RecordNameStrategy or TopicRecordNameStrategy"));
    }
}
