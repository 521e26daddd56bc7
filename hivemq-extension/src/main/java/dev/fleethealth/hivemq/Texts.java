package dev.fleethealth.hivemq;

/** Keeps what clients send from blowing up an event. */
final class Texts {
    /** Longest text other than a client id, in characters; the rest is cut off. */
    static final int MAX_LENGTH = 4096;

    private Texts() {}

    static String bounded(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
