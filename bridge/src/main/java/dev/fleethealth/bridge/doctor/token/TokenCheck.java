package dev.fleethealth.bridge.doctor.token;

import com.fasterxml.jackson.databind.JsonNode;
import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Target;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a token as the broker will: form, algorithm and signature, times, audience. Pure. Limits are ClearBlade's (at most
 * 24 h from {@code iat} to {@code exp}, clocks within 10 min), which other vendors share or exceed.
 */
public final class TokenCheck {
    private static final String FORM = "token-form";
    private static final String TIMES = "token-times";
    private static final String AUDIENCE = "token-audience";
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration SKEW = Duration.ofMinutes(10);
    /** Later than the year 5000 in seconds: it is a number of milliseconds. */
    private static final long SURELY_MILLIS = 100_000_000_000L;

    private final Target target;
    private final Instant now;
    private final Optional<PublicKey> registered;

    /** @param registered the public key that the broker has for the device, where it is at hand */
    public TokenCheck(Target target, Instant now, Optional<PublicKey> registered) {
        this.target = target;
        this.now = now;
        this.registered = registered;
    }

    /** @param audience what {@code aud} should be; where it is not given, what the dialect says about the client id */
    public List<Finding> examine(String text, Optional<String> audience) {
        TokenText token = TokenText.parse(text);
        if (token instanceof TokenText.Unreadable unreadable) {
            return List.of(Finding.failed(FORM, unreadable.fault(), unreadable.advice()));
        }
        TokenText.Readable readable = (TokenText.Readable) token;
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(FORM, "three parts in base64url"));
        findings.add(SignatureCheck.examine(readable, registered));
        findings.add(times(readable));
        audience.or(this::project).ifPresent(wanted -> findings.add(audience(readable, wanted)));
        return findings;
    }

    private Finding times(TokenText.Readable token) {
        Optional<Long> issued = seconds(token, "iat");
        Optional<Long> expires = seconds(token, "exp");
        if (issued.isEmpty() || expires.isEmpty()) {
            return Finding.failed(
                    TIMES,
                    "iat and exp must both be there as numbers of seconds since 1970",
                    "Set both as plain JSON numbers, not as texts.");
        }
        if (issued.get() > SURELY_MILLIS || expires.get() > SURELY_MILLIS) {
            return Finding.failed(
                    TIMES, "iat or exp counts milliseconds", "Divide by 1000: both are seconds since 1970, UTC.");
        }
        return times(Instant.ofEpochSecond(issued.get()), Instant.ofEpochSecond(expires.get()));
    }

    private Finding times(Instant issued, Instant expires) {
        if (!expires.isAfter(now)) {
            return Finding.failed(
                    TIMES,
                    "it expired at " + expires + ", "
                            + Duration.between(expires, now).toSeconds() + " s ago",
                    "Make a new token before the old one ends, some minutes early and spread over the fleet; connect anew"
                            + " with it. A token that is new and has expired means a wrong clock or time zone.");
        }
        if (issued.isAfter(now.plus(SKEW))) {
            return Finding.failed(
                    TIMES,
                    "it was issued in the future, at " + issued,
                    "The clock of the device is ahead, or its local time was taken for UTC: set it by NTP.");
        }
        if (expires.isAfter(issued.plus(LONGEST))) {
            return lifetime(issued, expires);
        }
        return Finding.ok(TIMES, "issued " + issued + ", ends " + expires);
    }

    private Finding lifetime(Instant issued, Instant expires) {
        String found = "it is to hold for " + Duration.between(issued, expires).toMinutes() + " min, from " + issued
                + " to " + expires;
        String advice = "Keep exp - iat within 24 h (86400 s).";
        return target.isDialect("clearblade")
                ? Finding.failed(TIMES, found, advice)
                : Finding.warning(TIMES, found, advice);
    }

    private Finding audience(TokenText.Readable token, String wanted) {
        JsonNode given = token.claims().path("aud");
        boolean holds = wanted.equals(given.asText())
                || given.isArray() && given.valueStream().anyMatch(one -> wanted.equals(one.asText()));
        return holds
                ? Finding.ok(AUDIENCE, "aud is " + wanted)
                : Finding.failed(
                        AUDIENCE,
                        given.isMissingNode() ? "aud is missing" : "aud is " + given + ", expected \"" + wanted + '"',
                        "Set aud to the id of the project in which the device is registered.");
    }

    /** ClearBlade wants the project as audience, and the client id names it. */
    private Optional<String> project() {
        String[] path = target.clientId().split("/", 3);
        return target.isDialect("clearblade") && path.length == 3 && path[0].equals("projects")
                ? Optional.of(path[1])
                : Optional.empty();
    }

    private static Optional<Long> seconds(TokenText.Readable token, String claim) {
        JsonNode value = token.claims().path(claim);
        return value.isNumber() && value.canConvertToLong() ? Optional.of(value.asLong()) : Optional.empty();
    }
}
