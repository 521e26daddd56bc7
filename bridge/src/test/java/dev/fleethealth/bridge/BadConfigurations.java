package dev.fleethealth.bridge;

import java.util.Arrays;
import java.util.List;

/** Configurations that are wrong in one place each, and how the error names that place. */
final class BadConfigurations {
    private static final String GOOD = """
            sources:
              - type: mqtt
                name: plant
                dialect: emqx
                broker: mqtt://127.0.0.1:1
                client-id: bridge-0
                topics: [{filter: "events/#"}]
              - type: http
                name: hooks
                dialects: [emqx]
                port: 0
              - type: file
                name: log
                dialect: mosquitto
                paths: [/var/log/m.log]
                state-file: /tmp/state
            kafka: {bootstrap.servers: "127.0.0.1:1", schema.registry.url: "http://127.0.0.1:1"}
            management: {port: 0}
            """;

    /** What is replaced, by what, and what the error has to say. */
    private static final String TABLE = """
            name: plant              | nmae: plant                | sources[0].nmae: unknown key, did you mean name?
            sources:                 | source:                    | source: unknown key, did you mean sources?
            kafka:                   | kafak:                     | kafak: unknown key, did you mean kafka?
            management: {port: 0}    | management: {prt: 0}       | management.prt: unknown key, did you mean port?
            management: {port: 0}    | managment: {port: 0}       | managment: unknown key, did you mean management?
            filter:                  | fliter:                    | sources[0].topics[0].fliter: unknown key, did you mean filter?
            state-file: /tmp/state   | statefile: /tmp/state      | sources[2].statefile: unknown key, did you mean state-file?
            dialects: [emqx]         | dialect: emqx              | sources[1].dialect: unknown key, did you mean dialects?
            client-id: bridge-0      | clientId: bridge-0         | sources[0].clientId: unknown key, did you mean client-id?
            management:              | max-inflight: 7~management: | max-inflight: unknown key, did you mean max-in-flight?
            management:              | privacy: {adresses: drop}~management: | privacy.adresses: unknown key, did you mean addresses?
            management:              | topics: {dead-leter: x}~management: | topics.dead-leter: unknown key, did you mean dead-letter?
            management:              | fleet-rules: [{patern: x}]~management: | fleet-rules[0].patern: unknown key, did you mean pattern?
            type: mqtt               | type: mqqt                 | sources[0].type: expected one of
            type: http               | kind: http                 | sources[1].type: expected one of
            dialect: emqx            | dialect: emkx              | sources[0].dialect: unknown dialect "emkx": did you mean "emqx"
            dialect: mosquitto       | dialect: mosqito           | sources[2].dialect: unknown dialect "mosqito": did you mean "mosquitto"
            dialects: [emqx]         | dialects: [emqx, tdqm]     | sources[1].dialects[1]: unknown dialect "tdqm": did you mean "tdmq"
            dialect: mosquitto       | dialect: mosquitto~    broker-version: new | sources[2].broker-version: expected
            broker: mqtt://127.0.0.1:1 | broker: 127.0.0.1:1      | sources[0].broker: expected
            broker: mqtt://127.0.0.1:1 | broker: mqtt://a:b@c     | sources[0].broker: expected no user in it
            broker: mqtt://127.0.0.1:1 | brokr: mqtt://b          | sources[0].brokr: unknown key, did you mean broker?
            client-id: bridge-0      | client-id: 7               | sources[0].client-id: expected text
            topics: [{filter: "events/#"}] | topics: []           | sources[0].topics: required
            "events/#"               | "events/#/more"            | sources[0].topics[0].filter: expected an MQTT topic filter
            name: hooks              | name: plant                | sources[1].name: expected a name that no other source has
            port: 0~                 | port: 65536~               | port: expected 0 to 65535
            dialects: [emqx]         | dialects: [emqx]~    bind-address: 0.0.0.0 | sources[1].token: required where other machines can connect
            dialects: [emqx]         | dialects: [emqx]~    token: my-secret-token | sources[1].token: expected a reference
            dialects: [emqx]         | dialects: [emqx]~    token: "${env:NO_SUCH_VARIABLE}" | sources[1].token: environment variable NO_SUCH_VARIABLE is not set
            dialects: [emqx]         | dialects: [emqx]~    token: "${file:/no/such/file}" | sources[1].token: secret file /no/such/file cannot be read
            paths: [/var/log/m.log]  | paths: [m.log]             | sources[2].paths[0]: expected an absolute path
            state-file: /tmp/state   | state-file: /no/such/state | sources[2].state-file: expected a file in a folder that is there
            bootstrap.servers        | bootstrap.server           | kafka.bootstrap.servers: required
            bootstrap.servers: "127.0.0.1:1" | bootstrap.servers: [] | kafka.bootstrap.servers: expected text
            schema.registry.url      | acks: 0, schema.registry.url | kafka.acks: the bridge sets it
            schema.registry.url      | value.serializer: no.Such, schema.registry.url | kafka.value.serializer: expected a Kafka Serializer
            management:              | max-in-flight: many~management: | max-in-flight: expected a whole number
            management:              | privacy: {addresses: hash}~management: | privacy.hash-key: required for hash
            management:              | privacy: {user-names: hide}~management: | privacy.user-names: expected one of drop, hash, keep
            management:              | topics: {events: "a b"}~management: | topics.events: expected a Kafka topic name
            management:              | fleet-rules: [{pattern: "("}]~management: | fleet-rules[0].pattern: expected a regular expression
            name: plant              | name: plant~    name: other | line 4
            management: {port: 0}    | management: {port: 0       | line
            """;

    private BadConfigurations() {}

    static List<BadConfiguration> all() {
        return Arrays.stream(TABLE.split("\n")).map(BadConfigurations::row).toList();
    }

    private static BadConfiguration row(String line) {
        String[] cells = line.split(" *\\| ", 3);
        String bad = GOOD.replace(cells[0].replace('~', '\n'), cells[1].replace('~', '\n'));
        if (bad.equals(GOOD)) {
            throw new IllegalStateException("replaces nothing: " + line);
        }
        return new BadConfiguration(bad, cells[2]);
    }

    /**
     * One of them.
     *
     * @param error what the error has to hold
     */
    record BadConfiguration(String yaml, String error) {
        @Override
        public String toString() {
            return error;
        }
    }
}
