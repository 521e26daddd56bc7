package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Setting;
import java.time.Duration;
import java.util.Optional;

/**
 * How Kafka Streams works.
 *
 * @param guarantee whether an event counts once in any case, or may count again after a failure
 * @param commitInterval how often results become visible; the price of a shorter one is paid by the brokers
 * @param threads stream threads of this instance
 * @param standbyReplicas copies of the state on other instances, for a faster take-over
 * @param replicationFactor of internal topics; -1 is the cluster's default
 * @param sessionTimeout after which silence another instance takes over
 * @param instanceId stable name of this instance (the pod's name): a restart then moves no work
 */
public record ProcessingSettings(
        @Default("exactly-once") Guarantee guarantee,
        @Default("100ms") Duration commitInterval,
        @Default("1") int threads,
        @Default("0") int standbyReplicas,
        @Default("-1") int replicationFactor,
        @Default("12s") Duration sessionTimeout,
        Optional<String> instanceId) {
    public ProcessingSettings {
        Setting.inRange("commit-interval", commitInterval, Duration.ofMillis(10), Duration.ofSeconds(10));
        Setting.inRange("threads", threads, 1, 64);
        Setting.inRange("standby-replicas", standbyReplicas, 0, 5);
        Setting.check(
                replicationFactor == -1 || (replicationFactor >= 1 && replicationFactor <= 9),
                "replication-factor",
                "expected -1 (the cluster's default) or 1 to 9, was " + replicationFactor);
        Setting.inRange("session-timeout", sessionTimeout, Duration.ofSeconds(6), Duration.ofMinutes(5));
    }
}
