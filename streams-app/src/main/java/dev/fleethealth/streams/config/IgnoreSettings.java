package dev.fleethealth.streams.config;

import dev.fleethealth.service.config.Default;
import dev.fleethealth.streams.policy.AddressBlock;
import dev.fleethealth.streams.policy.IgnoreList;
import dev.fleethealth.streams.policy.NamePattern;
import java.util.List;

/**
 * Whose events are counted and otherwise of no interest, such as those of load balancers that probe the broker.
 *
 * @param clientIds exact, globs, or regular expressions between slashes
 * @param addresses IP addresses and blocks of them in CIDR notation
 * @param usernames as client ids are written
 * @param withoutClientId whether connections and attempts without a client id are ignored
 */
public record IgnoreSettings(
        List<String> clientIds,
        List<String> addresses,
        List<String> usernames,
        @Default("false") boolean withoutClientId) {
    public IgnoreSettings {
        PatternSetting.checkAll("client-ids", clientIds, NamePattern::of);
        PatternSetting.checkAll("addresses", addresses, AddressBlock::of);
        PatternSetting.checkAll("usernames", usernames, NamePattern::of);
    }

    IgnoreList list() {
        return new IgnoreList(
                clientIds.stream().map(NamePattern::of).toList(),
                addresses.stream().map(AddressBlock::of).toList(),
                usernames.stream().map(NamePattern::of).toList(),
                withoutClientId);
    }
}
