package dev.fleethealth.bridge.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.bridge.pipeline.Route;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesTest {
    private final Routes routes = new Routes()
            .add("$share/bridges/$events/hivemq/#", route("hivemq"))
            .add("$share/bridges/$events/+", route("tdmq"))
            .add("$SYS/brokers/+/clients/#", route("emqx"));

    @ParameterizedTest
    @CsvSource({
        "$events/hivemq/client_connected, hivemq",
        "$events/client_connected, tdmq",
        "$SYS/brokers/emqx@10.0.0.1/clients/d1/connected, emqx",
        "$share/bridges/$events/client_connected,",
        "events/hivemq/client_connected,",
    })
    void shouldFollowTheFilterBehindASharedSubscription(String topic, @Nullable String dialect) {
        assertThat(routes.of(topic).map(Route::dialectId)).isEqualTo(Optional.ofNullable(dialect));
    }

    private static Route route(String dialect) {
        return new Route(
                "plant",
                dialect,
                DialectRegistry.load().create(dialect, new DialectOptions(Optional.empty())),
                new EventFinisher(EventOrigin.of(dialect)),
                "bridge-0");
    }
}
