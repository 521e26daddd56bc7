package dev.fleethealth.bridge.chaos;

import dev.fleethealth.testkit.kafka.Broker;

/**
 * What a bridge is told.
 *
 * @param name of its source, its session and its topics
 * @param kafka where its events go
 * @param mqttPort where its broker is
 * @param filter what it subscribes to
 * @param events topic for its events
 * @param more further settings of its source, in YAML's flow style
 */
record BridgeSetup(String name, String kafka, int mqttPort, String filter, String events, String more) {

    /** One with topics of its own. */
    static BridgeSetup of(String name, Broker kafka, int mqttPort) {
        return new BridgeSetup(name, kafka.bootstrapServers(), mqttPort, topic(name), name + "-events", "");
    }

    /** Where messages for the bridge of that name are published. */
    static String topic(String name) {
        return "chaos/" + name;
    }

    BridgeSetup with(String settings) {
        return new BridgeSetup(name, kafka, mqttPort, filter, events, more + ", " + settings);
    }

    BridgeSetup subscribedTo(String other) {
        return new BridgeSetup(name, kafka, mqttPort, other, events, more);
    }

    /** A bridge with a session of its own that shares the work of this one. */
    BridgeSetup replica(int number) {
        return new BridgeSetup(name + "-" + number, kafka, mqttPort, "$share/" + name + "/" + filter, events, more);
    }

    String yaml(int managementPort) {
        return """
                sources:
                  - {type: mqtt, name: %1$s, dialect: emqx, broker: "mqtt://127.0.0.1:%2$d", client-id: bridge-%1$s,
                     fleet: plant, topics: [{filter: "%3$s"}]%4$s}
                kafka: {bootstrap.servers: "%5$s", schema.registry.url: "mock://chaos"}
                topics: {events: %6$s, dead-letter: %6$s-dead, partitions: 2}
                management: {port: %7$d}
                """.formatted(name, mqttPort, filter, more, kafka, events, managementPort);
    }
}
