package dev.fleethealth.schemas.registry;

import org.apache.avro.Schema;

/** Names the subject of a record on a topic. */
record SubjectNames(SubjectNameStrategy strategy, boolean key) {

    String subject(String topic, Schema schema) {
        return strategy.subject(topic, key, schema);
    }
}
