package dev.fleethealth.demo.story;

import static java.time.Duration.ofSeconds;

import dev.fleethealth.demo.fleet.Fleet;
import java.time.Duration;
import java.util.List;

/**
 * The story: four kinds of trouble in a fleet that is otherwise well, each in devices of its own.
 *
 * <p>How long an alert may take follows from what must happen first (four takeovers at one in 5 s, three silent links
 * that the broker notices after 3 s each and that come back 1 to 2 s later) and from the windows of
 * {@code demo/streams.yaml}, plus some seconds for a busy machine.
 */
public final class Story {
    /** When the forty tokens expire, after the beginning. */
    public static final Duration EXPIRY = ofSeconds(110);

    private static final Duration CONNECTING = ofSeconds(25);
    private static final Duration SILENCE_BEGINS = ofSeconds(55);
    private static final Duration SILENCE = ofSeconds(25);
    private static final Duration FIGHT_BEGINS = ofSeconds(70);
    private static final Duration FIGHT = ofSeconds(27);

    /** When every device has been connected once, and nothing else has happened. */
    public static final Duration ALL_CONNECTED = ofSeconds(32);

    /** The last moments of the silent link and of the fight. */
    public static final Duration SILENCE_OVER = SILENCE_BEGINS.plus(SILENCE);

    public static final Duration FIGHT_OVER = FIGHT_BEGINS.plus(FIGHT);

    private Story() {}

    /** What happens, in order. */
    public static List<Chapter> of(Fleet fleet) {
        return List.of(
                new Chapter(
                        Duration.ZERO,
                        "Ordinary life: %d devices connect over %d s; %d of the meters wake up now and then, report and sleep again."
                                .formatted(Fleet.DEVICE_COUNT, CONNECTING.toSeconds(), Fleet.SLEEPY_METER_COUNT),
                        () -> fleet.connect(CONNECTING),
                        List.of()),
                new Chapter(
                        ofSeconds(35),
                        "The network drops two thirds of the %d scooters, three times in 4 s. They come back without backoff."
                                .formatted(Fleet.SCOOTER_COUNT),
                        () -> fleet.cutScooters(3, ofSeconds(2)),
                        List.of(
                                Expectation.ofFleet("mass-disconnect", Fleet.SCOOTERS, ofSeconds(10), ofSeconds(50)),
                                Expectation.ofFleet(
                                        "reconnection-storm", Fleet.SCOOTERS, ofSeconds(10), ofSeconds(80)))),
                new Chapter(
                        SILENCE_BEGINS,
                        "The link of pump %s dies silently, again and again: no PINGREQ arrives in 1.5 times its keep-alive of 2 s."
                                .formatted(Fleet.DYING),
                        () -> fleet.silencePump(SILENCE),
                        List.of(Expectation.ofDevice(
                                "keepalive-timeout", Fleet.PUMPS, Fleet.DYING, ofSeconds(30), ofSeconds(110)))),
                new Chapter(
                        FIGHT_BEGINS,
                        "Two programs fight over the client id %s: each connects again 5 s after the other took it."
                                .formatted(Fleet.CONTESTED),
                        () -> fleet.fightOverCrane(FIGHT),
                        List.of(Expectation.ofDevice(
                                "takeover-loop", Fleet.CRANES, Fleet.CONTESTED, ofSeconds(30), ofSeconds(110)))),
                new Chapter(
                        EXPIRY,
                        "%d tokens that were issued together expire together; the broker ends their meters' connections."
                                .formatted(Fleet.EXPIRING_METER_COUNT),
                        () -> {},
                        List.of(Expectation.ofFleet(
                                "jwt-expiry-cluster", Fleet.METERS, ofSeconds(10), ofSeconds(80)))));
    }
}
