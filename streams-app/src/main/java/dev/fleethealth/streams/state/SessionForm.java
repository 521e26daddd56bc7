package dev.fleethealth.streams.state;

import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.streams.session.Connection;
import dev.fleethealth.streams.session.DeviceEvent;
import dev.fleethealth.streams.session.Ending;
import dev.fleethealth.streams.session.Session;

/** The parts of a device's session. */
final class SessionForm {
    private static final EventType[] TYPES = EventType.values();
    private static final Category[] CATEGORIES = Category.values();
    private static final Ending.Kind[] KINDS = Ending.Kind.values();

    private SessionForm() {}

    static void write(BinaryWriter out, Session session) {
        out.optional(session.seenAt(), BinaryWriter::time)
                .each(session.open(), SessionForm::write)
                .optional(session.connectedAt(), BinaryWriter::time)
                .optional(session.lastEnd(), SessionForm::write)
                .each(session.recentEndings(), SessionForm::write)
                .each(session.recentAttempts(), BinaryWriter::time);
    }

    static Session readSession(BinaryReader in) {
        return new Session(
                in.optional(BinaryReader::time),
                in.each(SessionForm::readConnection),
                in.optional(BinaryReader::time),
                in.optional(SessionForm::readEnding),
                in.each(SessionForm::readEnding),
                in.each(BinaryReader::time));
    }

    private static void write(BinaryWriter out, Connection connection) {
        out.optional(connection.id(), BinaryWriter::text)
                .optional(connection.sequence(), BinaryWriter::number)
                .time(connection.openedAt())
                .optional(connection.keepAliveSeconds(), (to, seconds) -> to.number(seconds))
                .optional(connection.credentialExpiresAt(), BinaryWriter::time)
                .optional(connection.node(), BinaryWriter::text)
                .optional(connection.address(), BinaryWriter::text);
    }

    private static Connection readConnection(BinaryReader in) {
        return new Connection(
                in.optional(BinaryReader::text),
                in.optional(BinaryReader::number),
                in.time(),
                in.optional(SessionForm::readInt),
                in.optional(BinaryReader::time),
                in.optional(BinaryReader::text),
                in.optional(BinaryReader::text));
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
        out.choice(event.type())
                .time(event.at())
                .optional(event.connectionId(), BinaryWriter::text)
                .optional(event.sequence(), BinaryWriter::number)
                .optional(event.keepAliveSeconds(), (to, seconds) -> to.number(seconds))
                .optional(event.credentialExpiresAt(), BinaryWriter::time)
                .optional(event.category(), BinaryWriter::choice)
                .text(event.source())
                .optional(event.node(), BinaryWriter::text)
                .optional(event.address(), BinaryWriter::text)
                .flag(event.counts());
    }

    static DeviceEvent readEvent(BinaryReader in) {
        return new DeviceEvent(
                in.choice(TYPES),
                in.time(),
                in.optional(BinaryReader::text),
                in.optional(BinaryReader::number),
                in.optional(SessionForm::readInt),
                in.optional(BinaryReader::time),
                in.optional(SessionForm::readCategory),
                in.text(),
                in.optional(BinaryReader::text),
                in.optional(BinaryReader::text),
                in.flag());
    }

    private static Integer readInt(BinaryReader in) {
        return (int) in.number();
    }

    private static Category readCategory(BinaryReader in) {
        return in.choice(CATEGORIES);
    }
}
