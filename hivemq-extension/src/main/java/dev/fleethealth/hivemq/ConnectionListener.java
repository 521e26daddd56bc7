package dev.fleethealth.hivemq;

import com.hivemq.extension.sdk.api.events.client.ClientLifecycleEventListener;
import com.hivemq.extension.sdk.api.events.client.parameters.AuthenticationFailedInput;
import com.hivemq.extension.sdk.api.events.client.parameters.AuthenticationSuccessfulInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ClientInitiatedDisconnectInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionLostInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ConnectionStartInput;
import com.hivemq.extension.sdk.api.events.client.parameters.DisconnectEventInput;
import com.hivemq.extension.sdk.api.events.client.parameters.ServerInitiatedDisconnectInput;
import dev.fleethealth.hivemq.ConnectionEvents.Memory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to one connection: HiveMQ asks for a listener each time that a connection starts, and calls it from one thread
 * at a time. So what belongs to the connection is remembered here, and goes with it. Nothing is ever thrown into the
 * broker.
 */
final class ConnectionListener implements ClientLifecycleEventListener {
    private static final Logger LOGGER = LoggerFactory.getLogger(ConnectionListener.class);

    private final ConnectionEvents events;
    private final EventSink sink;
    private final InstantSource clock;
    private Optional<String> connect = Optional.empty();
    private Optional<Instant> connectedAt = Optional.empty();

    ConnectionListener(ConnectionEvents events, EventSink sink, InstantSource clock) {
        this.events = events;
        this.sink = sink;
        this.clock = clock;
    }

    @Override
    public void onMqttConnectionStart(ConnectionStartInput input) {
        guarded(() -> connect = Optional.of(ConnectFields.of(input.getConnectPacket())));
    }

    @Override
    public void onAuthenticationSuccessful(AuthenticationSuccessfulInput input) {
        Instant now = clock.instant();
        connectedAt = Optional.of(now);
        guarded(() -> sink.accept("client_connected", events.connected(now, input, memory())));
    }

    @Override
    public void onAuthenticationFailedDisconnect(AuthenticationFailedInput input) {
        ended("onAuthenticationFailedDisconnect", input);
    }

    @Override
    public void onConnectionLost(ConnectionLostInput input) {
        ended("onConnectionLost", input);
    }

    @Override
    public void onClientInitiatedDisconnect(ClientInitiatedDisconnectInput input) {
        ended("onClientInitiatedDisconnect", input);
    }

    @Override
    public void onServerInitiatedDisconnect(ServerInitiatedDisconnectInput input) {
        ended("onServerInitiatedDisconnect", input);
    }

    /** For kinds of disconnect that a later SDK may bring. */
    @Override
    public void onDisconnect(DisconnectEventInput input) {
        ended("onDisconnect", input);
    }

    private void ended(String callback, DisconnectEventInput input) {
        // a connection that began before the extension did has no CONNECT here, but was open
        boolean refused = connect.isPresent() && connectedAt.isEmpty();
        String event = refused ? "client.connect_failed" : "client.disconnected";
        String topic = refused ? "client_connect_failed" : "client_disconnected";
        guarded(() -> sink.accept(topic, events.ended(event, callback, clock.instant(), input, memory())));
    }

    private Memory memory() {
        return new Memory(connect, connectedAt);
    }

    private static void guarded(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOGGER.atWarn().setCause(e).log("A client's event could not be written");
        }
    }
}
