package dev.fleethealth.demo.fleet;

import dev.fleethealth.demo.mqtt.EventLoop;
import dev.fleethealth.demo.mqtt.Link;
import dev.fleethealth.demo.mqtt.LinkListener;
import dev.fleethealth.demo.mqtt.Login;
import dev.fleethealth.demo.mqtt.MqttVersion;
import dev.fleethealth.demo.mqtt.Route;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One device, or one program that uses a device's client id. Belongs to the event loop's thread. */
final class Device {
    private final EventLoop loop;
    private final Route route;
    private final Profile profile;
    private final Supplier<String> tokens;
    private Habit habit;
    private @Nullable Link link;
    private int failedAttempts;
    private boolean retired;

    /** @param tokens gives the token for each connection */
    Device(EventLoop loop, Route route, Profile profile, Supplier<String> tokens) {
        this.loop = loop;
        this.route = route;
        this.profile = profile;
        this.tokens = tokens;
        this.habit = profile.habit();
    }

    /**
     * What kind of device it is.
     *
     * @param habit what it does while it is connected
     * @param backoff how it comes back when its link is lost
     */
    record Profile(String clientId, MqttVersion version, Duration keepAlive, Habit habit, Backoff backoff) {}

    void connect() {
        if (!retired) {
            link = Link.open(loop, route, login(), new Observer());
        }
    }

    /** The network takes its link away; the device notices, and comes back as its backoff says. */
    void loseNetwork() {
        if (link != null) {
            link.cut();
            comeBack();
        }
    }

    /** Drops what it used to do, and does something else from its next connection on. */
    void adopt(Habit other) {
        habit = other;
    }

    /** Says goodbye and never connects again. */
    void retire() {
        retired = true;
        sayGoodbye();
    }

    void report() {
        if (link != null) {
            link.publish("telemetry/" + profile.clientId(), "{\"battery\": 87}");
        }
    }

    /** Twice as often as the broker wants to hear from it. */
    void keepAlive() {
        repeat(profile.keepAlive().dividedBy(2), () -> {
            if (link != null) {
                link.ping();
            }
        });
    }

    /** Does this again and again, as long as the connection and the habit last. */
    void repeat(Duration every, Runnable action) {
        later(every, () -> {
            action.run();
            repeat(every, action);
        });
    }

    /** Does this after a while, if the connection and the habit last so long. */
    void later(Duration delay, Runnable action) {
        Link currentLink = link;
        Habit currentHabit = habit;
        loop.schedule(delay, () -> {
            if (link == currentLink && habit == currentHabit) {
                action.run();
            }
        });
    }

    /** Says goodbye, and connects again after a while. */
    void sleep(Duration pause) {
        sayGoodbye();
        loop.schedule(pause, this::connect);
    }

    private void sayGoodbye() {
        if (link != null) {
            link.disconnect();
            link = null;
        }
    }

    private void comeBack() {
        link = null;
        loop.schedule(profile.backoff().before(failedAttempts++), this::connect);
    }

    private Login login() {
        return new Login(profile.version(), profile.clientId(), profile.keepAlive(), tokens.get());
    }

    private final class Observer implements LinkListener {
        @Override
        public void up() {
            failedAttempts = 0;
            habit.connected(Device.this);
        }

        @Override
        public void down() {
            comeBack();
        }
    }
}
