package dev.fleethealth.bridge.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.fleethealth.bridge.command.DoctorCommand;
import dev.fleethealth.bridge.security.TokenAlgorithm;
import dev.fleethealth.bridge.security.TokenIssuer;
import dev.fleethealth.service.cli.Program;
import dev.fleethealth.testkit.mqtt.HivemqProcess;
import dev.fleethealth.testkit.net.FreePort;
import dev.fleethealth.testkit.tls.TestAuthority;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The doctor against a real broker with real faults. */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class DoctorIT {
    private final Path folder;
    private final TestAuthority authority = TestAuthority.named("authority");
    private final KeyPair ec = TestAuthority.newKeys();
    private final SecureListeners listeners;
    private final HivemqProcess broker;

    DoctorIT(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.listeners = new SecureListeners(authority, folder);
        this.broker = HivemqProcess.guarded(
                folder.resolve("guarded"),
                listeners.xml(),
                List.of("-Djava.security.properties=" + write("weak.security", "jdk.tls.disabledAlgorithms=NULL\n")),
                List.of(base64(ec), base64(rsaKeys())));
        broker.awaitListening(listeners.good);
        authority.writeCertificate(folder.resolve("ca.pem"));
        TestAuthority.named("other").writeCertificate(folder.resolve("other-ca.pem"));
        TestAuthority.Identity client = authority.issue("device");
        client.writeCertificate(folder.resolve("client.pem"));
        client.writeKey(folder.resolve("client.key"));
        write("token", token("test-project", Instant.now()));
        write("expired-token", token("test-project", Instant.now().minus(Duration.ofHours(2))));
        write("wrong-audience-token", token("other-project", Instant.now()));
    }

    @AfterAll
    void stop() {
        broker.close();
    }

    @Test
    void shouldFindNothingAgainstAGoodBrokerWithAGoodToken() throws IOException {
        // When
        Visit visit = visit(
                listeners.good,
                "ca.pem",
                "--user",
                "es256",
                "--token-file",
                folder + "/token",
                "--audience",
                "test-project");

        // Then
        assertThat(visit.failures()).isEmpty();
        assertThat(visit.outcome("certificate")).isEqualTo("warning"); // it holds for a day
        assertThat(visit.outcome("connect-mqtt311")).isEqualTo("ok");
        assertThat(visit.outcome("connect-mqtt5")).isEqualTo("ok");
        assertThat(visit.outcome("subscribe")).isEqualTo("ok");
        assertThat(visit.outcome("ping")).isEqualTo("ok");
        assertThat(visit.outcome("stay")).isEqualTo("ok");
        assertThat(visit.outcome("token-signature")).isEqualTo("ok");
    }

    @Test
    void shouldNameTheFaultOfEachBadListener() throws IOException {
        assertThat(visit(listeners.good, "other-ca.pem").failures()).containsExactly("certificate-trust");
        assertThat(visit(listeners.expired, "ca.pem").failures()).containsExactly("certificate");
        assertThat(visit(listeners.wrongName, "ca.pem").failures()).containsExactly("certificate-name");
        assertThat(visit(listeners.selfSigned, "ca.pem").failures()).containsExactly("certificate-trust");
        assertThat(visit(listeners.oldTls, "ca.pem").found("tls-version")).isEqualTo("the broker takes only TLS 1.1");
        assertThat(visit(listeners.webSocket, "ca.pem").failures()).containsExactly("tls-version");
        assertThat(visit(FreePort.find(), "ca.pem").failures()).containsExactly("tcp");
    }

    @Test
    void shouldSayThatTheBrokerAsksForACertificate() throws IOException {
        // When
        Visit without = visit(listeners.mutual, "ca.pem");
        Visit with =
                visit(listeners.mutual, "ca.pem", "--cert", folder + "/client.pem", "--key", folder + "/client.key");

        // Then
        assertThat(without.outcome("client-certificate")).isEqualTo("warning");
        assertThat(without.failures()).contains("connect-mqtt311", "connect-mqtt5");
        assertThat(with.outcome("client-certificate")).isEqualTo("ok");
        assertThat(with.failures()).isEmpty();
    }

    @Test
    void shouldExplainATokenBeforeTheBrokerRefusesIt() throws IOException {
        // When
        Visit expired = visit(listeners.good, "ca.pem", "--user", "es256", "--token-file", folder + "/expired-token");
        Visit audience = visit(
                listeners.good,
                "ca.pem",
                "--user",
                "es256",
                "--token-file",
                folder + "/wrong-audience-token",
                "--audience",
                "test-project");

        // Then
        assertThat(expired.found("token-times")).contains("it expired at");
        assertThat(expired.found("connect-mqtt311")).isEqualTo("CONNACK 5 (not authorized)");
        assertThat(expired.found("connect-mqtt5")).isEqualTo("CONNACK 0x87 (not authorized)");
        assertThat(audience.found("token-audience")).contains("expected \"test-project\"");
        assertThat(audience.exitCode).isEqualTo(1);
    }

    private Visit visit(int port, String authorities, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--host",
                "localhost",
                "--port",
                Integer.toString(port),
                "--ca",
                folder.resolve(authorities).toString(),
                "--client-id",
                "doctor-visit",
                "--watch",
                "1s",
                "--timeout",
                "3s",
                "--json"));
        arguments.addAll(List.of(more));
        StringWriter out = new StringWriter();
        CommandLine command = Program.commandLine(new DoctorCommand()).setOut(new PrintWriter(out));
        int exitCode = command.execute(arguments.toArray(String[]::new));
        return new Visit(exitCode, new ObjectMapper().readTree(out.toString()).path("findings"));
    }

    /** What the doctor said. */
    private record Visit(int exitCode, JsonNode findings) {
        List<String> failures() {
            return findings.valueStream()
                    .filter(finding -> finding.path("outcome").asText().equals("failed"))
                    .map(finding -> finding.path("check").asText())
                    .toList();
        }

        String outcome(String check) {
            return of(check).path("outcome").asText();
        }

        String found(String check) {
            return of(check).path("found").asText();
        }

        private JsonNode of(String check) {
            return findings.valueStream()
                    .filter(finding -> finding.path("check").asText().equals(check))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no " + check + " in " + findings));
        }
    }

    private String token(String audience, Instant issued) {
        JsonNode tenant = new ObjectMapper().createObjectNode().put("name", "plant");
        Map<String, JsonNode> claims = Map.of("aud", new TextNode(audience), "tenant", tenant);
        return new TokenIssuer(TokenAlgorithm.ECDSA, ec.getPrivate(), Optional.empty(), claims, Duration.ofHours(1))
                .issue(issued)
                .text();
    }

    private Path write(String file, String content) throws IOException {
        return Files.writeString(folder.resolve(file), content);
    }

    private static String base64(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    private static KeyPair rsaKeys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }
}
