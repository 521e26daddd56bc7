package dev.fleethealth.streams.query.cluster;

import dev.fleethealth.schemas.ConnectionEventKey;
import dev.fleethealth.streams.query.state.StoreNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** Where things are, as Kafka Streams tells its instances. */
public final class KafkaRouting implements Routing {
    private final Supplier<Optional<KafkaStreams>> streams;
    private final HostInfo self;
    private final Part local;
    private final Function<HostInfo, Part> remote;
    private final Map<HostInfo, Part> others = new ConcurrentHashMap<>();

    /**
     * For one instance.
     *
     * @param streams empty until it is started
     * @param self what it has told the others as {@code application.server}
     * @param remote asks another one
     */
    public KafkaRouting(
            Supplier<Optional<KafkaStreams>> streams, HostInfo self, Part local, Function<HostInfo, Part> remote) {
        this.streams = streams;
        this.self = self;
        this.local = local;
        this.remote = remote;
    }

    @Override
    public List<Part> parts() {
        return KafkaStores.running(streams).metadataForAllStreamsClients().stream()
                .filter(instance -> !instance.topicPartitions().isEmpty())
                .map(StreamsMetadata::hostInfo)
                .distinct()
                .map(this::partAt)
                .toList();
    }

    /** The bridge, as any producer that is not told otherwise, chooses the partition by the key alone. */
    @Override
    public Place placeOf(String fleet, String id) {
        KeyQueryMetadata place = KafkaStores.running(streams)
                .queryMetadataForKey(StoreNames.DEVICES, ConnectionEventKey.of(fleet, id), new StringSerializer());
        if (place == null || place.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw PartUnavailableException.moving();
        }
        return new Place(partAt(place.activeHost()), place.partition());
    }

    private Part partAt(HostInfo host) {
        return host.equals(self) ? local : others.computeIfAbsent(host, remote);
    }
}
