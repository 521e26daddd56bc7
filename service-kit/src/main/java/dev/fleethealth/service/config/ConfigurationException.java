package dev.fleethealth.service.config;

/** The configuration is wrong. The message is one line: where (file, key), what was expected, what was there. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message.replaceAll("\\s*\\R\\s*", " "));
    }

    static ConfigurationException at(String path, String problem) {
        return new ConfigurationException(path.isEmpty() ? problem : path + ": " + problem);
    }
}
