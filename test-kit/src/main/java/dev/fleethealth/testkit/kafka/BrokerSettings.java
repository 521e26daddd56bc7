package dev.fleethealth.testkit.kafka;

import java.util.Map;

/** What a broker that stands alone needs to be told. */
final class BrokerSettings {
    static final Map<String, String> ALONE = Map.of(
            "auto.create.topics.enable", "false",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.num.partitions", "4",
            "transaction.state.log.min.isr", "1",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0");

    private BrokerSettings() {}
}
