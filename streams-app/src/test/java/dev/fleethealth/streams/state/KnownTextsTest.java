package dev.fleethealth.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.detector.Backoff;
import dev.fleethealth.streams.detector.DetectorFactory;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class KnownTextsTest {

    @Test
    void shouldTakeOneByteForWhatStandsInMostStates() {
        ServiceLoader.load(DetectorFactory.class)
                .forEach(factory ->
                        assertThat(sizeOf(factory.id())).as(factory.id()).isEqualTo(1));
        for (Backoff backoff : Backoff.values()) {
            assertThat(sizeOf(backoff.words())).as(backoff.words()).isEqualTo(1);
        }
    }

    @Test
    void shouldReadKnownAndOtherTextsInAnyOrder() {
        // Given
        String[] texts = {"broker-1", "emqx", "broker-1", "broker-2", "mass-disconnect", "broker-2", "emqx"};
        BinaryWriter out = new BinaryWriter(KnownTexts.OF_DEVICES).raw(7);

        // When
        for (String text : texts) {
            out.text(text);
        }

        // Then
        BinaryReader in = BinaryReader.of(out.toBytes(), 7, "texts", KnownTexts.OF_DEVICES);
        for (String text : texts) {
            assertThat(in.text()).isEqualTo(text);
        }
    }

    private static int sizeOf(String text) {
        return new BinaryWriter(KnownTexts.OF_DEVICES).text(text).toBytes().length;
    }
}
