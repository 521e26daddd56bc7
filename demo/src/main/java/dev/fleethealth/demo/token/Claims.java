package dev.fleethealth.demo.token;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * What a token says (RFC 7519).
 *
 * @param subject the client id that it was issued to
 * @param issuedAtSecond seconds since the epoch
 * @param expiresAtSecond seconds since the epoch; at this second the token is no longer valid
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Claims(
        @JsonProperty(value = "sub", required = true) String subject,
        @JsonProperty(value = "iat", required = true) long issuedAtSecond,
        @JsonProperty(value = "exp", required = true) long expiresAtSecond) {

    @JsonIgnore
    public Instant expiresAt() {
        return Instant.ofEpochSecond(expiresAtSecond);
    }

    @JsonIgnore
    Instant issuedAt() {
        return Instant.ofEpochSecond(issuedAtSecond);
    }
}
