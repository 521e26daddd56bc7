package dev.fleethealth.bridge.dialect;

import java.util.Optional;

/**
 * What a dialect may need to know about the broker.
 *
 * @param brokerVersion the broker's version, where its messages differ by version
 */
public record DialectOptions(Optional<String> brokerVersion) {
    public static final DialectOptions NONE = new DialectOptions(Optional.empty());
}
