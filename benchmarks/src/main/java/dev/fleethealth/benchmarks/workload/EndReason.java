package dev.fleethealth.benchmarks.workload;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.Initiator;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Why connections end in ordinary life, and how often. */
public enum EndReason {
    GOODBYE(62, Category.NORMAL, Initiator.CLIENT, "normal"),
    LOST(24, Category.NETWORK_LOST, Initiator.NETWORK, "tcp_closed"),
    SILENT(8, Category.KEEPALIVE_TIMEOUT, Initiator.SERVER, "keepalive_timeout"),
    EXPIRED(3, Category.CREDENTIAL_EXPIRED, Initiator.SERVER, "expired"),
    BUSY(2, Category.SERVER_BUSY, Initiator.SERVER, "server_busy"),
    REPLACED(1, Category.SESSION_TAKEN_OVER, Initiator.SERVER, "takenover");

    private static final List<EndReason> BY_FREQUENCY = Arrays.stream(values())
            .flatMap(reason -> Collections.nCopies(reason.percent, reason).stream())
            .toList();

    private final int percent;
    private final Category category;
    private final Initiator initiator;
    private final String words;

    EndReason(int percent, Category category, Initiator initiator, String words) {
        this.percent = percent;
        this.category = category;
        this.initiator = initiator;
        this.words = words;
    }

    static EndReason any(RandomGenerator random) {
        return BY_FREQUENCY.get(random.nextInt(BY_FREQUENCY.size()));
    }

    Category category() {
        return category;
    }

    Initiator initiator() {
        return initiator;
    }

    String words() {
        return words;
    }
}
