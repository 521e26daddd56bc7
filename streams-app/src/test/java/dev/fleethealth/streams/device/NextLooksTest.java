package dev.fleethealth.streams.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.streams.alert.Subject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class NextLooksTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final DeviceKey DEVICE = new DeviceKey("fleet", "gateway-1", "");
    private static final Subject SUBJECT = new Subject("takeover-loop", Scope.DEVICE, "fleet", "gateway-1");

    private final NextLooks looks = new NextLooks();

    @Test
    void shouldLookWhenItKnowsNothing() {
        // Then
        assertThat(looks.isDue(SUBJECT, DEVICE, NOW)).isTrue();
    }

    @Test
    void shouldWaitUntilThatTimeWhenNothingIsHeard() {
        // When
        looks.lookAgain(SUBJECT, NOW.plusSeconds(30));
        // Then
        assertThat(looks.isDue(SUBJECT, DEVICE, NOW.plusSeconds(29))).isFalse();
        assertThat(looks.isDue(SUBJECT, DEVICE, NOW.plusSeconds(30))).isTrue();
    }

    @Test
    void shouldLookOnceWhenSomethingIsHeardOfTheDevice() {
        // Given
        looks.lookAgain(SUBJECT, NOW.plusSeconds(30));
        // When
        looks.heardOf(DEVICE);
        // Then
        assertThat(looks.isDue(SUBJECT, DEVICE, NOW)).isTrue();
        looks.done();
        assertThat(looks.isDue(SUBJECT, DEVICE, NOW)).isFalse();
    }

    @Test
    void shouldLookAtOnceWhenAnAlertIsOverAndOpensAgain() {
        // Given
        looks.lookAgain(SUBJECT, NOW.plusSeconds(30));
        // When
        looks.forget(SUBJECT);
        // Then
        assertThat(looks.isDue(SUBJECT, DEVICE, NOW)).isTrue();
    }
}
