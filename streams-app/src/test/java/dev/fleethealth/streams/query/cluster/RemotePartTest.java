package dev.fleethealth.streams.query.cluster;

import static dev.fleethealth.streams.query.DeviceStory.DEVICE;
import static dev.fleethealth.streams.query.DeviceStory.FLEET;
import static dev.fleethealth.streams.query.DeviceStory.at;
import static dev.fleethealth.streams.query.DeviceStory.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.query.AlertQuery;
import dev.fleethealth.streams.query.DeviceQuery;
import dev.fleethealth.streams.query.FleetQuery;
import dev.fleethealth.streams.query.TimeSpan;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemotePartTest {
    private final QueryBench bench = QueryBench.of(2);
    private final LocalPart local = bench.part();
    private final PartServer server = PartServer.start(new PartJson(local), "secret");
    private final RemotePart remote =
            new RemotePart(HttpClient.newHttpClient(), server.address(), Optional.of("secret"));

    @AfterEach
    void close() {
        server.close();
        bench.close();
    }

    @Test
    void shouldAnswerAsThePartItselfWould() {
        // Given
        bench.take(
                0,
                story().connected(0, "c\u0000\u001f0")
                        .disconnected(5, "c\u0000\u001f0", Category.KEEPALIVE_TIMEOUT)
                        .connected(7, "c1")
                        .events());
        bench.takeAlerts(1, SampleAlerts.open(FLEET, Severity.CRITICAL, at(9))).wait(Duration.ofSeconds(2));
        FleetQuery fleets = new FleetQuery(Optional.of("f*a"), Optional.empty(), 10);
        TimeSpan span = new TimeSpan(at(0), at(120));
        DeviceQuery devices = new DeviceQuery(
                FLEET,
                Optional.of(true),
                Optional.of(Category.KEEPALIVE_TIMEOUT),
                Optional.empty(),
                Optional.empty(),
                5);
        AlertQuery alerts = new AlertQuery(
                Optional.of(true),
                Optional.of(FLEET),
                Optional.empty(),
                Optional.empty(),
                Optional.of(Severity.CRITICAL),
                Optional.of(span),
                Optional.empty(),
                5);
        // Then
        assertThat(remote.fleets(fleets, at(60))).isEqualTo(local.fleets(fleets, at(60)));
        assertThat(remote.fleet(FLEET, at(60))).isEqualTo(local.fleet(FLEET, at(60)));
        assertThat(remote.fleet("no", at(60))).isEqualTo(local.fleet("no", at(60)));
        assertThat(remote.openAlerts()).isEqualTo(local.openAlerts());
        assertThat(remote.openAlerts().value()).hasSize(1);
        assertThat(remote.activity(FLEET, span, Duration.ofMinutes(1)))
                .isEqualTo(local.activity(FLEET, span, Duration.ofMinutes(1)));
        assertThat(remote.devices(devices)).isEqualTo(local.devices(devices));
        assertThat(remote.devices(devices).value().items()).hasSize(1);
        assertThat(remote.fleetsWith(DEVICE)).isEqualTo(local.fleetsWith(DEVICE));
        assertThat(remote.alerts(alerts)).isEqualTo(local.alerts(alerts));
        assertThat(remote.device(FLEET, "no", 0).value()).isEmpty();
        StoredDevice there = remote.device(FLEET, DEVICE, 0).value().orElseThrow();
        StoredDevice here = local.device(FLEET, DEVICE, 0).value().orElseThrow();
        assertThat(there.device()).isEqualTo(here.device());
        assertThat(there.events()).usingRecursiveComparison().isEqualTo(here.events());
        assertThat(there.events()).hasSize(3);
    }

    @Test
    void shouldBeUnavailableWhenTheOtherDoesNotAnswer() {
        // Given
        server.close();
        // Then
        assertThatThrownBy(remote::openAlerts)
                .isInstanceOf(PartUnavailableException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void shouldPassOnThatTheOthersPartitionsMove() {
        // Given
        Part moving = new LocalPart(new MovingStores(), null);
        try (PartServer other = PartServer.start(new PartJson(moving), "secret")) {
            RemotePart asked = new RemotePart(HttpClient.newHttpClient(), other.address(), Optional.of("secret"));
            // Then
            assertThatThrownBy(asked::openAlerts)
                    .isInstanceOf(PartUnavailableException.class)
                    .hasMessage("moving")
                    .extracting(failure -> ((PartUnavailableException) failure).retryAfter())
                    .isEqualTo(Duration.ofSeconds(7));
        }
    }

    @Test
    void shouldBeRefusedWithoutTheToken() {
        // Given
        RemotePart stranger = new RemotePart(HttpClient.newHttpClient(), server.address(), Optional.empty());
        // Then
        assertThatThrownBy(stranger::openAlerts)
                .isInstanceOf(PartUnavailableException.class)
                .hasMessageContaining("answers 401");
    }

    @Test
    void shouldRefuseWhatIsNoQuestion() {
        PartJson json = new PartJson(local);
        assertThat(json.answer("no", new byte[0]).status()).isEqualTo(404);
        assertThat(json.answer("device", "{\"fleet\": \"a\"}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
        assertThat(json.answer("device", "nonsense".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(400);
    }
}
