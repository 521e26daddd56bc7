package dev.fleethealth.bridge.dialect;

/** Makes a dialect; registered with {@code @AutoService(DialectFactory.class)}, so adding one touches no other file. */
public interface DialectFactory {

    /** The id by which configuration and the command line name the dialect, and the event's {@code source}. */
    String id();

    /** @throws IllegalArgumentException if the broker's version is none that this dialect knows how to read */
    Dialect create(DialectOptions options);
}
