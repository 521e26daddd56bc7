package dev.fleethealth.demo.token;

/** A token that must not let its bearer in; the message says why, without the token. */
public final class InvalidTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidTokenException(String why) {
        super(why);
    }

    public InvalidTokenException(String why, Exception cause) {
        super(why, cause);
    }
}
