package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.ConfigurationException;
import dev.fleethealth.service.config.ConfigurationFile;
import dev.fleethealth.service.config.ConfigurationTree;
import dev.fleethealth.service.config.EffectiveConfiguration;
import dev.fleethealth.streams.topology.DetectionSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The configuration file, checked, and what was made of it.
 *
 * @param settings with all defaults filled in, those of the detectors, too
 * @param detection what the topology is built with
 */
public record ProgramConfiguration(StreamsConfiguration settings, DetectionSettings detection) {

    /**
     * Reads the file; without one, all defaults hold.
     *
     * @throws ConfigurationException for whatever is wrong, in one line that names the file and the key
     */
    public static ProgramConfiguration load(Optional<Path> file) {
        return file.map(path -> {
                    StreamsConfiguration settings = ConfigurationFile.read(path, StreamsConfiguration.class);
                    return FileErrors.in(path, () -> of(settings));
                })
                .orElseGet(() -> of(ConfigurationTree.defaults(StreamsConfiguration.class)));
    }

    /**
     * Reads a file that must say where Kafka is.
     *
     * @throws ConfigurationException for whatever is wrong, in one line that names the file and the key
     */
    public static ProgramConfiguration loadForKafka(Path file) {
        ProgramConfiguration configuration = load(Optional.of(file));
        return FileErrors.in(file, () -> {
            if (!configuration.settings.kafka().values().containsKey("bootstrap.servers")) {
                throw new ConfigurationException("kafka.bootstrap.servers: required, expected host:port[,host:port…]");
            }
            return configuration;
        });
    }

    private static ProgramConfiguration of(StreamsConfiguration settings) {
        PolicyAssembly policy = PolicyAssembly.of(settings);
        return new ProgramConfiguration(
                settings.with(policy.shownDetectors(), policy.shownFleets()),
                new DetectionAssembly(settings).with(policy.create()));
    }

    /** The file as it would be with all defaults written out, secrets masked. */
    public String print() {
        return EffectiveConfiguration.print(settings);
    }
}
