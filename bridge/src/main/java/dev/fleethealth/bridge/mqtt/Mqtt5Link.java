package dev.fleethealth.bridge.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAckReasonCode;
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

/** A connection in MQTT 5. */
final class Mqtt5Link implements BrokerLink {
    private final MqttSourceSettings settings;
    private final Mqtt5AsyncClient client;
    private final Optional<Credentials> credentials;

    Mqtt5Link(MqttSourceSettings settings, Optional<Credentials> credentials, Executor callbacks, Listener listener) {
        this.settings = settings;
        this.credentials = credentials;
        this.client = Mqtt5Client.builder()
                .identifier(settings.clientId())
                .transportConfig(Transport.of(settings))
                .executorConfig(HandOver.CLIENT_THREAD)
                .addDisconnectedListener(context -> listener.ended(EndReason.of(context.getCause(), settings)))
                .buildAsync();
        // Before CONNECT: a broker that kept the session sends as soon as it has said CONNACK, and what comes before
        // there is anybody to take it would be acknowledged and lost.
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
                        .thenApply(subAck -> new Opened(connAck.isSessionPresent(), granted(subAck.getReasonCodes()))));
        return EndReason.explained(settings, opened);
    }

    @Override
    public CompletableFuture<Void> close() {
        return client.disconnect()
                .exceptionally(notConnected -> null)
                .completeOnTimeout(null, settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS);
    }

    private Mqtt5Connect connect() {
        return Mqtt5Connect.builder()
                .cleanStart(false)
                .sessionExpiryInterval(settings.sessionExpiry().toSeconds())
                .keepAlive((int) settings.keepAlive().toSeconds())
                .restrictions(Mqtt5ConnectRestrictions.builder()
                        .receiveMaximum(settings.receiveMaximum())
                        .maximumPacketSize(settings.maximumPacketSize())
                        .build())
                .simpleAuth(credentials.map(Mqtt5Link::simpleAuth).orElse(null))
                .build();
    }

    private Mqtt5Subscribe subscribe() {
        return Mqtt5Subscribe.builder()
                .addSubscriptions(settings.topics().stream().map(Mqtt5Link::subscription))
                .build();
    }

    private static Mqtt5Subscription subscription(TopicFilterSettings topic) {
        return Mqtt5Subscription.builder()
                .topicFilter(topic.filter())
                .qos(topic.qos() == 0 ? MqttQos.AT_MOST_ONCE : MqttQos.AT_LEAST_ONCE)
                .retainHandling(Mqtt5RetainHandling.DO_NOT_SEND)
                .build();
    }

    private static Mqtt5SimpleAuth simpleAuth(Credentials credentials) {
        return Mqtt5SimpleAuth.builder()
                .username(credentials.username())
                .password(credentials.password().orElseGet(() -> new byte[0]))
                .build();
    }

    private List<String> granted(List<Mqtt5SubAckReasonCode> codes) {
        return Grants.check(
                settings.topics(),
                codes.stream()
                        .map(code -> new Grants.Grant(code.isError(), code.getCode(), code.toString()))
                        .toList());
    }

    /** The client takes an answer that refuses everything for a failure; here it is an answer like any other. */
    private static CompletableFuture<Mqtt5SubAck> answered(CompletableFuture<Mqtt5SubAck> answer) {
        return answer.exceptionallyCompose(
                failure -> EndReason.unwrapped(failure) instanceof Mqtt5SubAckException refused
                        ? CompletableFuture.completedFuture(refused.getMqttMessage())
                        : CompletableFuture.failedFuture(failure));
    }

    private static IncomingMessage incoming(Mqtt5Publish publish, boolean more) {
        return new IncomingMessage(
                publish.getTopic().toString(),
                publish.getPayloadAsBytes(),
                publish.isRetain(),
                more,
                publish::acknowledge);
    }
}
