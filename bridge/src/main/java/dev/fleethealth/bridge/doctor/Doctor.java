package dev.fleethealth.bridge.doctor;

import dev.fleethealth.bridge.doctor.identity.ClientIdCheck;
import dev.fleethealth.bridge.doctor.mqtt.MqttCheck;
import dev.fleethealth.bridge.doctor.network.NameCheck;
import dev.fleethealth.bridge.doctor.network.PortCheck;
import dev.fleethealth.bridge.doctor.tls.CertificateCheck;
import dev.fleethealth.bridge.doctor.tls.VersionCheck;
import dev.fleethealth.bridge.doctor.token.ClockCheck;
import dev.fleethealth.bridge.doctor.token.TokenCheck;
import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes the steps of a device to its broker in their order, and tells what it finds at each. Where a step fails on which
 * others rest, those are skipped; what does not rest on it is still examined, so that one run finds all there is.
 */
public final class Doctor {
    private final Target target;
    private final InstantSource clock;
    private final Consumer<Finding> findings;
    private boolean blocked;

    /** @param findings told each finding at once, since some steps take long */
    public Doctor(Target target, InstantSource clock, Consumer<Finding> findings) {
        this.target = target;
        this.clock = clock;
        this.findings = findings;
    }

    /**
     * What is examined besides the way itself.
     *
     * @param token text of a token file, before anything is stripped of it
     * @param audience expected {@code aud}
     * @param registeredKey the device's key as the broker has it
     * @param topic filter to subscribe to
     * @param stay how long to keep the connection
     */
    public record Extent(
            Optional<String> token,
            Optional<String> audience,
            Optional<PublicKey> registeredKey,
            String topic,
            Duration stay) {}

    public void examine(Extent extent) {
        tell(ClientIdCheck.examine(target));
        extent.token().ifPresent(token -> examineToken(token, extent));
        blocked = false;
        decide(NameCheck.examine(target));
        if (!skipped("tcp", "the host has no address")) {
            decide(PortCheck.examine(target));
        }
        if (target.encrypted() && !skipped("tls-version", "there is no TCP connection")) {
            decide(VersionCheck.examine(target));
        }
        if (target.encrypted() && !skipped("certificate", "there is no TLS")) {
            new CertificateCheck(target, clock.instant()).examine().forEach(this::decide);
        }
        if (!skipped("connect", "nothing secret is sent before all steps to a broker that can be trusted are gone")) {
            new MqttCheck(target, extent.topic(), extent.stay(), clock, this::tell).examine();
        }
    }

    private void examineToken(String token, Extent extent) {
        tell(ClockCheck.examine(target, clock.instant()));
        new TokenCheck(target, clock.instant(), extent.registeredKey())
                .examine(token, extent.audience())
                .forEach(this::tell);
    }

    /** Later steps rest on this one. */
    private void decide(Finding finding) {
        blocked |= finding.outcome() == Outcome.FAILED;
        tell(finding);
    }

    private boolean skipped(String check, String why) {
        if (blocked) {
            tell(Finding.skipped(check, why));
        }
        return blocked;
    }

    private void tell(Finding finding) {
        findings.accept(finding);
    }
}
