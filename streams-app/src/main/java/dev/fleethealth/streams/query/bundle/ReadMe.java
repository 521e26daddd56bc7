package dev.fleethealth.streams.query.bundle;

/** Tells who opens a bundle what is in it, and what is not. */
final class ReadMe {
    private static final String TEXT = """
            Fleet Health: support bundle of one device

            Client id:           %s
            %sFleet:               %s
            Time of the trouble: %s (UTC)
            Made:                %s (UTC)
            Newest event known:  %s (UTC)
            Events:              %s

            README.txt      this text
            device.json     the device as it is now, and the parts of its client id
            diagnosis.txt   what was wrong, why, what to do, and what the broker said, for people
            diagnosis.json  the same for programs
            timeline.csv    its events for spreadsheets, times in UTC
            timeline.json   its events and the connections that they make; times are milliseconds since 1970, UTC
            changes.json    what was different when it connected than at the connection before
            alerts.json     alerts of the device and of its fleet in the week before
            detectors.yaml  what Fleet Health was told to look for in this fleet

            IP addresses and user names are replaced by hashes. Their key was made for this bundle and thrown away: equal
            hashes mean equal values within this bundle, and nobody can go back. No password, token or key is in it. Client
            ids, names of fleets and of the broker's nodes are as they are.

            Support asks for more than Fleet Health can know. Add where you have it:
            - the error message or code as the device or its modem logged it, with time and zone
            - a capture of packets around the failure, where the network or TLS is suspected
            - the part of the device's program that sets up the MQTT client
            - what was changed in the last 24 hours: registry, keys of the device, firmware, network
            """;

    private ReadMe() {}

    static String of(BundleContent content) {
        var device = content.timeline().device();
        String vendor = VendorName.of(device.id())
                .map(it -> """
                        Project:             %s
                        Region:              %s
                        Registry:            %s
                        Device:              %s
                        """.formatted(it.project(), it.region(), it.registry(), it.device()))
                .orElse("");
        return TEXT.formatted(
                device.id(),
                vendor,
                device.fleet(),
                content.at(),
                content.made(),
                content.freshness().newestEvent() == null
                        ? "none"
                        : content.freshness().newestEvent(),
                content.timeline().events().size()
                        + (content.timeline().complete() ? "" : ", older ones are no longer kept"));
    }
}
