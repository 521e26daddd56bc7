package dev.fleethealth.service.config;

import java.nio.file.Path;

/** The configuration is wrong. The message is one line: where (file, key), what was expected, what was there. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message.replaceAll("\\s*\\R\\s*", " "));
    }

    /** The same fault with the name of the file before it, for what turns out after the file was read. */
    public ConfigurationException in(Path file) {
        return new ConfigurationException(file + ": " + getMessage());
    }

    static ConfigurationException at(String path, String problem) {
        return new ConfigurationException(path.isEmpty() ? problem : path + ": " + problem);
    }
}
