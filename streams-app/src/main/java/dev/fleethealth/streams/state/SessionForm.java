package dev.fleethealth.streams.state;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.Ending;
import dev.fleethealth.streams.session.Session;
import java.time.Instant;

/** The parts of a device's session. */
public final class SessionForm {
    private static final EventType[] TYPES = EventType.values();
    private static final Category[] CATEGORIES = Category.values();
    private static final Ending.Kind[] KINDS = Ending.Kind.values();

    private SessionForm() {}

    public static void write(BinaryWriter out, Session session) {
        out.optional(session.seenAt(), BinaryWriter::time)
                .each(session.open(), SessionForm::write)
                .optional(session.lastEnd(), SessionForm::write)
                .each(session.recentEndings(), SessionForm::write)
                .each(session.recentAttempts(), BinaryWriter::time);
    }

    public static Session readSession(BinaryReader in) {
        return new Session(
                in.optional(BinaryReader::time),
                in.each(SessionForm::readConnection),
                in.optional(SessionForm::readEnding),
                in.each(SessionForm::readEnding),
                in.each(BinaryReader::time));
    }

    private static void write(BinaryWriter out, Connection connection) {
        out.present(
                        connection.id(),
                        connection.sequence(),
                        connection.keepAliveSeconds(),
                        connection.credentialExpiresAt(),
                        connection.node(),
                        connection.address())
                .time(connection.openedAt())
                .ifPresent(connection.id(), BinaryWriter::text)
                .ifPresent(connection.sequence(), BinaryWriter::number)
                .ifPresent(connection.keepAliveSeconds(), (to, seconds) -> to.number(seconds))
                .ifPresent(connection.credentialExpiresAt(), BinaryWriter::time)
                .ifPresent(connection.node(), BinaryWriter::text)
                .ifPresent(connection.address(), BinaryWriter::text);
    }

    private static Connection readConnection(BinaryReader in) {
        int present = in.raw();
        Instant openedAt = in.time();
        return new Connection(
                in.ifPresent(present, 0, BinaryReader::text),
                in.ifPresent(present, 1, BinaryReader::number),
                openedAt,
                in.ifPresent(present, 2, SessionForm::readInt),
                in.ifPresent(present, 3, BinaryReader::time),
                in.ifPresent(present, 4, BinaryReader::text),
                in.ifPresent(present, 5, BinaryReader::text));
    }

    private static void write(BinaryWriter out, Ending ending) {
        out.choice(ending.kind())
                .time(ending.at())
                .choice(ending.category())
                .flag(ending.derived())
                .optional(ending.connectionId(), BinaryWriter::text);
    }

    private static Ending readEnding(BinaryReader in) {
        return new Ending(
                in.choice(KINDS), in.time(), in.choice(CATEGORIES), in.flag(), in.optional(BinaryReader::text));
    }

    static void write(BinaryWriter out, DeviceEvent event) {
        out.present(
                        event.connectionId(),
                        event.sequence(),
                        event.keepAliveSeconds(),
                        event.credentialExpiresAt(),
                        event.category(),
                        event.rawReason(),
                        event.node(),
                        event.address())
                .choice(event.type())
                .time(event.at())
                .text(event.source())
                .flag(event.counts())
                .ifPresent(event.connectionId(), BinaryWriter::text)
                .ifPresent(event.sequence(), BinaryWriter::number)
                .ifPresent(event.keepAliveSeconds(), (to, seconds) -> to.number(seconds))
                .ifPresent(event.credentialExpiresAt(), BinaryWriter::time)
                .ifPresent(event.category(), BinaryWriter::choice)
                .ifPresent(event.rawReason(), BinaryWriter::text)
                .ifPresent(event.node(), BinaryWriter::text)
                .ifPresent(event.address(), BinaryWriter::text);
    }

    static DeviceEvent readEvent(BinaryReader in) {
        int present = in.raw();
        EventType type = in.choice(TYPES);
        Instant at = in.time();
        String source = in.text();
        boolean counts = in.flag();
        return new DeviceEvent(
                type,
                at,
                in.ifPresent(present, 0, BinaryReader::text),
                in.ifPresent(present, 1, BinaryReader::number),
                in.ifPresent(present, 2, SessionForm::readInt),
                in.ifPresent(present, 3, BinaryReader::time),
                in.ifPresent(present, 4, SessionForm::readCategory),
                in.ifPresent(present, 5, BinaryReader::text),
                source,
                in.ifPresent(present, 6, BinaryReader::text),
                in.ifPresent(present, 7, BinaryReader::text),
                counts);
    }

    private static Integer readInt(BinaryReader in) {
        return (int) in.number();
    }

    private static Category readCategory(BinaryReader in) {
        return in.choice(CATEGORIES);
    }
}
