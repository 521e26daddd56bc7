package dev.fleethealth.service.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A configuration with one setting of each kind. */
record ExampleSettings(
        List<Source> sources,
        @Default("30s") Duration timeout,
        @Default("0.5") double ratio,
        @Default("warm") Mood mood,
        @Default("{port: 9401}") Endpoint endpoint,
        Limits limits,
        KafkaProperties kafka) {

    enum Mood {
        WARM,
        ICE_COLD
    }

    record Endpoint(@Default("127.0.0.1") String bindAddress, int port) {}

    record Limits(
            @Default("10") int maxInFlight,
            @Default("1h30m") Duration window) {
        Limits {
            Setting.inRange("max-in-flight", maxInFlight, 1, 100);
            if (window.isZero()) {
                throw new IllegalArgumentException("window and max-in-flight do not fit");
            }
        }
    }

    sealed interface Source {
        @TypeName("mqtt")
        record Mqtt(
                String name,
                URI broker,
                Optional<Secret> password,
                @Default("false") boolean cleanStart) implements Source {}

        @TypeName("file")
        record LogFile(String name) implements Source {}
    }
}
