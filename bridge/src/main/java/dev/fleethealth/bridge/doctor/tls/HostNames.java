package dev.fleethealth.bridge.doctor.tls;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names for which a certificate holds (subject alternative names; RFC 9525). */
record HostNames(List<String> names, List<String> addresses) {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    static HostNames of(X509Certificate certificate) {
        try {
            Collection<List<?>> entries = Optional.ofNullable(certificate.getSubjectAlternativeNames())
                    .orElse(List.of());
            return new HostNames(ofKind(entries, DNS_NAME), ofKind(entries, IP_ADDRESS));
        } catch (CertificateParsingException e) {
            return new HostNames(List.of(), List.of());
        }
    }

    boolean include(String host) {
        return isAddress(host)
                ? addresses.stream().anyMatch(address -> sameAddress(address, host))
                : names.stream().anyMatch(name -> matches(name, host));
    }

    /** For people. */
    String described() {
        String all = String.join(", ", names) + (addresses.isEmpty() ? "" : " " + String.join(", ", addresses));
        return all.isBlank() ? "no name at all" : all.strip();
    }

    /** An asterisk stands for exactly one label, the leftmost. */
    private static boolean matches(String name, String host) {
        String pattern = name.toLowerCase(Locale.ROOT);
        String wanted = host.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        return pattern.equals(wanted)
                || pattern.startsWith("*.") && dot > 0 && pattern.substring(1).equals(wanted.substring(dot));
    }

    private static boolean isAddress(String host) {
        return host.contains(":") || host.matches("[0-9]+(\\.[0-9]+){3}");
    }

    private static boolean sameAddress(String one, String other) {
        try {
            return InetAddress.getByName(one).equals(InetAddress.getByName(other));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static List<String> ofKind(Collection<List<?>> entries, int kind) {
        return entries.stream()
                .filter(entry -> Integer.valueOf(kind).equals(entry.get(0)))
                .map(entry -> String.valueOf(entry.get(1)))
                .toList();
    }
}
