package dev.fleethealth.bridge.dialect.clearblade;

import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.bridge.dialect.json.Rfc3339;
import dev.fleethealth.schemas.ConnectionEvent;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the broker's log, taken apart. The words are what is left without time, client id and addresses, so that a
 * device named like an error is none.
 *
 * @param at the RFC 3339 time at the line's start
 * @param remote the other end in an error of Go's network library ({@code read tcp LOCAL->REMOTE: …}); a load balancer,
 *     where there is one, so it is not taken for the device's address
 */
record LineParts(String words, Optional<Instant> at, Optional<String> clientId, Optional<String> remote) {
    private static final String NAME = "[^/\\s\"']{1,256}+";
    private static final Pattern TIME = Pattern.compile(
            "^[\\[(]?(?:time=)?\"?(\\d{4}-\\d\\d-\\d\\dT[0-9:.]{8,18}(?:Z|[+-]\\d\\d:\\d\\d))[])\"]?\\s*+");
    private static final Pattern CLIENT_ID = Pattern.compile(
            "projects/%1$s/locations/%1$s/registries/%1$s/devices/[A-Za-z0-9+.%%_~|-]{1,256}+".formatted(NAME));
    private static final Pattern ADDRESSES = Pattern.compile("(read|write) tcp[46]? [^\\s>]{1,64}->([^\\s>]{1,64}): ");

    static LineParts of(String line) throws MalformedMessageException {
        Matcher time = TIME.matcher(line);
        boolean timed = time.find();
        Optional<Instant> at = timed ? Optional.of(Rfc3339.parse("the line's time", time.group(1))) : Optional.empty();
        String text = timed ? line.substring(time.end()) : line;
        Matcher addresses = ADDRESSES.matcher(text);
        boolean addressed = text.contains(" tcp") && addresses.find();
        Optional<String> remote = addressed ? Optional.of(addresses.group(2)) : Optional.empty();
        String withoutAddresses = addressed ? addresses.replaceAll("$1 tcp ") : text;
        if (!withoutAddresses.contains("projects/")) {
            return new LineParts(withoutAddresses.strip(), at, Optional.empty(), remote);
        }
        Matcher clientIds = CLIENT_ID.matcher(withoutAddresses);
        Optional<String> clientId = onlyMatch(clientIds);
        return new LineParts(clientIds.replaceAll("").strip(), at, clientId, remote);
    }

    void writeTo(ConnectionEvent.Builder draft) {
        at.ifPresent(draft::setOccurredAt);
        clientId.ifPresent(draft::setClientId);
        remote.ifPresent(address -> draft.setAttributes(Map.of("remote", address)));
    }

    /** A line that names two clients is about neither for sure. */
    private static Optional<String> onlyMatch(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        String first = matcher.group();
        while (matcher.find()) {
            if (!matcher.group().equals(first)) {
                return Optional.empty();
            }
        }
        return Optional.of(first);
    }
}
