package dev.fleethealth.streams.query.timeline;

import static dev.fleethealth.streams.query.DeviceStory.at;
import static dev.fleethealth.streams.query.DeviceStory.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.query.DeviceStory;
import dev.fleethealth.streams.query.Online;
import dev.fleethealth.streams.query.Presence;
import dev.fleethealth.streams.query.TimeSpan;
import dev.fleethealth.streams.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OnlineAnswersTest {
    private final Replay replay = new Replay(Map.of());
    private final OnlineAnswers answers = new OnlineAnswers(replay);

    private final Past ordinary = Past.of(story().connected(100, "c0")
            .disconnected(200, "c0", Category.NETWORK_LOST)
            .refused(250, Category.BAD_CREDENTIALS)
            .connected(300, "c1")
            .connected(400, "c2")
            .disconnected(401, "c1", Category.SESSION_TAKEN_OVER)
            .disconnected(500, "c2", Category.NORMAL)
            .events());

    @ParameterizedTest
    @CsvSource({
        "0, UNKNOWN, ",
        "99.999, UNKNOWN, ",
        "100, ONLINE, c0",
        "199.999, ONLINE, c0",
        "200, OFFLINE, ",
        "260, OFFLINE, ",
        "300, ONLINE, c1",
        "400.5, ONLINE, c2",
        "401.5, ONLINE, c2",
        "500, OFFLINE, ",
        "99999, OFFLINE, ",
    })
    void shouldSayWhetherItWasOnlineAtATime(double second, Presence expected, String connection) {
        // When
        Online online = answers.at(ordinary, at(second));
        // Then
        assertThat(online.state()).isEqualTo(expected);
        assertThat(online.connection() == null ? null : online.connection().connectionId())
                .isEqualTo(connection);
    }

    @Test
    void shouldAddUpASpan() {
        // When
        Online online = answers.in(ordinary, new TimeSpan(at(0), at(600)));
        // Then
        assertThat(online.unknown()).isEqualTo(Duration.ofSeconds(100));
        assertThat(online.online()).isEqualTo(Duration.ofSeconds(300));
        assertThat(online.offline()).isEqualTo(Duration.ofSeconds(200));
        assertThat(online.state()).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void shouldNotKnowBeforeAnEndWhoseBeginningWasNotSeen() {
        // Given
        Past past =
                Past.of(story().disconnected(50, "c0", Category.NETWORK_LOST).events());
        // Then
        assertThat(answers.at(past, at(49)).state()).isEqualTo(Presence.UNKNOWN);
        assertThat(answers.at(past, at(50)).state()).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void shouldKnowBeforeAnEndThatSaysWhenItBegan() {
        // Given
        Past past = Past.of(story().add(EventType.DISCONNECTED, 50, event -> event.setCategory(Category.NORMAL)
                        .setConnectedAt(at(20)))
                .events());
        // Then
        assertThat(answers.at(past, at(19)).state()).isEqualTo(Presence.UNKNOWN);
        assertThat(answers.at(past, at(20)).state()).isEqualTo(Presence.ONLINE);
        assertThat(answers.at(past, at(50)).state()).isEqualTo(Presence.OFFLINE);
    }

    @Test
    void shouldBeOnlineSinceWhatWasDroppedSaysSo() {
        // Given
        List<ConnectionEvent> events = story().connected(0, "c0").events();
        Past past = new Past(replay.after(Session.NEVER_SEEN, events), at(10), List.of());
        // Then
        assertThat(answers.at(past, at(9)).state()).isEqualTo(Presence.UNKNOWN);
        assertThat(answers.at(past, at(11)).state()).isEqualTo(Presence.ONLINE);
        assertThat(answers.at(past, at(11)).connection()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldAddUpToTheLengthOfAnySpan(int seed) {
        // Given
        Random random = new Random(seed);
        DeviceStory story = story();
        for (int i = 0; i < 60; i++) {
            int second = random.nextInt(1_000);
            switch (random.nextInt(3)) {
                case 0 -> story.connected(second, "c" + random.nextInt(20));
                case 1 -> story.disconnected(second, "c" + random.nextInt(20), Category.NETWORK_LOST);
                default -> story.refused(second, Category.SERVER_BUSY);
            }
        }
        int from = random.nextInt(900);
        TimeSpan span = new TimeSpan(at(from), at(from + 1 + random.nextInt(500)));
        // When
        Online online = answers.in(Past.of(story.events()), span);
        // Then
        assertThat(online.online().plus(online.offline()).plus(online.unknown()))
                .isEqualTo(span.length());
    }
}
