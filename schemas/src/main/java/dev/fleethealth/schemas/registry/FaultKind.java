package dev.fleethealth.schemas.registry;

import java.io.EOFException;
import java.io.IOException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Whether a serde failed because of one record or because of the world around it. Holds for the serdes here and for
 * Confluent's, which tell of a registry that is away by a {@code SerializationException} too.
 */
public enum FaultKind {
    /** These bytes, or this record, will never do: a dead letter. */
    DATA,

    /** The record is not to blame: wait or stop, and drop nothing. */
    INFRASTRUCTURE;

    private static final String CONFLUENT_FAULT = "RestClientException";

    /** Judges what a deserializer threw; what nobody knows is not the record's fault. */
    public static FaultKind ofReading(Throwable thrown) {
        return of(thrown, true);
    }

    /** Judges what a serializer threw; a schema that the registry does not have is not the record's fault here. */
    public static FaultKind ofWriting(Throwable thrown) {
        return of(thrown, false);
    }

    private static FaultKind of(Throwable thrown, boolean reading) {
        boolean aboutRecord = false;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (reading && aboutRecord && isUnknownId(cause)) {
                return DATA;
            }
            if (cause instanceof ApiException || isConfluentFault(cause) || isConnectionFault(cause)) {
                return INFRASTRUCTURE;
            }
            aboutRecord |= cause instanceof SerializationException;
        }
        return aboutRecord ? DATA : INFRASTRUCTURE;
    }

    private static boolean isUnknownId(Throwable cause) {
        if (cause instanceof RegistryRejectedException rejected) {
            return rejected.errorCode() == RegistryRejectedException.SCHEMA_NOT_FOUND;
        }
        return isConfluentFault(cause) && confluentErrorCode(cause) == RegistryRejectedException.SCHEMA_NOT_FOUND;
    }

    /** Avro, too, tells of damaged bytes by an IOException. */
    private static boolean isConnectionFault(Throwable cause) {
        return cause instanceof IOException
                && !(cause instanceof EOFException)
                && !cause.getClass().getName().startsWith("org.apache.avro.");
    }

    private static boolean isConfluentFault(Throwable cause) {
        return CONFLUENT_FAULT.equals(cause.getClass().getSimpleName());
    }

    /** Nothing here is compiled against Confluent's classes. */
    private static int confluentErrorCode(Throwable fault) {
        try {
            return (int) fault.getClass().getMethod("getErrorCode").invoke(fault);
        } catch (ReflectiveOperationException otherVersion) {
            return 0;
        }
    }
}
