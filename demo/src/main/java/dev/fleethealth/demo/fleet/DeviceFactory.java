package dev.fleethealth.demo.fleet;

import dev.fleethealth.demo.fleet.Device.Profile;
import dev.fleethealth.demo.mqtt.EventLoop;
import dev.fleethealth.demo.mqtt.Route;
import dev.fleethealth.demo.token.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Makes devices and gives them their tokens. */
final class DeviceFactory {
    private static final Duration LASTING = Duration.ofHours(12);

    private final EventLoop loop;
    private final Route route;
    private final TokenIssuer issuer;

    DeviceFactory(EventLoop loop, int mqttPort, TokenIssuer issuer) {
        this.loop = loop;
        this.route = Route.toPort(mqttPort);
        this.issuer = issuer;
    }

    /** Devices with tokens that outlast the demo. */
    List<Device> devices(int first, int last, IntFunction<Profile> profile) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(profile)
                .map(this::device)
                .toList();
    }

    Device device(Profile profile) {
        return device(profile, () -> lastingToken(profile.clientId()));
    }

    /** Another program with the same client id, which connects from another address. */
    Device rival(Profile profile) {
        return new Device(loop, route.fromElsewhere(), profile, () -> lastingToken(profile.clientId()));
    }

    /** Devices whose first tokens expire together; those that they come back with outlast the demo. */
    List<Device> expiringDevices(int first, int last, IntFunction<Profile> profile, Instant expiry) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(profile)
                .map(each -> device(each, expiringOnce(each.clientId(), expiry)))
                .toList();
    }

    private Device device(Profile profile, Supplier<String> tokens) {
        return new Device(loop, route, profile, tokens);
    }

    private Supplier<String> expiringOnce(String clientId, Instant expiry) {
        Iterator<String> first = List.of(issuer.issue(clientId, expiry)).iterator();
        return () -> first.hasNext() ? first.next() : lastingToken(clientId);
    }

    private String lastingToken(String clientId) {
        return issuer.issue(clientId, LASTING);
    }
}
