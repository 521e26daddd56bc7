package dev.fleethealth.bridge.dialect.emqx;

import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import java.time.Instant;
import java.util.Optional;

/**
 * When the client's token expires. EMQX does not say it by itself; it is read from the client attribute
 * {@code credential_expires_at}, which EMQX can fill from a JWT's {@code exp}, else from the CONNECT's user property of
 * the same name. Seconds since 1970, as in a JWT, or milliseconds. Users choose the value, so anything else is no error.
 */
final class CredentialExpiry {
    static final String NAME = "credential_expires_at";

    /** As seconds the year 5138, as milliseconds the year 1973: what lies below is seconds. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    private static final int MAX_DIGITS = 14;

    private CredentialExpiry() {}

    static Optional<Instant> of(JsonObject payload) throws MalformedMessageException {
        Optional<String> attribute = payload.object("client_attrs").flatMap(attrs -> attrs.scalar(NAME));
        return attribute.isPresent() ? attribute.flatMap(CredentialExpiry::parse) : ofUserProperty(payload);
    }

    private static Optional<Instant> ofUserProperty(JsonObject payload) throws MalformedMessageException {
        Optional<JsonObject> properties = payload.object("conn_props");
        if (properties.isEmpty()) {
            return Optional.empty();
        }
        return properties
                .get()
                .object("User-Property")
                .flatMap(user -> user.scalar(NAME))
                .flatMap(CredentialExpiry::parse);
    }

    private static Optional<Instant> parse(String text) {
        if (text.isEmpty() || text.length() > MAX_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long number = Long.parseLong(text);
        return Optional.of(number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
    }
}
