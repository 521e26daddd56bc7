package dev.fleethealth.benchmarks.measure;

import dev.fleethealth.benchmarks.kafka.ApplicationRun;
import dev.fleethealth.benchmarks.kafka.EventTopic;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.streams.config.Guarantee;
import dev.fleethealth.streams.topology.StateStoreKind;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** The {@link Product} as it works off all records. */
public final class Detection implements Lane {
    private final EventTopic topic;
    private final StateStoreKind store;
    private final Guarantee guarantee;
    private final Path directory;
    private @Nullable Volumes volumes;

    /** @param directory for its configuration and state */
    public Detection(EventTopic topic, StateStoreKind store, Guarantee guarantee, Path directory) {
        this.topic = topic;
        this.store = store;
        this.guarantee = guarantee;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "Fleet Health, state in " + (store == StateStoreKind.ROCKSDB ? "RocksDB" : "memory")
                + (guarantee == Guarantee.AT_LEAST_ONCE ? ", at least once" : "");
    }

    @Override
    public Measurement run() throws Exception {
        Meter meter = new Meter(topic.records());
        try (ApplicationRun application = ApplicationRun.on(topic, directory)) {
            Traffic traffic = run(application, meter);
            String changelog = application.id() + "-devices-changelog";
            volumes = new Volumes(
                    traffic, Changelog.read(topic.bootstrapServers(), changelog), application.bytesOnDisk());
        }
        return meter.await();
    }

    /** What the last run wrote. */
    public Optional<Volumes> volumes() {
        return Optional.ofNullable(volumes);
    }

    /** Works off all records and stops, without measuring it. */
    static void workOff(EventTopic topic, ApplicationRun application, StateStoreKind store) throws Exception {
        new Detection(topic, store, Guarantee.EXACTLY_ONCE, application.directory())
                .run(application, new Meter(topic.records()));
    }

    private Traffic run(ApplicationRun application, Meter meter) throws Exception {
        try (Product product =
                Product.start(application, store, guarantee, serde -> metered(serde, meter), meter::fail)) {
            meter.await();
            return Traffic.ofThisJvm(EventTopic.NAME, application.id() + "-fleet-signals-repartition");
        }
    }

    /** Kafka Streams decodes a record when its turn comes, on the stream thread. */
    private static Serde<ConnectionEvent> metered(Serde<ConnectionEvent> serde, Meter meter) {
        Deserializer<ConnectionEvent> deserializer = serde.deserializer();
        return Serdes.serdeFrom(serde.serializer(), (any, bytes) -> {
            meter.count();
            return deserializer.deserialize(any, bytes);
        });
    }
}
