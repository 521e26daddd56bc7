package dev.fleethealth.bridge.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.fleethealth.bridge.security.TokenAlgorithm;
import dev.fleethealth.bridge.security.TokenIssuer;
import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.Setting;
import dev.fleethealth.service.tls.InvalidPemException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The JSON Web Token (RFC 7519) that the bridge makes for each connection. Before it expires, the bridge connects anew
 * with the next one; the broker keeps the session meanwhile.
 *
 * @param algorithm {@code ES256} or {@code RS256}
 * @param key private key in PEM, without a passphrase: {@code ${file:/path}} or {@code ${env:NAME}}
 * @param keyId which of its keys the broker verifies with ({@code kid} in the header)
 * @param audience for whom the token is made ({@code aud}), such as a project's id
 * @param lifetime how long a token holds ({@code exp} minus {@code iat}), 10 s to 24 h; ClearBlade takes no longer ones
 * @param renewBefore how long before {@code exp} the bridge connects anew, at the latest; by default 5 min or a tenth of
 *     the lifetime, whichever is longer, but not more than half of the lifetime
 * @param renewJitter a random part of this is added to {@code renew-before}, so that several bridges don't connect anew
 *     at one time; by default a tenth of the time until then
 * @param claims further claims, with the values that they shall have
 */
public record TokenSettings(
        TokenAlgorithm algorithm,
        Secret key,
        Optional<String> keyId,
        Optional<String> audience,
        @Default("1h") Duration lifetime,
        Optional<Duration> renewBefore,
        Optional<Duration> renewJitter,
        Map<String, JsonNode> claims) {

    private static final Duration LONGEST = Duration.ofHours(24);
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration SHORTEST_USE = Duration.ofSeconds(1);
    private static final Duration USUAL_MARGIN = Duration.ofMinutes(5);
    private static final Set<String> OWN_CLAIMS = Set.of("aud", "iat", "exp");

    public TokenSettings {
        Setting.inRange("lifetime", lifetime, SHORTEST, LONGEST);
        Duration longestMargin = lifetime.minus(SHORTEST_USE);
        renewBefore.ifPresent(before -> Setting.inRange("renew-before", before, Duration.ofSeconds(1), longestMargin));
        Duration longestSpread = longestMargin.minus(margin(lifetime, renewBefore));
        renewJitter.ifPresent(jitter -> Setting.inRange("renew-jitter", jitter, Duration.ZERO, longestSpread));
        OWN_CLAIMS.forEach(claim -> Setting.check(
                !claims.containsKey(claim), "claims." + claim, "follows from audience and lifetime, remove it"));
        checkKey(algorithm, key);
    }

    /** How long before its end a token is replaced, at the latest. */
    public Duration renewalMargin() {
        return margin(lifetime, renewBefore);
    }

    /** How much earlier than that it may happen. */
    public Duration renewalSpread() {
        return renewJitter.orElseGet(() -> lifetime.minus(renewalMargin()).dividedBy(10));
    }

    /** Makes the tokens. */
    public TokenIssuer issuer() {
        Map<String, JsonNode> content = new HashMap<>(claims);
        audience.ifPresent(name -> content.put("aud", JsonNodeFactory.instance.textNode(name)));
        return new TokenIssuer(algorithm, algorithm.key(key.reveal()), keyId, content, lifetime);
    }

    private static Duration margin(Duration lifetime, Optional<Duration> renewBefore) {
        Duration tenth = lifetime.dividedBy(10);
        Duration half = lifetime.dividedBy(2);
        Duration usual = tenth.compareTo(USUAL_MARGIN) > 0 ? tenth : USUAL_MARGIN;
        return renewBefore.orElse(usual.compareTo(half) > 0 ? half : usual);
    }

    private static void checkKey(TokenAlgorithm algorithm, Secret key) {
        try {
            algorithm.key(key.reveal());
        } catch (InvalidPemException e) {
            Setting.check(false, "key", String.valueOf(e.getMessage()));
        }
    }
}
