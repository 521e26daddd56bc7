package dev.fleethealth.bridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.config.BridgeSettings;
import dev.fleethealth.bridge.dialect.Samples.Sample;
import dev.fleethealth.bridge.translate.TranslateSettings;
import dev.fleethealth.service.config.ConfigurationFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every dialect owes, found by the same registry as in production; a new one fails here until it is complete. */
class DialectContractTest {

    static Collection<String> ids() {
        return DialectRegistry.load().ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldHaveAPageThatSaysWhatToSwitchOnAndWhatIsMissing(String id) throws IOException {
        // Given
        Path page = Path.of("..", "docs", "dialects", id + ".md");

        // When // Then
        assertThat(page).isRegularFile();
        assertThat(Files.readString(page))
                .startsWith("# ")
                .contains("`" + id + "`")
                .contains("\n## Switch it on")
                .contains("\n## Topics")
                .contains("\n## Rights")
                .contains("\n## Guarantee")
                .contains("\n## What is missing")
                .contains("\n## Sources");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldShowAConfigurationThatTheBridgeAccepts(String id, @TempDir Path folder) throws IOException {
        // Given
        String page = Files.readString(Path.of("..", "docs", "dialects", id + ".md"));
        String sources =
                page.split("```yaml\n", 2)[1].split("```", 2)[0].replaceAll("\\$\\{env:\\w+}", "\\${env:PATH}");
        Path config = folder.resolve("bridge.yaml");
        Files.writeString(
                config,
                sources
                        + "kafka: {bootstrap.servers: 'localhost:9092', schema.registry.url: 'http://localhost:8081'}\n");

        // When
        BridgeSettings settings = ConfigurationFile.read(config, BridgeSettings.class);

        // Then
        assertThat(TranslateSettings.of(settings, id).source().fleet()).isPresent();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldHaveSamplesOfAConnectADisconnectAndSomethingToIgnore(String id) {
        // When
        List<String> results = samples(id).stream().map(Sample::result).collect(Collectors.toList());

        // Then
        assertThat(results).contains("CONNECTED", "DISCONNECTED", "IGNORED");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldGiveTheSameTwiceWhenAskedTwice(String id) {
        for (Sample sample : samples(id)) {
            // Given
            BrokerMessage message = new BrokerMessage(sample.topic(), sample.payload(), Messages.RECEIVED_AT);

            // When // Then
            assertThat(text(Messages.dialect(id).decode(message)))
                    .isEqualTo(text(Messages.dialect(id).decode(message)));
        }
    }

    @ParameterizedTest
    @MethodSource("ids")
    void shouldBeMalformedWhenTheBytesAreNoMessageAtAll(String id) {
        // Given
        byte[] noise = new byte[1000];
        new Random(1).nextBytes(noise);

        // When // Then
        assertThat(List.of(noise, new byte[0], new byte[300_000], "\u0000".getBytes(StandardCharsets.UTF_8)))
                .allSatisfy(payload -> assertThat(Messages.dialect(id)
                                .decode(new BrokerMessage("some/topic", payload, Messages.RECEIVED_AT)))
                        .isInstanceOf(Decoding.Malformed.class));
    }

    private static List<Sample> samples(String id) {
        return Samples.all().stream()
                .filter(sample -> sample.dialect().equals(id))
                .toList();
    }

    /** Builders have no equality of their own. */
    private static String text(Decoding decoding) {
        return decoding instanceof Decoding.Events events
                ? events.drafts().stream()
                        .map(draft -> draft.getType() + " " + draft.getClientId() + " " + draft.getAttributes())
                        .toList()
                        .toString()
                : decoding.toString();
    }
}
