package dev.fleethealth.bridge.doctor.tls;

import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Target;
import dev.fleethealth.service.tls.InvalidPemException;
import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.X509TrustManager;

/** Whether the broker's certificate holds now, for this host, and by an authority that is trusted. */
public final class CertificateCheck {
    private static final String CHAIN = "certificate";
    private static final String NAME = "certificate-name";
    private static final String TRUST = "certificate-trust";
    private static final String OWN = "client-certificate";
    private static final Duration SOON = Duration.ofDays(30);
    /** The roots of ClearBlade's current endpoints; the older ones are being retired (its troubleshooting guide). */
    private static final List<String> CLEARBLADE_ROOTS =
            List.of("DigiCert TLS ECC P384 Root G5", "DigiCert TLS RSA4096 Root G5");

    private final Target target;
    private final Instant now;

    public CertificateCheck(Target target, Instant now) {
        this.target = target;
        this.now = now;
    }

    public List<Finding> examine() {
        try (Handshake handshake = Handshake.withoutTrust(target)) {
            List<Finding> findings = new ArrayList<>(judge(handshake.chain()));
            if (handshake.asksForCertificate()) {
                findings.add(own());
            }
            return findings;
        } catch (IOException e) {
            return List.of(Finding.failed(
                    CHAIN,
                    "the handshake breaks off: " + e.getMessage(),
                    "Compare the cipher suites and TLS settings of both sides; the broker's log names the cause."));
        }
    }

    List<Finding> judge(List<X509Certificate> chain) {
        List<Finding> findings = new ArrayList<>(List.of(validity(chain), name(chain.get(0)), trust(chain)));
        if (target.isDialect("clearblade")) {
            findings.add(clearbladeRoot(chain));
        }
        return findings;
    }

    private Finding validity(List<X509Certificate> chain) {
        X509Certificate first = chain.stream()
                .min((one, other) -> one.getNotAfter().compareTo(other.getNotAfter()))
                .orElseThrow();
        String found = subject(chain.get(0)) + ", " + chain.size() + " in the chain, holds until "
                + first.getNotAfter().toInstant();
        Instant end = first.getNotAfter().toInstant();
        if (end.isBefore(now)) {
            return Finding.failed(
                    CHAIN,
                    subject(first) + " expired at " + end,
                    "The broker needs a new certificate. If its date looks right, this machine's clock is ahead: it says "
                            + now + ".");
        }
        Instant begin = chain.get(0).getNotBefore().toInstant();
        if (begin.isAfter(now)) {
            return Finding.failed(
                    CHAIN,
                    subject(chain.get(0)) + " holds only from " + begin,
                    "This machine's clock is probably behind: it says " + now + ". Set it, best by NTP.");
        }
        return end.isBefore(now.plus(SOON))
                ? Finding.warning(CHAIN, found, "Have it renewed: in less than 30 days no device gets in.")
                : Finding.ok(CHAIN, found);
    }

    private Finding name(X509Certificate certificate) {
        HostNames names = HostNames.of(certificate);
        return names.include(target.host())
                ? Finding.ok(NAME, "it holds for " + target.host())
                : Finding.failed(
                        NAME,
                        "it holds for " + names.described() + ", not for " + target.host(),
                        "Connect by one of these names (never by address), or have the certificate issued for the name"
                                + " that devices use. After a move of endpoints, an old host name is the usual cause.");
    }

    private Finding trust(List<X509Certificate> chain) {
        String authorities =
                target.authorities().map(file -> "the authorities in " + file).orElse("the authorities of this JDK");
        try {
            authority().checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
            return Finding.ok(TRUST, "signed by " + authorities);
        } catch (CertificateException e) {
            return isOnlyExpired(chain)
                    ? Finding.skipped(TRUST, "an expired certificate cannot be checked further")
                    : Finding.failed(
                            TRUST,
                            "not signed by " + authorities + "; its issuer is " + issuer(chain.get(chain.size() - 1)),
                            "Load that issuer's root certificate on the device (--ca FILE here). A root left from before"
                                    + " a migration, or a network that intercepts TLS, looks just like this.");
        } catch (InvalidPemException e) {
            return Finding.failed(TRUST, String.valueOf(e.getMessage()), "Give a PEM file with --ca.");
        }
    }

    private boolean isOnlyExpired(List<X509Certificate> chain) {
        return chain.stream()
                .anyMatch(certificate -> certificate.getNotAfter().toInstant().isBefore(now));
    }

    private X509TrustManager authority() {
        return Arrays.stream(target.trusted().getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Finding clearbladeRoot(List<X509Certificate> chain) {
        String issuer = issuer(chain.get(chain.size() - 1));
        return CLEARBLADE_ROOTS.stream().anyMatch(issuer::contains)
                ? Finding.ok("certificate-root", "its root is " + issuer)
                : Finding.warning(
                        "certificate-root",
                        "its root is " + issuer + ", not one of DigiCert's G5 roots",
                        "Hosts without -g5- in their name use the root that is being retired: move to the G5 host and"
                                + " load its root on the devices first.");
    }

    private Finding own() {
        return target.identity().isPresent()
                ? Finding.ok(OWN, "the broker asks for a certificate, and one is given")
                : Finding.warning(
                        OWN,
                        "the broker asks for a certificate of the device",
                        "If it insists, it closes the connection after the handshake: give --cert and --key.");
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private static String issuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().getName();
    }
}
