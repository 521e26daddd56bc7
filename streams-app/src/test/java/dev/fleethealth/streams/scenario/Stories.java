package dev.fleethealth.streams.scenario;

import dev.fleethealth.schemas.ConnectionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random stories of a fleet in which a few things go wrong, the same for the same seed. */
final class Stories {
    private static final List<String> LOSSES = List.of("NETWORK_LOST", "KEEPALIVE_TIMEOUT", "SERVER_SHUTDOWN");

    private final Random random;
    private final List<String> lines = new ArrayList<>();

    private Stories(long seed) {
        this.random = new Random(seed);
    }

    static List<ConnectionEvent> story(long seed) {
        Stories stories = new Stories(seed);
        stories.lines.add("d1..d120 connect at -1h");
        for (int trouble = 0; trouble < 4; trouble++) {
            stories.add(600 * trouble + stories.random.nextInt(60));
        }
        return EventScript.events(stories.lines);
    }

    private void add(int start) {
        switch (random.nextInt(4)) {
            case 0 -> storm(start);
            case 1 ->
                lines.add("d1..d%d reconnect CREDENTIAL_EXPIRED between +%ds and +%ds"
                        .formatted(6 + random.nextInt(20), start + 2, start + 2 + random.nextInt(25)));
            case 2 ->
                lines.add("d%d taken over at +%ds every %ds x%d"
                        .formatted(1 + random.nextInt(100), start, 1 + random.nextInt(9), 2 + random.nextInt(9)));
            default ->
                lines.add("d%d reconnect KEEPALIVE_TIMEOUT at +%ds every %ds x%d"
                        .formatted(1 + random.nextInt(100), start + 2, 30 + random.nextInt(60), 2 + random.nextInt(4)));
        }
    }

    /** Around the threshold of 20, and of 60 for critical. */
    private void storm(int start) {
        int devices = random.nextBoolean() ? 15 + random.nextInt(10) : 50 + random.nextInt(20);
        lines.add("d1..d%d reconnect %s between +%ds and +%ds with pause=%dms"
                .formatted(
                        devices,
                        LOSSES.get(random.nextInt(LOSSES.size())),
                        start + 2,
                        start + 2 + random.nextInt(28),
                        100 + random.nextInt(1_500)));
    }
}
