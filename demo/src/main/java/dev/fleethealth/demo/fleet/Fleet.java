package dev.fleethealth.demo.fleet;

import dev.fleethealth.demo.fleet.Device.Profile;
import dev.fleethealth.demo.mqtt.EventLoop;
import dev.fleethealth.demo.mqtt.MqttVersion;
import dev.fleethealth.demo.token.TokenIssuer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The devices of the story. A client id is {@code group@@@device}, which makes the group the fleet of its events.
 *
 * <p>The meters are so many that the forty whose tokens expire are less than a tenth of them: their coming back is no
 * reconnection storm as well.
 */
public final class Fleet implements AutoCloseable {
    public static final String SCOOTERS = "scooters";
    public static final String METERS = "meters";
    public static final String CRANES = "cranes";
    public static final String PUMPS = "pumps";

    public static final int SCOOTER_COUNT = 120;
    public static final int METER_COUNT = 450;
    public static final int SLEEPY_METER_COUNT = 90;
    public static final int EXPIRING_METER_COUNT = 40;
    public static final int CRANE_COUNT = 20;
    public static final int PUMP_COUNT = 20;
    public static final int DEVICE_COUNT = SCOOTER_COUNT + METER_COUNT + CRANE_COUNT + PUMP_COUNT;

    /** The client id that two programs fight over. */
    public static final String CONTESTED = clientId(CRANES, CRANE_COUNT);

    /** The device whose link keeps dying. */
    public static final String DYING = clientId(PUMPS, PUMP_COUNT);

    private static final Duration KEEP_ALIVE = Duration.ofSeconds(60);
    private static final Duration SHORT_KEEP_ALIVE = Duration.ofSeconds(2);
    private static final Duration REPORT_INTERVAL = Duration.ofSeconds(20);
    private static final Duration WAKE_UP_INTERVAL = Duration.ofSeconds(20);

    /** Slow enough that the fight is no reconnect loop as well: fewer than 15 connects a minute. */
    private static final Duration RETRY_OF_RIVALS = Duration.ofSeconds(5);

    private static final Habit STAY_ON = Habit.stayOn(REPORT_INTERVAL);

    private final EventLoop loop = new EventLoop();
    private final RandomGenerator random;
    private final List<Device> scooters;
    private final List<Device> others = new ArrayList<>();
    private final Device rival;
    private final Device dying;

    /** @param expiry when the tokens of forty meters expire; all others outlast the demo */
    public Fleet(int mqttPort, TokenIssuer issuer, RandomGenerator random, Instant expiry) {
        this.random = random;
        DeviceFactory factory = new DeviceFactory(loop, mqttPort, issuer);
        Backoff polite = Backoff.exponential(random);
        Backoff stubborn = Backoff.fixed(RETRY_OF_RIVALS);
        Habit wakeUp = Habit.wakeUp(WAKE_UP_INTERVAL, random);
        int awake = METER_COUNT - SLEEPY_METER_COUNT;
        IntFunction<Profile> meter = number -> profile(METERS, number, MqttVersion.V5, STAY_ON, polite);
        IntFunction<Profile> crane = number -> profile(CRANES, number, MqttVersion.V5, STAY_ON, stubborn);

        scooters = factory.devices(
                1, SCOOTER_COUNT, number -> profile(SCOOTERS, number, MqttVersion.V3_1_1, STAY_ON, Backoff.NONE));
        others.addAll(factory.expiringDevices(1, EXPIRING_METER_COUNT, meter, expiry));
        others.addAll(factory.devices(EXPIRING_METER_COUNT + 1, awake, meter));
        others.addAll(factory.devices(
                awake + 1, METER_COUNT, number -> profile(METERS, number, MqttVersion.V5, wakeUp, polite)));
        others.addAll(factory.devices(1, CRANE_COUNT, crane));
        rival = factory.rival(crane.apply(CRANE_COUNT));
        others.addAll(factory.devices(
                1, PUMP_COUNT - 1, number -> profile(PUMPS, number, MqttVersion.V3_1_1, STAY_ON, polite)));
        dying = factory.device(new Profile(DYING, MqttVersion.V3_1_1, SHORT_KEEP_ALIVE, STAY_ON, polite));
        others.add(dying);
    }

    /** Every device connects once, spread over this time. */
    public void connect(Duration within) {
        Stream.concat(scooters.stream(), others.stream())
                .forEach(device -> loop.schedule(atRandom(within), device::connect));
    }

    /** The network fails for two thirds of the scooters, for a moment, several times. */
    public void cutScooters(int times, Duration apart) {
        List<Device> hit = scooters.subList(0, SCOOTER_COUNT * 2 / 3);
        for (int i = 0; i < times; i++) {
            loop.schedule(apart.multipliedBy(i), () -> hit.forEach(Device::loseNetwork));
        }
    }

    /** A second program connects with a crane's client id, again and again, for this long. */
    public void fightOverCrane(Duration howLong) {
        loop.execute(rival::connect);
        loop.schedule(howLong, rival::retire);
    }

    /** One pump's link carries nothing any more, on this connection and the next ones, for this long. */
    public void silencePump(Duration howLong) {
        loop.execute(() -> dying.adopt(Habit.FALL_SILENT));
        loop.schedule(howLong, () -> dying.adopt(STAY_ON));
    }

    /** All connections end without a goodbye. */
    @Override
    public void close() {
        loop.close();
    }

    private Duration atRandom(Duration within) {
        return Duration.ofMillis(random.nextLong(within.toMillis()));
    }

    private static Profile profile(String group, int number, MqttVersion version, Habit habit, Backoff backoff) {
        return new Profile(clientId(group, number), version, KEEP_ALIVE, habit, backoff);
    }

    private static String clientId(String group, int number) {
        return "%s@@@%03d".formatted(group, number);
    }
}
