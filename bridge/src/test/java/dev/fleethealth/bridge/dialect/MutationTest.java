package dev.fleethealth.bridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Samples.Sample;
import dev.fleethealth.bridge.event.EventFinisher;
import dev.fleethealth.bridge.event.EventOrigin;
import dev.fleethealth.schemas.ConnectionEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken messages: each gives events, is ignored or is malformed, and nothing is ever thrown. */
class MutationTest {
    private static final int MUTATIONS = 3_000;
    private static final String[] SNIPPETS = {
        "{",
        "}",
        "[",
        "]",
        "\"",
        ":",
        ",",
        "null",
        "-1",
        "1e400",
        "9223372036854775808",
        "\\u0000",
        "\\ud800",
        "\"undefined\"",
        "true",
        "{\"a\":{\"a\":{}}}",
        "\n",
        "\u2028",
        "é"
    };

    static List<Sample> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldNeverThrowWhenAMessageIsBroken(Sample sample) {
        // Given
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom")
                .create(sample.file().hashCode());
        Dialect dialect = Messages.dialect(sample.dialect());
        EventFinisher finisher = new EventFinisher(EventOrigin.of(sample.dialect()));

        for (int i = 0; i < MUTATIONS; i++) {
            // When
            byte[] payload = mutate(sample.payload(), random);
            BrokerMessage message = new BrokerMessage(sample.topic(), payload, Messages.RECEIVED_AT);
            Decoding decoding = dialect.decode(message);

            // Then
            assertThat(decoding).isNotNull();
            if (decoding instanceof Decoding.Events events) {
                assertThat(finisher.finish(message, events)).isNotEmpty().allSatisfy(MutationTest::assertComplete);
            }
        }
    }

    private static void assertComplete(ConnectionEvent event) {
        assertThat(event.getEventId()).hasSize(32);
        assertThat(event.getOccurredAt()).isBeforeOrEqualTo(Messages.RECEIVED_AT.plusSeconds(60));
        assertThat(event.getCategory() == null).isEqualTo(event.getCategorySource() == null);
    }

    private static byte[] mutate(byte[] payload, RandomGenerator random) {
        byte[] mutated = payload;
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int at = random.nextInt(mutated.length + 1);
            int end = random.nextInt(at, Math.min(mutated.length, at + 20) + 1);
            mutated = switch (random.nextInt(4)) {
                case 0 -> join(mutated, 0, at, new byte[0], mutated.length);
                case 1 -> join(mutated, 0, at, new byte[] {(byte) random.nextInt(256)}, end);
                case 2 ->
                    join(
                            mutated,
                            0,
                            at,
                            SNIPPETS[random.nextInt(SNIPPETS.length)].getBytes(StandardCharsets.UTF_8),
                            end);
                default -> join(mutated, 0, at, new byte[0], end);
            };
        }
        return mutated;
    }

    private static byte[] join(byte[] source, int from, int to, byte[] middle, int resume) {
        byte[] joined = new byte[to - from + middle.length + source.length - resume];
        System.arraycopy(source, from, joined, 0, to - from);
        System.arraycopy(middle, 0, joined, to - from, middle.length);
        System.arraycopy(source, resume, joined, to - from + middle.length, source.length - resume);
        return joined;
    }
}
