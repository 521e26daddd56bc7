package dev.fleethealth.bridge.doctor.tls;

/** What a broker did with the offer of one TLS version. */
enum Answer {
    ACCEPTED,
    /** A TLS alert, or an orderly close. */
    REFUSED,
    /** A TCP RST instead of any answer. */
    RESET,
    SILENT,
    /** Something that is no TLS. */
    OTHER_PROTOCOL
}
