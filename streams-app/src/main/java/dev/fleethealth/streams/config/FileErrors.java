package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.ConfigurationException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Puts the file's name before errors that are found after it was read. */
public final class FileErrors {
    private FileErrors() {}

    /** @throws ConfigurationException that of the work, with the file's name */
    public static <T> T in(Path file, Supplier<T> work) {
        try {
            return work.get();
        } catch (ConfigurationException e) {
            throw new ConfigurationException(file + ": " + e.getMessage());
        }
    }
}
