package dev.fleethealth.bridge.mapped;

import com.google.auto.service.AutoService;
import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectFamily;
import dev.fleethealth.service.config.ConfigurationFile;
import java.util.List;

/** The mapped dialects that come with the bridge, {@code /dialects/<id>/mapping.yaml}. */
@AutoService(DialectFamily.class)
public final class ShippedDialects implements DialectFamily {
    private static final List<String> IDS = List.of("azure-event-grid", "nanomq", "vernemq");

    @Override
    public List<DialectFactory> factories() {
        return IDS.stream()
                .map(id -> "/dialects/" + id + "/mapping.yaml")
                .map(resource -> ConfigurationFile.readResource(resource, MappingSettings.class))
                .<DialectFactory>map(MappedDialectFactory::of)
                .toList();
    }
}
