package dev.fleethealth.service.config;

/** A record refused one of its settings; the reader puts the way to the record before the key. */
public final class InvalidSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;

    InvalidSettingException(String key, String expected) {
        super(expected);
        this.key = key;
    }

    String key() {
        return key;
    }
}
