package dev.fleethealth.streams.query.json;

import dev.fleethealth.streams.query.DeviceConnection;
import dev.fleethealth.streams.query.Online;
import dev.fleethealth.streams.query.Presence;
import dev.fleethealth.streams.query.TimeSpan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a device was online, as the API shows it; how long only where a span was asked for. */
record OnlineView(
        Presence answer,
        @Nullable Instant at,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long onlineMillis,
        @Nullable Long offlineMillis,
        @Nullable Long unknownMillis,
        @Nullable DeviceConnection connection) {
    static OnlineView of(Online it) {
        TimeSpan span = it.span();
        return span == null
                ? new OnlineView(it.state(), it.at(), null, null, null, null, null, it.connection())
                : new OnlineView(
                        it.state(),
                        null,
                        span.from(),
                        span.to(),
                        it.online().toMillis(),
                        it.offline().toMillis(),
                        it.unknown().toMillis(),
                        it.connection());
    }
}
