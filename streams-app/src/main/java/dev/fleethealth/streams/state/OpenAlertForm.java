package dev.fleethealth.streams.state;

import dev.fleethealth.schemas.Scope;
import dev.fleethealth.schemas.Severity;
import dev.fleethealth.streams.alert.Episode;
import dev.fleethealth.streams.alert.OpenAlert;
import dev.fleethealth.streams.alert.Subject;
import dev.fleethealth.streams.detector.ProbableCause;

/** {@link OpenAlert} in the stores of open alerts. */
public final class OpenAlertForm {
    private static final int VERSION = 2;
    private static final Scope[] SCOPES = Scope.values();
    private static final Severity[] SEVERITIES = Severity.values();
    private static final ProbableCause[] CAUSES = ProbableCause.values();

    private OpenAlertForm() {}

    public static byte[] write(OpenAlert alert) {
        BinaryWriter out = new BinaryWriter().raw(VERSION);
        Subject subject = alert.subject();
        out.text(subject.detector())
                .choice(subject.scope())
                .text(subject.fleet())
                .text(subject.name());
        Episode episode = alert.episode();
        out.time(episode.openedAt())
                .choice(episode.severity())
                .choice(episode.cause())
                .real(episode.openedBy())
                .real(episode.observed())
                .time(episode.updatedAt())
                .optional(episode.belowSince(), BinaryWriter::time)
                .optional(episode.clearedAt(), BinaryWriter::time)
                .bytes(AlertForm.write(alert.worst()));
        return out.toBytes();
    }

    public static OpenAlert read(byte[] bytes) {
        BinaryReader in = BinaryReader.of(bytes, VERSION, "open alert");
        Subject subject = new Subject(in.text(), in.choice(SCOPES), in.text(), in.text());
        Episode episode = new Episode(
                subject.dedupKey(),
                in.time(),
                in.choice(SEVERITIES),
                in.choice(CAUSES),
                in.real(),
                in.real(),
                in.time(),
                in.optional(BinaryReader::time),
                in.optional(BinaryReader::time));
        return new OpenAlert(subject, episode, AlertForm.read(in.bytes()));
    }
}
