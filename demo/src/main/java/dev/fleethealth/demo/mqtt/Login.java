package dev.fleethealth.demo.mqtt;

import java.time.Duration;

/**
 * What a client says of itself in CONNECT; the session is always a clean one.
 *
 * @param keepAlive whole seconds
 * @param token goes as the password
 */
public record Login(MqttVersion version, String clientId, Duration keepAlive, String token) {

    /** Without the token. */
    @Override
    public String toString() {
        return "Login[" + version + ", " + clientId + ", " + keepAlive + "]";
    }
}
