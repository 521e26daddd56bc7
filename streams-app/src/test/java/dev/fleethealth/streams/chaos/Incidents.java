package dev.fleethealth.streams.chaos;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Fleets with four incidents each, far above their thresholds, and as many fleets in which the same happens seldom. */
final class Incidents {
    static final int DEVICES = 100;

    /** Most devices leave, most come back as a storm, one is taken over in a loop, and one is refused again and again. */
    static final int EACH = 4;

    private Incidents() {}

    static Story of(int fleets) {
        return Story.of(
                IntStream.range(0, fleets).boxed().flatMap(Incidents::lines).toList(), Duration.ZERO);
    }

    private static Stream<String> lines(int fleet) {
        boolean loud = fleet % 2 == 0;
        String device = "f" + fleet + "x";
        String with = " with fleet=fleet-" + fleet;
        return Stream.of(
                device + "1.." + device + DEVICES + " connect between -120s and -90s" + with,
                device + "1.." + device + (loud ? 80 : 8) + " reconnect NETWORK_LOST between +0s and +20s" + with
                        + " pause=70s",
                device + "90 taken over at +60s every " + (loud ? "8s x16" : "3m x3") + with,
                device + "91 refused BAD_CREDENTIALS at +60s every " + (loud ? "8s x16" : "3m x3") + with);
    }
}
