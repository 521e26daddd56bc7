package dev.fleethealth.bridge.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fleethealth.bridge.config.FileSourceSettings;
import dev.fleethealth.bridge.config.FileSourceSettings.StartAt;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.bridge.metrics.BridgeMetrics;
import dev.fleethealth.bridge.pipeline.DeadLetter;
import dev.fleethealth.bridge.pipeline.EventSink;
import dev.fleethealth.bridge.pipeline.InFlight;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.MessagePipeline;
import dev.fleethealth.bridge.pipeline.Route;
import dev.fleethealth.bridge.pipeline.StallWatch;
import dev.fleethealth.schemas.ConnectionEvent;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileFollowerTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));

    private final LogFolder folder;
    private final List<DeadLetter> dead = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable Throwable> fatal = new AtomicReference<>();
    private boolean acknowledges = true;

    FileFollowerTest(@TempDir Path temporary) {
        this.folder = new LogFolder(temporary);
    }

    @Test
    void shouldWaitForTheFileAndDeadLetterWhatIsTooLong() {
        // Given
        try (FileFollower follower = started(100)) {
            await().until(() -> follower.problem().equals(Optional.of("no such file: [" + folder.log() + "]")));

            // When
            folder.append("x".repeat(300) + "\nshort\n");

            // Then
            await().until(() -> dead.size() == 2);
            assertThat(dead)
                    .extracting(DeadLetter::why)
                    .containsExactly("longer than 256 bytes, cut", "by the dialect");
            assertThat(dead.get(0).message().payload()).hasSize(256);
            assertThat(dead).extracting(DeadLetter::source).containsOnly("broker");
            assertThat(dead)
                    .extracting(DeadLetter::message)
                    .extracting(BrokerMessage::topic)
                    .containsOnly("");
            assertThat(follower.problem()).isEmpty();
        }
        assertThat(fatal.get()).isNull();
    }

    @Test
    void shouldKeepPositionsWhenItIsClosedAlsoWhileItWaits() {
        // Given
        acknowledges = false;
        folder.write(0, 10);
        try (FileFollower follower = started(3)) {
            await().until(() -> dead.size() == 3);
        }

        // When
        acknowledges = true;
        try (FileFollower follower = started(3)) {
            await().until(() -> dead.size() == 13);
        }

        // Then
        long size = folder.log().toFile().length();
        assertThat(PositionFile.at(folder.stateFile()).load().orElseThrow())
                .extracting(Position::offset)
                .containsExactly(size);
        assertThat(fatal.get()).isNull();
    }

    private FileFollower started(int maxInFlight) {
        FileSourceSettings settings = new FileSourceSettings(
                "broker",
                "mosquitto",
                Optional.empty(),
                "default",
                List.of(folder.log()),
                folder.stateFile(),
                StartAt.BEGINNING,
                Duration.ofMillis(10),
                256,
                maxInFlight);
        Route route = new Route(
                "broker",
                "mosquitto",
                message -> new Decoding.Malformed("by the dialect"),
                new EventFinisher(EventOrigin.of("mosquitto")),
                "");
        BridgeMetrics metrics = new BridgeMetrics(new SimpleMeterRegistry());
        MessagePipeline pipeline =
                new MessagePipeline(new DeadLetters(), new InFlight(1_000), new StallWatch(CLOCK), metrics);
        FileFollower follower = new FileFollower(
                settings, route, new Intake(pipeline, CLOCK, metrics, new StallWatch(CLOCK), fatal::set));
        follower.start();
        return follower;
    }

    private final class DeadLetters implements EventSink {
        @Override
        public CompletableFuture<Void> publish(List<ConnectionEvent> events) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CompletableFuture<Void> deadLetter(DeadLetter letter) {
            dead.add(letter);
            return acknowledges ? CompletableFuture.completedFuture(null) : new CompletableFuture<>();
        }
    }
}
