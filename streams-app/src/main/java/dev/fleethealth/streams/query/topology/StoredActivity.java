package dev.fleethealth.streams.query.topology;

import dev.fleethealth.streams.query.state.Minute;
import dev.fleethealth.streams.query.state.MinuteForm;
import dev.fleethealth.streams.query.state.StoreKeys;
import dev.fleethealth.streams.session.Happening;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** What happens in fleets, minute by minute. */
final class StoredActivity {
    private final KeyValueStore<Bytes, byte[]> store;

    StoredActivity(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
    }

    /** Counts what an event meant, in the minute in which it happened. */
    void count(String fleet, Happening happening) {
        if (happening instanceof Happening.Opened) {
            change(fleet, happening.at(), Minute::connected);
        } else if (happening instanceof Happening.Ended ended) {
            change(fleet, ended.at(), minute -> minute.ended(ended.ending().category()));
        } else if (happening instanceof Happening.Refused refused) {
            change(
                    fleet,
                    refused.at(),
                    minute -> minute.refused(refused.ending().category()));
        }
    }

    /** So many devices are online from that time on. */
    void online(String fleet, Instant at, long devices) {
        change(fleet, at, minute -> minute.withOnline(devices));
    }

    private void change(String fleet, Instant at, UnaryOperator<Minute> change) {
        Bytes key = StoreKeys.minute(fleet, Minute.numberOf(at));
        byte[] known = store.get(key);
        Minute minute = known == null ? Minute.NOTHING : MinuteForm.read(known);
        store.put(key, MinuteForm.write(change.apply(minute)));
    }
}
