package dev.fleethealth.streams.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.policy.IgnoreList.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgnoreListTest {
    private static final IgnoreList LIST = new IgnoreList(
            List.of(NamePattern.of("lb-*")),
            List.of(AddressBlock.of("10.9.0.0/16")),
            List.of(NamePattern.of("haproxy")),
            true);

    @ParameterizedTest
    @CsvSource({
        "CONNECTED, lb-1, 10.1.1.1, meter, CLIENT_ID",
        "CONNECTED, d1, 10.9.1.1, meter, ADDRESS",
        "CONNECT_FAILED, d1, 10.1.1.1, haproxy, USERNAME",
        "DISCONNECTED, , 10.1.1.1, , NO_CLIENT_ID",
        "CONNECT_FAILED, '', , , NO_CLIENT_ID",
        "CONNECTED, d1, 10.1.1.1, meter, ",
        "CONNECTED, d1, , , ",
        "BROKER_STOPPING, , , , "
    })
    void shouldSayWhyAnEventIsIgnored(
            EventType type,
            @Nullable String clientId,
            @Nullable String address,
            @Nullable String username,
            @Nullable Reason reason) {
        assertThat(LIST.reasonFor(event(type, clientId, address, username)).orElse(null))
                .isEqualTo(reason);
        assertThat(IgnoreList.NOTHING.reasonFor(event(type, clientId, address, username)))
                .isEmpty();
    }

    private static ConnectionEvent event(
            EventType type, @Nullable String clientId, @Nullable String address, @Nullable String username) {
        return ConnectionEvent.newBuilder()
                .setEventId("1")
                .setType(type)
                .setSource("emqx")
                .setFleet("fleet")
                .setClientId(clientId)
                .setPeerAddress(address)
                .setUsername(username)
                .setOccurredAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .build();
    }
}
