package dev.fleethealth.bridge.doctor.tls;

import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Target;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which versions of TLS the broker speaks. */
public final class VersionCheck {
    private static final String CHECK = "tls-version";
    private static final String RESET_ADVICE =
            "The ClientHello was answered by a TCP RST. Causes, in the order to check: a port that speaks MQTT without TLS (--no-tls), a carrier or firewall that"
                    + " inspects packets and cuts rapid reconnects (try another network; back off from 1 s, doubling, to"
                    + " 60 s, with jitter), a device that offers less than TLS 1.2, a load balancer with no healthy"
                    + " broker behind it. Note the time with its zone and capture packets for the carrier.";

    private VersionCheck() {}

    public static Finding examine(Target target) {
        VersionProbe probe = new VersionProbe(target);
        Map<TlsVersion, Answer> answers = new EnumMap<>(TlsVersion.class);
        for (TlsVersion version : TlsVersion.values()) {
            answers.put(version, probe.offer(version));
        }
        return judge(answers);
    }

    static Finding judge(Map<TlsVersion, Answer> answers) {
        List<TlsVersion> accepted = with(answers, Answer.ACCEPTED);
        List<TlsVersion> current =
                accepted.stream().filter(version -> !version.isOutdated()).toList();
        if (current.isEmpty()) {
            return withoutCurrent(answers, accepted);
        }
        if (current.size() < accepted.size()) {
            return Finding.warning(
                    CHECK,
                    "the broker takes " + titles(accepted),
                    "TLS 1.0 and 1.1 are withdrawn (RFC 8996): ask whoever runs the broker to switch them off.");
        }
        return Finding.ok(CHECK, "the broker takes " + titles(current) + ", none older");
    }

    private static Finding withoutCurrent(Map<TlsVersion, Answer> answers, List<TlsVersion> outdated) {
        if (!outdated.isEmpty()) {
            return Finding.failed(
                    CHECK,
                    "the broker takes only " + titles(outdated),
                    "Programs of today refuse TLS below 1.2: the broker has to be updated.");
        }
        if (answers.containsValue(Answer.OTHER_PROTOCOL)) {
            return Finding.failed(
                    CHECK,
                    "what answers on this port does not speak TLS",
                    "Check the port: 8883 is usual for MQTT over TLS, 1883 (--no-tls) for MQTT without.");
        }
        if (answers.containsValue(Answer.RESET)) {
            return Finding.failed(CHECK, "the connection is reset during the ClientHello", RESET_ADVICE);
        }
        if (with(answers, Answer.SILENT).size() == answers.size()) {
            return Finding.failed(
                    CHECK,
                    "the port is open, and no ClientHello is answered",
                    "Something on the way holds packets back, or the port speaks another protocol: try from another"
                            + " network, and check the port.");
        }
        return Finding.failed(
                CHECK,
                "the broker refuses every TLS version from 1.0 to 1.3",
                "Its TLS settings are broken, or it refuses the name: check the host's spelling and the broker's log.");
    }

    private static List<TlsVersion> with(Map<TlsVersion, Answer> answers, Answer wanted) {
        List<TlsVersion> versions = new ArrayList<>(answers.keySet());
        versions.removeIf(version -> answers.get(version) != wanted);
        return versions;
    }

    private static String titles(List<TlsVersion> versions) {
        return versions.stream().map(TlsVersion::title).collect(Collectors.joining(", "));
    }
}
