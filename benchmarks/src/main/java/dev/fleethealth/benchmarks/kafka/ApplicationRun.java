package dev.fleethealth.benchmarks.kafka;

import dev.fleethealth.testkit.process.TemporaryDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * A Kafka Streams program's name for one run, so that it starts at the first record without any state. What it has kept
 * on Kafka and on disk is gone when this is closed.
 *
 * @param id the application id
 * @param directory for its configuration and state
 */
public record ApplicationRun(String bootstrapServers, String id, Path directory) implements AutoCloseable {

    public static ApplicationRun on(EventTopic topic, Path directory) {
        return new ApplicationRun(topic.bootstrapServers(), "benchmark-" + UUID.randomUUID(), directory);
    }

    /** Size of what it has kept on disk. */
    public long bytesOnDisk() throws IOException {
        Path state = directory.resolve(id);
        if (!Files.exists(state)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(state)) {
            return files.map(Path::toFile)
                    .filter(File::isFile)
                    .mapToLong(File::length)
                    .sum();
        }
    }

    @Override
    public void close() throws IOException, ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.deleteTopics(admin.listTopics().names().get().stream()
                            .filter(topic -> topic.startsWith(id))
                            .toList())
                    .all()
                    .get();
        }
        new TemporaryDirectory(directory.resolve(id)).close();
    }
}
