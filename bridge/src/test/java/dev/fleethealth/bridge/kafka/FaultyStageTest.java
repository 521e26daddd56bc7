package dev.fleethealth.bridge.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.fleethealth.bridge.config.TopicSettings;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.bridge.pipeline.InFlight;
import dev.fleethealth.bridge.pipeline.MessagePipeline;
import dev.fleethealth.bridge.pipeline.Route;
import dev.fleethealth.bridge.pipeline.StallWatch;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.service.config.KafkaProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** A stage that throws for one message in a hundred: the others are delivered, and none stops the flow. */
@Timeout(60)
class FaultyStageTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final int COUNT = 10_000;
    private static final String BAD = "bad";
    private static final String PIPELINE = MessagePipeline.class.getPackageName();

    private final AtomicInteger acknowledged = new AtomicInteger();

    /** It would tell of each with a stack trace, which is right, and is not looked at here. */
    @BeforeAll
    static void silence() {
        ((Logger) LoggerFactory.getLogger(PIPELINE)).setLevel(Level.OFF);
    }

    @AfterAll
    static void speakAgain() {
        ((Logger) LoggerFactory.getLogger(PIPELINE)).setLevel(null);
    }

    @ParameterizedTest
    @EnumSource
    void shouldDeliverAllOthersAndSayWhyWhenAStageThrows(Stage stage) throws InterruptedException {
        // Given
        RefusingProducer producer = new RefusingProducer(stage);
        KafkaProperties serializer = KafkaProperties.of(Map.of("value.serializer", FailingSerializer.class.getName()));
        KafkaEventSink sink = new KafkaEventSink(
                producer, EventSerializer.of(serializer), new TopicSettings("events", "dead", 1), failure -> {});
        MessagePipeline pipeline = new MessagePipeline(
                sink,
                new InFlight(COUNT),
                new StallWatch(InstantSource.fixed(NOW)),
                new BridgeMetrics(new SimpleMeterRegistry()));

        // When
        for (int number = 0; number < COUNT; number++) {
            byte[] name = name(number).getBytes(StandardCharsets.UTF_8);
            pipeline.accept(route(stage), new BrokerMessage("t", name, NOW), acknowledged::incrementAndGet);
        }

        // Then
        await().untilAsserted(() -> assertThat(acknowledged).hasValue(COUNT));
        assertThat(producer.written("events"))
                .extracting(written -> text(written.value()))
                .containsExactlyElementsOf(IntStream.range(0, COUNT)
                        .mapToObj(FaultyStageTest::name)
                        .filter(name -> !name.startsWith(BAD))
                        .toList());
        List<ProducerRecord<byte[], byte[]>> dead = producer.written("dead");
        assertThat(dead).hasSize(COUNT / 100);
        assertThat(dead).extracting(letter -> text(letter.value())).allMatch(payload -> payload.startsWith(BAD));
        assertThat(dead)
                .extracting(letter -> text(letter.headers().lastHeader("why").value()))
                .containsOnly(stage.why);
        sink.close(Duration.ZERO);
    }

    private static String name(int number) {
        return (number % 100 == 42 ? BAD : "device") + '-' + number;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Route route(Stage stage) {
        return new Route("plant", "emqx", message -> decode(stage, message), finisher(), "");
    }

    private static EventFinisher finisher() {
        return new EventFinisher(EventOrigin.of("emqx"));
    }

    private static Decoding decode(Stage stage, BrokerMessage message) {
        String name = text(message.payload());
        boolean bad = name.startsWith(BAD);
        if (bad && stage == Stage.DIALECT) {
            throw new IndexOutOfBoundsException(name);
        }
        ConnectionEvent.Builder draft = ConnectionEvent.newBuilder();
        if (!bad || stage != Stage.FINISHER) {
            draft.setType(EventType.CONNECTED); // an event can't be finished without
        }
        String clientId = bad && stage == Stage.SERIALIZER ? FailingSerializer.REFUSED : name;
        return new Decoding.Events(List.of(draft.setClientId(clientId)));
    }

    enum Stage {
        DIALECT("the dialect failed: java.lang.IndexOutOfBoundsException"),
        FINISHER("the dialect failed: java.lang.NullPointerException"),
        SERIALIZER("its event was rejected: SerializationException"),
        KAFKA("its event was rejected: RecordTooLargeException");

        private final String why;

        Stage(String why) {
            this.why = why;
        }
    }

    /** Writes nothing but the client id. */
    public static final class FailingSerializer implements Serializer<ConnectionEvent> {
        static final String REFUSED = "refused";

        @Override
        public byte[] serialize(String topic, ConnectionEvent event) {
            if (REFUSED.equals(event.getClientId())) {
                throw new SerializationException("no such event");
            }
            return String.valueOf(event.getClientId()).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final class RefusingProducer extends MockProducer<byte[], byte[]> {
        private final boolean refuses;

        RefusingProducer(Stage stage) {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
            refuses = stage == Stage.KAFKA;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message, Callback callback) {
            boolean bad = text(message.value()).startsWith(BAD);
            if (refuses && bad && message.topic().equals("events")) {
                callback.onCompletion(null, new RecordTooLargeException());
                return CompletableFuture.failedFuture(new RecordTooLargeException());
            }
            return super.send(message, callback);
        }

        List<ProducerRecord<byte[], byte[]>> written(String topic) {
            return history().stream()
                    .filter(written -> written.topic().equals(topic))
                    .toList();
        }
    }
}
