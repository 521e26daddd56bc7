package dev.fleethealth.bridge.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.bridge.dialect.Samples;
import dev.fleethealth.bridge.dialect.Samples.Sample;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.json.CanonicalJson;
import dev.fleethealth.schemas.privacy.KeyedHash;
import dev.fleethealth.schemas.privacy.Privacy;
import dev.fleethealth.schemas.privacy.Treatment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrivacyTest {
    private static final Instant TIME = Instant.parse("2026-11-20T06:00:00Z");
    private static final Privacy DROP_ALL = new Privacy(Treatment.DROP, Treatment.DROP, Optional.empty());
    private static final Optional<KeyedHash> KEY = Optional.of(new KeyedHash("a key of operators"));

    @Test
    void shouldChangeNothingWhenAllIsKept() {
        assertThat(Privacy.KEEP_ALL.apply(event())).isEqualTo(event());
    }

    @ParameterizedTest
    @EnumSource(names = {"HASH", "DROP"})
    void shouldLeaveNoAddressAndNoNameAnywhere(Treatment treatment) {
        // When
        ConnectionEvent treated = new Privacy(treatment, treatment, KEY).apply(event());

        // Then
        assertThat(CanonicalJson.write(treated))
                .doesNotContain("10.0.0.7", "5768", "2001:db8::7", "alice", "Alice Doe")
                .contains("10.9.9.9"); // the broker's node
    }

    @Test
    void shouldHashAddressesAloneWhenOnlyTheyAreToBeHashed() {
        // When
        ConnectionEvent treated = new Privacy(Treatment.HASH, Treatment.KEEP, KEY).apply(event());

        // Then
        assertThat(treated.getPeerAddress()).matches("[0-9a-f]{16}");
        assertThat(treated.getPeerPort()).isNull();
        assertThat(treated.getConnectionId()).matches("[0-9a-f]{16}").isNotEqualTo(treated.getPeerAddress());
        assertThat(treated.getUsername()).isEqualTo("alice");
        assertThat(treated.getRawReason()).isEqualTo("read tcp " + treated.getPeerAddress() + ": user alice timed out");
    }

    @Test
    void shouldDropNamesAloneWhenOnlyTheyAreToBeDropped() {
        // When
        ConnectionEvent treated = new Privacy(Treatment.KEEP, Treatment.DROP, Optional.empty()).apply(event());

        // Then
        assertThat(treated.getUsername()).isNull();
        assertThat(treated.getRawReason()).isEqualTo("read tcp 10.0.0.7:5768: user [dropped] timed out");
        assertThat(treated.getAttributes()).containsEntry("tls.common_name", "[dropped]");
        assertThat(treated.getPeerAddress()).isEqualTo("10.0.0.7");
        assertThat(treated.getConnectionId()).isEqualTo("10.0.0.7:5768");
    }

    @Test
    void shouldKeepConnectionIdsThatAreNoAddress() {
        // Given
        ConnectionEvent event = ConnectionEvent.newBuilder(event())
                .setConnectionId("acef393f7dfe4d55-7")
                .build();

        // When // Then
        assertThat(new Privacy(Treatment.DROP, Treatment.DROP, KEY).apply(event).getConnectionId())
                .isEqualTo("acef393f7dfe4d55-7");
    }

    @Test
    void shouldChangeNothingThatIdentifiesTheEventOrTheDevice() {
        // When
        ConnectionEvent treated = new Privacy(Treatment.DROP, Treatment.DROP, KEY).apply(event());

        // Then
        ConnectionEvent expected = event();
        assertThat(treated.getEventId()).isEqualTo(expected.getEventId());
        assertThat(treated.getClientId()).isEqualTo(expected.getClientId());
        assertThat(treated.getFleet()).isEqualTo(expected.getFleet());
        assertThat(treated.getNode()).isEqualTo(expected.getNode());
        assertThat(treated.getCategory()).isEqualTo(expected.getCategory());
        assertThat(treated.getOccurredAt()).isEqualTo(expected.getOccurredAt());
    }

    @Test
    void shouldHashStablyAndOnlyWithTheSameKeyAlike() {
        // Given
        KeyedHash same = new KeyedHash("a key of operators");

        // When // Then
        assertThat(same.of("addresses", "10.0.0.7")).isEqualTo(KEY.get().of("addresses", "10.0.0.7"));
        assertThat(new KeyedHash("another key of them").of("addresses", "10.0.0.7"))
                .isNotEqualTo(same.of("addresses", "10.0.0.7"));
        assertThat(same.of("user names", "10.0.0.7")).isNotEqualTo(same.of("addresses", "10.0.0.7"));
    }

    @Test
    void shouldBeTheHmacThatOthersCanCompute() {
        // printf 'addresses\n10.0.0.7' | openssl dgst -sha256 -hmac 'a key of operators'
        assertThat(KEY.get().of("addresses", "10.0.0.7")).isEqualTo("fd3174d53ab7d931");
    }

    static Stream<Arguments> samples() {
        return Samples.all().stream().flatMap(sample -> Stream.of(Treatment.HASH, Treatment.DROP)
                .map(treatment -> Arguments.of(treatment, sample.dialect(), sample)));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldLeaveNoAddressInTheEventsOfAnyBroker(Treatment treatment, String dialect, Sample sample) {
        // Given
        BrokerMessage message = new BrokerMessage(sample.topic(), sample.payload(), Messages.RECEIVED_AT);
        Privacy privacy = new Privacy(treatment, treatment, KEY);

        // When
        if (Messages.dialect(dialect).decode(message) instanceof Decoding.Events events) {
            ConnectionEvent plain = new EventFinisher(EventOrigin.of(dialect))
                    .finish(message, events)
                    .get(0);
            ConnectionEvent treated = privacy.apply(plain);

            // Then
            assertThat(CanonicalJson.write(
                            ConnectionEvent.newBuilder(treated).setNode(null).build()))
                    .doesNotContain(Objects.requireNonNullElse(plain.getPeerAddress(), "no address"));
            assertThat(treated.getUsername()).isNotIn(plain.getUsername() == null ? "" : plain.getUsername());
            assertThat(treated.getAttributes().values())
                    .allMatch(value -> DROP_ALL.text(value, List.of()).equals(value));
        }
    }

    @Test
    void shouldRefuseToHashWithoutAKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Privacy(Treatment.HASH, Treatment.KEEP, Optional.empty()));
    }

    private static ConnectionEvent event() {
        return ConnectionEvent.newBuilder()
                .setEventId("e1")
                .setType(EventType.DISCONNECTED)
                .setSource("mosquitto")
                .setFleet("plant")
                .setClientId("device-1")
                .setConnectionId("10.0.0.7:5768")
                .setNode("emqx@10.9.9.9")
                .setPeerAddress("10.0.0.7")
                .setPeerPort(5768)
                .setUsername("alice")
                .setCategory(Category.NETWORK_LOST)
                .setRawReason("read tcp 10.0.0.7:5768: user alice timed out")
                .setOccurredAt(TIME)
                .setReceivedAt(TIME)
                .setAttributes(Map.of(
                        "remote", "[2001:db8::7]:5768",
                        "peers", "[\"10.0.0.7\",\"2001:db8::7\"]",
                        "topic", "users/alice/state",
                        "tls.common_name", "Alice Doe"))
                .build();
    }
}
