package dev.fleethealth.streams.delivery.pagerduty;

import dev.fleethealth.streams.delivery.http.Sha256;

/** An alert's key within PagerDuty's 255 characters: as it is, or its beginning and a hash of the whole. */
final class DedupKey {
    static final int LONGEST = 255;

    private static final int BEGINNING = 180;

    private DedupKey() {}

    static String of(String dedupKey) {
        return dedupKey.length() <= LONGEST ? dedupKey : dedupKey.substring(0, BEGINNING) + "#" + Sha256.hex(dedupKey);
    }
}
