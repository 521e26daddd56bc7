package dev.fleethealth.streams.query.bundle;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Google Cloud IoT Core and ClearBlade put into a client id:
 * {@code projects/<project>/locations/<region>/registries/<registry>/devices/<device>}.
 */
record VendorName(String project, String region, String registry, String device) {
    private static final Pattern FORM =
            Pattern.compile("projects/([^/]+)/locations/([^/]+)/registries/([^/]+)/devices/([^/]+)");

    static Optional<VendorName> of(String clientId) {
        Matcher form = FORM.matcher(clientId);
        return form.matches()
                ? Optional.of(new VendorName(form.group(1), form.group(2), form.group(3), form.group(4)))
                : Optional.empty();
    }
}
