package dev.fleethealth.bridge.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAck;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAckReturnCode;
import dev.fleethealth.bridge.config.MqttSourceSettings;
import dev.fleethealth.bridge.config.TopicFilterSettings;
import dev.fleethealth.bridge.link.BrokerLink;
import dev.fleethealth.bridge.link.Credentials;
import dev.fleethealth.bridge.link.IncomingMessage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A connection in MQTT 3.1.1; like {@link Mqtt5Link}, with what the older protocol has. */
final class Mqtt3Link implements BrokerLink {
    private final MqttSourceSettings settings;
    private final Mqtt3AsyncClient client;
    private final Optional<Credentials> credentials;

    Mqtt3Link(MqttSourceSettings settings, Optional<Credentials> credentials, Executor callbacks, Listener listener) {
        this.settings = settings;
        this.credentials = credentials;
        this.client = Mqtt3Client.builder()
                .identifier(settings.clientId())
                .transportConfig(Transport.of(settings))
                .executorConfig(HandOver.CLIENT_THREAD)
                .addDisconnectedListener(context -> listener.ended(EndReason.of(context.getCause(), settings)))
                .buildAsync();
        // Before CONNECT, see Mqtt5Link.
        HandOver.subscribe(
                client.toRx().publishes(MqttGlobalPublishFilter.ALL, true),
                callbacks,
                settings.receiveMaximum(),
                (publish, more) -> listener.message(incoming(publish, more)));
    }

    @Override
    public CompletableFuture<Opened> open() {
        CompletableFuture<Opened> opened = client.connect(connect())
                .thenCompose(connAck -> answered(client.subscribe(subscribe()))
                        .orTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .thenApply(subAck -> new Opened(connAck.isSessionPresent(), granted(subAck.getReturnCodes()))));
        return EndReason.explained(settings, opened);
    }

    @Override
    public CompletableFuture<Void> close() {
        return client.disconnect()
                .exceptionally(notConnected -> null)
                .completeOnTimeout(null, settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Mqtt3Connect connect() {
        return Mqtt3Connect.builder()
                .cleanSession(false)
                .keepAlive((int) settings.keepAlive().toSeconds())
                .simpleAuth(credentials.map(Mqtt3Link::simpleAuth).orElse(null))
                .build();
    }

    private Mqtt3Subscribe subscribe() {
        return Mqtt3Subscribe.builder()
                .addSubscriptions(settings.topics().stream().map(Mqtt3Link::subscription))
                .build();
    }

    private static Mqtt3Subscription subscription(TopicFilterSettings topic) {
        return Mqtt3Subscription.builder()
                .topicFilter(topic.filter())
                .qos(topic.qos() == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
                .build();
    }

    private static Mqtt3SimpleAuth simpleAuth(Credentials credentials) {
        return Mqtt3SimpleAuth.builder()
                .username(credentials.username())
                .password(credentials.password().orElseGet(() -> new byte[0]))
                .build();
    }

    private List<String> granted(List<Mqtt3SubAckReturnCode> codes) {
        return Grants.check(
                settings.topics(),
                codes.stream()
                        .map(code -> new Grants.Grant(code.isError(), code.getCode(), code.toString()))
                        .toList());
    }

    /** The client takes an answer that refuses everything for a failure; here it is an answer like any other. */
    private static CompletableFuture<Mqtt3SubAck> answered(CompletableFuture<Mqtt3SubAck> answer) {
        return answer.exceptionallyCompose(
                failure -> EndReason.unwrapped(failure) instanceof Mqtt3SubAckException refused
                        ? CompletableFuture.completedFuture(refused.getMqttMessage())
                        : CompletableFuture.failedFuture(failure));
    }

    private static IncomingMessage incoming(Mqtt3Publish publish, boolean more) {
        return new IncomingMessage(
                publish.getTopic().toString(),
                publish.getPayloadAsBytes(),
                publish.isRetain(),
                more,
                publish::acknowledge);
    }
}
