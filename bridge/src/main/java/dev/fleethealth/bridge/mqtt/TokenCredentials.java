package dev.fleethealth.bridge.mqtt;

import dev.fleethealth.bridge.config.TokenSettings;
import dev.fleethealth.bridge.link.Credentials;
import dev.fleethealth.bridge.security.Token;
import dev.fleethealth.bridge.security.TokenIssuer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A fresh token for each connection, to be renewed at a random time before it expires. */
final class TokenCredentials implements Credentials.Source {
    private final String username;
    private final TokenIssuer issuer;
    private final Duration margin;
    private final Duration spread;
    private final InstantSource clock;
    private final RandomGenerator random;

    TokenCredentials(String username, TokenSettings settings, InstantSource clock, RandomGenerator random) {
        this.username = username;
        this.issuer = settings.issuer();
        this.margin = settings.renewalMargin();
        this.spread = settings.renewalSpread();
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Optional<Credentials> mint() {
        Token token = issuer.issue(clock.instant());
        byte[] password = token.text().getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Credentials(username, Optional.of(password), Optional.of(renewAt(token))));
    }

    private Instant renewAt(Token token) {
        return token.expiresAt().minus(margin).minusMillis(random.nextLong(spread.toMillis() + 1));
    }
}
