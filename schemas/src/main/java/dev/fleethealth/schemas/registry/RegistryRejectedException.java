package dev.fleethealth.schemas.registry;

import org.apache.kafka.common.errors.InvalidConfigurationException;

/**
 * The registry understood a request and refused it. This is a fault of the deployment (a schema was not registered, or is
 * not compatible), not of one record; the one exception is the unknown id of a record that is read.
 */
public final class RegistryRejectedException extends InvalidConfigurationException {
    private static final long serialVersionUID = 1L;

    /** Status of a schema that is not compatible with an earlier version. */
    public static final int CONFLICT = 409;

    /** Error code of a subject that does not exist. */
    public static final int SUBJECT_NOT_FOUND = 40401;

    /** Error code of a version that does not exist. */
    public static final int VERSION_NOT_FOUND = 40402;

    /** Error code of a schema or an id that does not exist. */
    public static final int SCHEMA_NOT_FOUND = 40403;

    /** Error code of a subject without a compatibility level of its own. */
    public static final int SUBJECT_LEVEL_NOT_FOUND = 40408;

    private final int status;
    private final int errorCode;

    /**
     * Tells of a refusal.
     *
     * @param status HTTP status
     * @param errorCode the registry's own five-digit code, or 0 where it gave none
     */
    public RegistryRejectedException(String message, int status, int errorCode) {
        super(message);
        this.status = status;
        this.errorCode = errorCode;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** The registry's own code, or 0 where it gave none: then whatever answered may not be a registry at all. */
    public int errorCode() {
        return errorCode;
    }
}
