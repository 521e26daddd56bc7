package dev.fleethealth.streams.chaos;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Kills instances, one after the other. */
record Killer(World world, List<Instance> instances) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * Kills that often. The first, and every second, comes back when the group has given its work away; the others at once, before
     * the group has noticed.
     *
     * @return when
     */
    List<Instant> kill(int times) throws Exception {
        List<Instant> kills = new ArrayList<>();
        for (int number = 0; number < times; number++) {
            Instance victim = instances.get(number % instances.size());
            kills.add(Instant.now());
            victim.kill();
            if (number % 2 == 0) {
                await().atMost(PATIENCE).ignoreExceptions().until(() -> world.members() < instances.size());
            }
            victim.startAgain();
            victim.awaitReady();
        }
        return kills;
    }
}
