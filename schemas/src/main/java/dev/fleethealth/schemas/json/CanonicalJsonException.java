package dev.fleethealth.schemas.json;

/** A text is not the canonical JSON of a record, or a record has no canonical JSON; the message names the field. */
public final class CanonicalJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CanonicalJsonException(String message) {
        super(message);
    }

    CanonicalJsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
