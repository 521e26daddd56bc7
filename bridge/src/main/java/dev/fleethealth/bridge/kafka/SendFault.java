package dev.fleethealth.bridge.kafka;

import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/** What to do about a record that Kafka did not take. */
enum SendFault {
    /** The record is at fault: dead letter. */
    RECORD,
    /** The surroundings are at fault and may be mended: try again. */
    PASSING,
    /** This producer can do no more: stop the program; what is not acknowledged comes again. */
    FATAL;

    static SendFault of(Exception failure) {
        if (failure instanceof RecordTooLargeException
                || failure instanceof InvalidRecordException
                || failure instanceof SerializationException) {
            return RECORD;
        }
        return isPassing(failure) ? PASSING : FATAL;
    }

    /** A wrong clock makes timestamps invalid, and an operator can mend clocks and permissions. */
    private static boolean isPassing(Exception failure) {
        return failure instanceof RetriableException
                || failure instanceof TopicAuthorizationException
                || failure instanceof InvalidTimestampException
                || failure instanceof AuthenticationException;
    }
}
