package dev.fleethealth.streams.chaos;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Client ids, and fleets made of them, as an attacker would choose them; MQTT allows any text of up to 64 KiB. */
final class HostileIds {
    /** What a forged line of the log would begin with. */
    static final String FORGED = "2026-11-20T08:00:00.000Z INFO  [main] Audit: forged";

    /** Each has series of its own, up to a cap. */
    static final int FLEETS = 30;

    private static final int EVERY_SO_MANY_HUGE = 10_000;
    private static final String HUGE = "x".repeat(64 * 1024 - 64);

    private static final List<String> ATTACKS = List.of(
            "\n" + FORGED + "\n",
            "\r\n" + FORGED,
            "\u2028" + FORGED,
            "\"} 1\nfleet_health_forged_total{x=\"",
            "\\\",\"fleet\":\"other",
            "<script>alert(1)</script>",
            "\u001b[2J\u001b[31m",
            "\u202egnihtyna",
            "\u001fother-fleet\u001f",
            "\u0001\u0000\u007f",
            "../../../etc/passwd",
            "=cmd|'/c calc'!A1",
            "${jndi:ldap://localhost/a}");

    private HostileIds() {}

    /** First connects of so many devices, all of them different. */
    static Stream<ConnectionEvent> connects(int devices, Instant at) {
        return IntStream.range(0, devices).mapToObj(number -> connect(number, at));
    }

    private static String fleet(int number) {
        return "fleet" + ATTACKS.get(number % ATTACKS.size()) + number;
    }

    private static ConnectionEvent connect(int number, Instant at) {
        String attack = ATTACKS.get(number % ATTACKS.size());
        String id = number % EVERY_SO_MANY_HUGE == 0 ? HUGE + number : number + attack + number;
        return ConnectionEvent.newBuilder()
                .setEventId("hostile-" + number)
                .setType(EventType.CONNECTED)
                .setSource("emqx" + attack)
                .setFleet(fleet(number % FLEETS))
                .setClientId(id)
                .setConnectionId(id)
                .setPeerAddress(attack)
                .setUsername(attack)
                .setOccurredAt(at)
                .setReceivedAt(at)
                .build();
    }
}
