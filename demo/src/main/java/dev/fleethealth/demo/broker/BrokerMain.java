package dev.fleethealth.demo.broker;

import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import dev.fleethealth.demo.token.Es256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * HiveMQ CE in a process of its own. Arguments: the port, a home folder with {@code extensions/} in it, and the public
 * key of the token issuer.
 */
public final class BrokerMain {
    private static final String CONFIGURATION = """
            <?xml version="1.0"?>
            <hivemq>
              <listeners>
                <tcp-listener>
                  <port>%d</port>
                  <bind-address>127.0.0.1</bind-address>
                </tcp-listener>
              </listeners>
              <persistence>
                <mode>in-memory</mode>
              </persistence>
              <anonymous-usage-statistics>
                <enabled>false</enabled>
              </anonymous-usage-statistics>
            </hivemq>
            """;

    private BrokerMain() {}

    public static void main(String[] arguments) throws IOException {
        start(Integer.parseInt(arguments[0]), Path.of(arguments[1]), arguments[2]);
    }

    /** Returns once clients can connect. */
    static EmbeddedHiveMQ start(int port, Path home, String publicKey) throws IOException {
        Path configuration = Files.createDirectories(home.resolve("conf"));
        Files.writeString(configuration.resolve("config.xml"), CONFIGURATION.formatted(port));
        EmbeddedHiveMQ broker = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(configuration)
                .withDataFolder(Files.createDirectories(home.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(home.resolve("extensions")))
                .withEmbeddedExtension(authentication(publicKey))
                .build();
        broker.start().join();
        return broker;
    }

    private static EmbeddedExtension authentication(String publicKey) {
        return EmbeddedExtension.builder()
                .withId("demo-jwt-authentication")
                .withName("Demo: JWT authentication")
                .withVersion("1")
                .withExtensionMain(new JwtAuthentication(Es256.publicKey(publicKey), Clock.systemUTC()))
                .build();
    }
}
