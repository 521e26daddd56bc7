package dev.fleethealth.bridge.mapped;

import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.service.config.ConfigurationException;
import java.nio.file.Path;
import java.util.List;

/** All dialects: those on the class path, and those that a user's files add. */
public final class MappedDialects {
    private static final String KEY = "dialect-files";

    private MappedDialects() {}

    /**
     * Reads the files.
     *
     * @throws ConfigurationException when one is wrong, or takes the id of another dialect; the message names the place
     *     in {@code dialect-files}, the file, the key and what was expected
     */
    public static DialectRegistry load(List<Path> files) {
        DialectRegistry dialects = DialectRegistry.load();
        for (int index = 0; index < files.size(); index++) {
            try {
                add(dialects, files.get(index));
            } catch (ConfigurationException e) {
                throw new ConfigurationException("%s[%d]: %s".formatted(KEY, index, e.getMessage()));
            }
        }
        return dialects;
    }

    private static void add(DialectRegistry dialects, Path file) {
        DialectFactory mapped = MappedDialectFactory.read(file);
        if (dialects.ids().contains(mapped.id())) {
            throw new ConfigurationException("id: expected one that no other dialect has, was \"" + mapped.id() + '"')
                    .in(file);
        }
        dialects.add(mapped);
    }
}
