package dev.fleethealth.bridge.pipeline;

/** A record that will never be taken, however long one waits: it is the record's own fault. */
public final class RejectedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RejectedRecordException(Throwable cause) {
        super(cause.getClass().getSimpleName(), cause);
    }
}
