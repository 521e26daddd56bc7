package dev.fleethealth.demo.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.embedded.EmbeddedHiveMQ;
import dev.fleethealth.demo.mqtt.EventLoop;
import dev.fleethealth.demo.mqtt.Link;
import dev.fleethealth.demo.mqtt.LinkListener;
import dev.fleethealth.demo.mqtt.Login;
import dev.fleethealth.demo.mqtt.MqttVersion;
import dev.fleethealth.demo.mqtt.Route;
import dev.fleethealth.demo.token.Es256;
import dev.fleethealth.demo.token.TokenIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerIT {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final KeyPair keys = Es256.newKeyPair();
    private final TokenIssuer issuer = new TokenIssuer(keys.getPrivate(), Clock.systemUTC());
    private final EventLoop loop = new EventLoop();

    private int port;
    private EmbeddedHiveMQ broker;

    @BeforeAll
    void startBroker(@TempDir Path home) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        broker = BrokerMain.start(port, home, Es256.toText(keys.getPublic()));
    }

    @AfterAll
    void stopBroker() throws Exception {
        loop.close();
        broker.close();
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void shouldLetClientInWhenTokenIsValid(MqttVersion version) {
        // Given
        String clientId = "valid@@@" + version;

        // When
        List<String> seen = open(new Login(version, clientId, LONG, issuer.issue(clientId, LONG)));

        // Then
        await().atMost(LIMIT).until(() -> !seen.isEmpty());
        assertThat(seen).containsExactly("up");
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void shouldRefuseClientWhenTokenIsAnothers(MqttVersion version) {
        // When
        List<String> seen = open(new Login(version, "thief@@@" + version, LONG, issuer.issue("owner", LONG)));

        // Then
        await().atMost(LIMIT).until(() -> !seen.isEmpty());
        assertThat(seen).containsExactly("down");
    }

    @Test
    void shouldEndConnectionWhenTokenExpires() {
        // When
        List<String> seen = open(new Login(MqttVersion.V5, "expiring", LONG, issuer.issue("expiring", SHORT)));

        // Then
        await().atMost(LIMIT).until(() -> seen.size() == 2);
        assertThat(seen).containsExactly("up", "down");
    }

    @Test
    void shouldKeepConnectionWhenNewerTokenLastsLonger() {
        // Given
        List<String> first = open(new Login(MqttVersion.V5, "renewed", LONG, issuer.issue("renewed", SHORT)));
        await().atMost(LIMIT).until(() -> first.contains("up"));

        // When
        List<String> second = open(new Login(MqttVersion.V5, "renewed", LONG, issuer.issue("renewed", LONG)));

        // Then
        await().atMost(LIMIT).until(() -> first.contains("down"));
        await().during(SHORT.plusSeconds(1)).atMost(LIMIT).until(() -> second.equals(List.of("up")));
    }

    @Test
    void shouldEndConnectionWhenClientFallsSilent() {
        // When
        List<String> seen =
                open(new Login(MqttVersion.V3_1_1, "silent", Duration.ofSeconds(1), issuer.issue("silent", LONG)));

        // Then
        await().atMost(LIMIT).until(() -> seen.size() == 2);
        assertThat(seen).containsExactly("up", "down");
    }

    /** What becomes of the link: grows while the test runs. */
    private List<String> open(Login login) {
        List<String> seen = new CopyOnWriteArrayList<>();
        loop.execute(() -> Link.open(loop, Route.toPort(port), login, new Recorder(seen)));
        return seen;
    }

    private record Recorder(List<String> seen) implements LinkListener {
        @Override
        public void up() {
            seen.add("up");
        }

        @Override
        public void down() {
            seen.add("down");
        }
    }
}
