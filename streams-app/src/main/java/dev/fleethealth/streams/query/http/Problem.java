package dev.fleethealth.streams.query.http;

import dev.fleethealth.streams.query.json.Fields;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A request that is not answered as it was meant: what was wrong, and what was expected (RFC 9457). */
final class Problem extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String title;
    private final transient List<String> fleets;
    private final transient Map<String, String> headers;

    private Problem(int status, String title, String detail, List<String> fleets, Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.title = title;
        this.fleets = fleets;
        this.headers = headers;
    }

    /** @param detail what, where, and what was expected */
    static Problem of(int status, String title, String detail) {
        return new Problem(status, title, detail, List.of(), Map.of());
    }

    static Problem of(int status, String title, String detail, String header, String value) {
        return new Problem(status, title, detail, List.of(), Map.of(header, value));
    }

    static Problem parameter(String name, String expected) {
        return of(400, "Wrong parameter", name + ": " + expected);
    }

    static Problem body(String expected) {
        return of(400, "Wrong body", expected);
    }

    /** @param later rounded up to whole seconds, at least one */
    static Problem later(int status, String title, String detail, Duration later) {
        long seconds = Math.max(1, later.plusSeconds(1).minusNanos(1).toSeconds());
        return of(status, title, detail, "Retry-After", Long.toString(seconds));
    }

    static Problem ambiguous(List<String> fleets) {
        return new Problem(
                409, "Several devices of this id", "fleet: expected one of those that have it", fleets, Map.of());
    }

    Reply reply() {
        Reply.Whole reply = Reply.json(
                status,
                new Fields("status", status)
                        .with("title", title)
                        .with("detail", String.valueOf(getMessage()))
                        .with("fleets", fleets.isEmpty() ? null : fleets)
                        .values());
        return reply.as("application/problem+json").with(headers);
    }
}
