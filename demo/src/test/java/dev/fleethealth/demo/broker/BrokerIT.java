package dev.fleethealth.demo.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.embedded.EmbeddedHiveMQ;
import dev.fleethealth.demo.mqtt.EventLoop;
import dev.fleethealth.demo.mqtt.Link;
import dev.fleethealth.demo.mqtt.LinkListener;
import dev.fleethealth.demo.mqtt.Login;
import dev.fleethealth.demo.mqtt.MqttVersion;
import dev.fleethealth.demo.token.Es256;
import dev.fleethealth.demo.token.TokenIssuer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerIT {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration LIMIT = Duration.ofSeconds(15);

    private final KeyPair keys = Es256.newKeyPair();
    private final TokenIssuer issuer = new TokenIssuer(keys.getPrivate(), Clock.systemUTC());
    private final EventLoop loop = new EventLoop();
    private final List<String> seen = new CopyOnWriteArrayList<>();

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

    @AfterEach
    void forget() {
        seen.clear();
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void shouldLetClientInWhenTokenIsValid(MqttVersion version) {
        // When
        open(new Login(version, "a@@@1", LONG, issuer.issue("a@@@1", LONG)));

        // Then
        await().atMost(LIMIT).until(() -> seen.contains("up"));
        assertThat(seen).containsExactly("up");
    }

    @ParameterizedTest
    @EnumSource(MqttVersion.class)
    void shouldRefuseClientWhenTokenIsAnothers(MqttVersion version) {
        // When
        open(new Login(version, "a@@@2", LONG, issuer.issue("a@@@1", LONG)));

        // Then
        await().atMost(LIMIT).until(() -> !seen.isEmpty());
        assertThat(seen).containsExactly("down");
    }

    @Test
    void shouldEndConnectionWhenTokenExpires() {
        // When
        open(new Login(MqttVersion.V5, "a@@@3", LONG, issuer.issue("a@@@3", Duration.ofSeconds(2))));

        // Then
        await().atMost(LIMIT).until(() -> seen.size() == 2);
        assertThat(seen).containsExactly("up", "down");
    }

    @Test
    void shouldKeepConnectionWhenNewerTokenLastsLonger() {
        // Given
        open(new Login(MqttVersion.V5, "a@@@4", LONG, issuer.issue("a@@@4", Duration.ofSeconds(2))));
        await().atMost(LIMIT).until(() -> seen.contains("up"));

        // When
        open(new Login(MqttVersion.V5, "a@@@4", LONG, issuer.issue("a@@@4", LONG)));

        // Then: the takeover ends the first connection, and nothing ends the second one
        await().atMost(LIMIT).until(() -> seen.size() == 3);
        await().during(Duration.ofSeconds(3)).atMost(LIMIT).until(() -> seen.size() == 3);
    }

    @Test
    void shouldEndConnectionWhenClientFallsSilent() {
        // When
        open(new Login(MqttVersion.V3_1_1, "a@@@5", Duration.ofSeconds(1), issuer.issue("a@@@5", LONG)));

        // Then
        await().atMost(LIMIT).until(() -> seen.size() == 2);
        assertThat(seen).containsExactly("up", "down");
    }

    private void open(Login login) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        loop.execute(() -> Link.open(loop, address, login, new Recorder()));
    }

    private final class Recorder implements LinkListener {
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
