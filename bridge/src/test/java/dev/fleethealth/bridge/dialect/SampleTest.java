package dev.fleethealth.bridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Samples.Sample;
import dev.fleethealth.schemas.CategorySource;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleTest {

    static List<Sample> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void shouldSayWhatHappenedAndWhyWhenABrokerReportsIt(Sample sample) {
        // When
        Decoding decoding = Messages.dialect(sample.dialect())
                .decode(new BrokerMessage(sample.topic(), sample.payload(), Messages.RECEIVED_AT));

        // Then
        if (sample.result().equals("IGNORED")) {
            assertThat(decoding).isInstanceOf(Decoding.Ignored.class);
        } else {
            assertThat(decoding).isInstanceOf(Decoding.Events.class);
            assertThat(((Decoding.Events) decoding).drafts())
                    .singleElement()
                    .satisfies(draft -> assertIsWhatTheSampleSays(draft, sample));
        }
    }

    private static void assertIsWhatTheSampleSays(ConnectionEvent.Builder draft, Sample sample) {
        assertThat(draft.getType()).hasToString(sample.result());
        if (!sample.result().startsWith("BROKER_")) {
            assertThat(draft.hasClientId()).isEqualTo(!sample.missing().contains("clientId"));
        }
        assertThat(draft.hasOccurredAt()).isEqualTo(!sample.missing().contains("occurredAt"));
        assertThat(Optional.ofNullable(draft.getCategory()).map(Enum::name)).isEqualTo(sample.category());
        assertThat(Optional.ofNullable(draft.getCategorySource()))
                .isEqualTo(sample.category().map(category -> CategorySource.REPORTED));
        assertThat(draft.hasInitiator()).isEqualTo(sample.category().isPresent());
    }
}
