package dev.fleethealth.bridge.doctor.tls;

/** Versions of TLS that a broker may speak, by their number on the wire (RFC 2246, RFC 4346, RFC 5246, RFC 8446). */
enum TlsVersion {
    TLS_1_0("TLS 1.0", "TLSv1", 0x0301),
    TLS_1_1("TLS 1.1", "TLSv1.1", 0x0302),
    TLS_1_2("TLS 1.2", "TLSv1.2", 0x0303),
    TLS_1_3("TLS 1.3", "TLSv1.3", 0x0304);

    private final String title;
    private final String protocol;
    private final int wireNumber;

    TlsVersion(String title, String protocol, int wireNumber) {
        this.title = title;
        this.protocol = protocol;
        this.wireNumber = wireNumber;
    }

    /** For people. */
    String title() {
        return title;
    }

    /** The JDK's name. */
    String protocol() {
        return protocol;
    }

    int wireNumber() {
        return wireNumber;
    }

    /** Both are withdrawn (RFC 8996); the JDK no longer speaks them. */
    boolean isOutdated() {
        return this == TLS_1_0 || this == TLS_1_1;
    }
}
