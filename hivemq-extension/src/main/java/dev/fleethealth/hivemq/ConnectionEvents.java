package dev.fleethealth.hivemq;

import com.hivemq.extension.sdk.api.events.client.parameters.DisconnectEventInput;
import com.hivemq.extension.sdk.api.parameter.ClientBasedInput;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes what HiveMQ's callbacks carry about one connection; {@code docs/dialects/hivemq.md} describes the fields. */
final class ConnectionEvents {
    /** Connection attribute in which an authenticator says when the token expires: text, epoch milliseconds. */
    static final String CREDENTIAL_EXPIRY = "fleethealth.credential-expires-at";

    private final String node;
    private final String connectionId;

    ConnectionEvents(String node, String connectionId) {
        this.node = node;
        this.connectionId = connectionId;
    }

    /**
     * What the extension itself remembers of a connection.
     *
     * @param connect what the client said in its CONNECT, as JSON; absent if the extension came later
     * @param connectedAt when the client was accepted; absent before that
     */
    record Memory(Optional<String> connect, Optional<Instant> connectedAt) {}

    byte[] connected(Instant at, ClientBasedInput input, Memory memory) {
        return common("client.connected", "onAuthenticationSuccessful", at, input, memory)
                .toBytes();
    }

    byte[] ended(String event, String callback, Instant at, DisconnectEventInput input, Memory memory) {
        JsonWriter json = common(event, callback, at, input, memory);
        json.text("reasonCode", input.getReasonCode().map(Enum::name));
        json.text("reasonString", input.getReasonString().map(Texts::bounded));
        input.getUserProperties().ifPresent(properties -> ConnectFields.write(json, properties));
        return json.toBytes();
    }

    private JsonWriter common(String event, String callback, Instant at, ClientBasedInput input, Memory memory) {
        JsonWriter json = new JsonWriter()
                .text("event", event)
                .text("callback", callback)
                .number("at", at.toEpochMilli())
                .text("node", node)
                .text("connectionId", connectionId)
                .text("clientId", input.getClientInformation().getClientId());
        NetworkFields.write(json, input.getConnectionInformation());
        memory.connectedAt().ifPresent(time -> json.number("connectedAt", time.toEpochMilli()));
        credentialExpiry(input).ifPresent(time -> json.number("credentialExpiresAt", time));
        memory.connect().ifPresent(fields -> json.json("connect", fields));
        return json;
    }

    private static OptionalLong credentialExpiry(ClientBasedInput input) {
        Optional<String> text = input.getConnectionInformation()
                .getConnectionAttributeStore()
                .getAsString(CREDENTIAL_EXPIRY)
                .filter(value -> value.matches("[0-9]{1,14}"));
        return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    }
}
