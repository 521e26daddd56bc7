package dev.fleethealth.streams.detector;

/**
 * Makes a detector from its settings; registered with {@code @AutoService(DetectorFactory.class)}.
 *
 * @param <S> settings: a record that validates itself and throws {@link IllegalArgumentException} naming the component
 *     and what was expected
 */
public interface DetectorFactory<S extends Record> {

    /** Same as {@link Detector#id()}. */
    String id();

    /** The settings of detection.md; configuration is merged over them. */
    S defaults();

    Detector create(S settings);
}
