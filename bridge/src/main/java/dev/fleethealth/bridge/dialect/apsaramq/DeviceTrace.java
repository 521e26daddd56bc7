package dev.fleethealth.bridge.dialect.apsaramq;

import dev.fleethealth.bridge.dialect.Decoding;
import dev.fleethealth.bridge.dialect.json.JsonObject;
import dev.fleethealth.bridge.dialect.json.MalformedMessageException;
import dev.fleethealth.schemas.ConnectionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The answer of QueryMqttTraceDevice (alibabacloud.com/help/en/apsaramq-for-mqtt/api-querymqtttracedevice), or a single
 * record of its {@code DeviceInfoList}. The answer does not repeat whose trace it is: whoever asked may add {@code
 * ClientId} to the answer or to its records.
 */
final class DeviceTrace {
    private DeviceTrace() {}

    static Decoding decode(JsonObject payload) throws MalformedMessageException {
        Optional<String> clientId = payload.text("ClientId");
        List<JsonObject> records = payload.has("DeviceInfoList") ? payload.objects("DeviceInfoList") : List.of(payload);
        List<ConnectionEvent.Builder> drafts = new ArrayList<>(records.size());
        for (JsonObject record : records) {
            TraceRecord.read(record, clientId).ifPresent(drafts::add);
        }
        return drafts.isEmpty()
                ? new Decoding.Ignored("a device trace without records about connections")
                : new Decoding.Events(drafts);
    }
}
