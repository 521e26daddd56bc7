package dev.fleethealth.bridge.config;

import dev.fleethealth.schemas.privacy.KeyedHash;
import dev.fleethealth.schemas.privacy.Privacy;
import dev.fleethealth.schemas.privacy.Treatment;
import dev.fleethealth.service.config.Default;
import dev.fleethealth.service.config.Secret;
import dev.fleethealth.service.config.Setting;
import java.util.Optional;

/**
 * What becomes of personal data before an event leaves the bridge.
 *
 * @param addresses the devices' IP addresses and ports
 * @param userNames the devices' user names
 * @param hashKey what {@code hash} hashes with, at least 16 characters: {@code ${env:NAME}} or {@code ${file:/path}};
 *     the same in every bridge whose events are to be compared
 */
public record PrivacySettings(
        @Default("keep") Treatment addresses,
        @Default("keep") Treatment userNames,
        Optional<Secret> hashKey) {
    private static final int SHORTEST_KEY = 16;

    public PrivacySettings {
        Setting.check(
                hashKey.isPresent() || addresses != Treatment.HASH && userNames != Treatment.HASH,
                "hash-key",
                "required for hash, expected ${env:NAME} or ${file:/path}");
        Setting.check(
                hashKey.map(Secret::reveal).map(String::length).orElse(SHORTEST_KEY) >= SHORTEST_KEY,
                "hash-key",
                "expected at least " + SHORTEST_KEY + " characters");
    }

    /** The switch itself. */
    public Privacy privacy() {
        return new Privacy(addresses, userNames, hashKey.map(Secret::reveal).map(KeyedHash::new));
    }
}
