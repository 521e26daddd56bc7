package dev.fleethealth.hivemq;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * HiveMQ CE in this JVM with the extension as users get it: unpacked from the zip into the extensions folder. Its
 * authenticator refuses the user {@code refused}, and tells when the token of everybody else expires.
 */
final class TestBroker implements AutoCloseable {
    static final long TOKEN_EXPIRY = 1_900_000_000_000L;

    private final Path home;
    private final int port;
    private EmbeddedHiveMQ broker;

    TestBroker(Path home) throws IOException {
        this.home = home;
        this.port = freePort();
        for (String folder : new String[] {"conf", "data", "extensions"}) {
            Files.createDirectories(home.resolve(folder));
        }
        Files.writeString(home.resolve("conf/config.xml"), """
                <hivemq>
                  <listeners><tcp-listener><port>%d</port><bind-address>127.0.0.1</bind-address><name>plain</name></tcp-listener></listeners>
                  <anonymous-usage-statistics><enabled>false</enabled></anonymous-usage-statistics>
                </hivemq>
                """.formatted(port));
        unpack(Path.of(System.getProperty("extension.zip")), home.resolve("extensions"));
        broker = start();
    }

    int port() {
        return port;
    }

    void restart() {
        close();
        broker = start();
    }

    @Override
    public void close() {
        broker.stop().join();
    }

    private EmbeddedHiveMQ start() {
        EmbeddedHiveMQ hivemq = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(home.resolve("conf"))
                .withDataFolder(home.resolve("data"))
                .withExtensionsFolder(home.resolve("extensions"))
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("test-authenticator")
                        .withName("Test authenticator")
                        .withVersion("1")
                        .withExtensionMain(new AuthenticatorExtension())
                        .build())
                .build();
        hivemq.start().join();
        return hivemq;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(in, target);
                }
            }
        }
    }

    private static final class AuthenticatorExtension implements ExtensionMain {
        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            Services.securityRegistry().setAuthenticatorProvider(provider -> (SimpleAuthenticator) this::authenticate);
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}

        private void authenticate(SimpleAuthInput input, SimpleAuthOutput output) {
            if (input.getConnectPacket().getUserName().filter("refused"::equals).isPresent()) {
                output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED, "not on the list");
                return;
            }
            input.getConnectionInformation()
                    .getConnectionAttributeStore()
                    .putAsString("fleethealth.credential-expires-at", Long.toString(TOKEN_EXPIRY));
            output.authenticateSuccessfully();
        }
    }
}
