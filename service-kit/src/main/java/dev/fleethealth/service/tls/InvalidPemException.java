package dev.fleethealth.service.tls;

/** PEM text that is not what was expected; the message says why, without any of the text. */
public final class InvalidPemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidPemException(String why) {
        super(why);
    }

    public InvalidPemException(String why, Exception cause) {
        super(why, cause);
    }
}
