package dev.fleethealth.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.demo.fleet.Fleet;
import dev.fleethealth.demo.token.Es256;
import dev.fleethealth.demo.token.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration LONGEST_STORY = Duration.ofMinutes(5);

    private final List<Chapter> chapters = chapters();

    @Test
    void shouldExpectOneAlertOfEachDetectorThatItShows() {
        // When // Then
        assertThat(chapters.stream().map(Chapter::expectations).flatMap(List::stream))
                .extracting(Expectation::dedupKey)
                .containsExactlyInAnyOrder(
                        "mass-disconnect/FLEET/scooters",
                        "reconnection-storm/FLEET/scooters",
                        "takeover-loop/DEVICE/cranes/cranes@@@020",
                        "jwt-expiry-cluster/FLEET/meters",
                        "keepalive-timeout/DEVICE/pumps/pumps@@@020");
    }

    @Test
    void shouldTellChaptersInOrderAndEndInTime() {
        // When // Then
        assertThat(chapters).extracting(Chapter::at).isSorted();
        assertThat(chapters)
                .allSatisfy(chapter -> assertThat(chapter.expectations()).allSatisfy(expectation -> assertThat(
                                expectation.resolvesWithin().plus(chapter.at()))
                        .isLessThan(LONGEST_STORY)));
    }

    @Test
    void shouldHaveMetersExpireTogetherWithoutMakingStorm() {
        // When // Then: 5 % of the fleet are an expiry cluster, 10 % coming back are a storm
        assertThat(Fleet.EXPIRING_METER_COUNT).isGreaterThanOrEqualTo(Fleet.METER_COUNT / 20);
        assertThat(Fleet.EXPIRING_METER_COUNT).isLessThan(Fleet.METER_COUNT / 10);
    }

    @Test
    void shouldKeepMoreThan300DevicesConnected() {
        // When // Then
        assertThat(Fleet.DEVICE_COUNT - Fleet.SLEEPY_METER_COUNT).isGreaterThan(300);
    }

    private static List<Chapter> chapters() {
        TokenIssuer issuer = new TokenIssuer(Es256.newKeyPair().getPrivate(), InstantSource.fixed(NOW));
        try (Fleet fleet = new Fleet(1, issuer, new SplittableRandom(7), NOW.plus(Story.EXPIRY))) {
            return Story.of(fleet);
        }
    }
}
