package dev.fleethealth.bridge.mapped;

import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.service.config.ConfigurationTree;
import java.nio.file.Path;

/** A dialect of a file; its messages do not differ by version. */
record MappedDialectFactory(String id, Dialect dialect) implements DialectFactory {

    /** @throws ConfigurationException for whatever is wrong, in one line that begins with the file's name */
    static MappedDialectFactory read(Path file) {
        MappingSettings settings = ConfigurationFile.read(file, MappingSettings.class);
        try {
            return of(settings);
        } catch (ConfigurationException e) {
            throw e.in(file);
        }
    }

    /** @throws ConfigurationException when there is no such field of an event, or a reason stands there twice */
    static MappedDialectFactory of(MappingSettings settings) {
        settings.fields().keySet().forEach(key -> ConfigurationTree.requireKnown(key, Field.keys(), "fields"));
        return new MappedDialectFactory(settings.id(), new MappedDialect(settings));
    }

    @Override
    public Dialect create(DialectOptions options) {
        return dialect; // it has no state
    }
}
