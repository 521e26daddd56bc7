package dev.fleethealth.bridge.amqp;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import dev.fleethealth.bridge.config.ApsaramqSourceSettings;
import dev.fleethealth.bridge.link.BrokerLink;
import dev.fleethealth.bridge.link.IncomingMessage;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One connection to ApsaraMQ with one channel, on which the status events of all groups come. What is not acknowledged
 * when the channel ends, the broker sends again.
 */
final class AmqpLink implements BrokerLink {
    /** The queue that the service gives to whoever asks for a group's status events. */
    static final String QUEUE = "STATUS";

    static final String GROUP = "GROUP_ID";
    private static final int GOODBYE_MILLIS = 2_000;

    private final ApsaramqSourceSettings settings;
    private final InstantSource clock;
    private final Threads threads;
    private final Listener listener;
    private volatile @Nullable Connection connection;

    AmqpLink(ApsaramqSourceSettings settings, InstantSource clock, Threads threads, Listener listener) {
        this.settings = settings;
        this.clock = clock;
        this.threads = threads;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Opened> open() {
        return CompletableFuture.supplyAsync(this::connect, threads.calls());
    }

    @Override
    public CompletableFuture<Void> close() {
        return CompletableFuture.runAsync(
                () -> {
                    Connection open = connection;
                    if (open != null) {
                        open.abort(GOODBYE_MILLIS); // which throws nothing
                    }
                },
                threads.calls());
    }

    private Opened connect() {
        try {
            Connection opened = StatusConnections.factory(settings, clock.instant())
                    .newConnection(threads.messages(), settings.name());
            connection = opened;
            opened.addShutdownListener(this::ended);
            Channel channel = opened.createChannel();
            channel.addShutdownListener(this::ended);
            consume(channel);
            return new Opened(true, List.of());
        } catch (IOException | TimeoutException | RuntimeException e) {
            throw new IllegalStateException(AmqpFailure.explain(e, settings), e);
        }
    }

    private void consume(Channel channel) throws IOException {
        if (settings.prefetch() > 0) {
            channel.basicQos(settings.prefetch());
        }
        for (String group : settings.groups()) {
            channel.basicConsume(QUEUE, false, Map.of(GROUP, group), new StatusConsumer(channel));
        }
    }

    private void ended(ShutdownSignalException cause) {
        if (!cause.isInitiatedByApplication()) {
            listener.ended(AmqpFailure.explain(cause, settings));
        }
    }

    /**
     * Whose work goes where.
     *
     * @param calls for what waits for the broker: connecting, acknowledging, saying goodbye
     * @param messages one thread, which may wait for Kafka
     */
    record Threads(ExecutorService calls, ExecutorService messages) {}

    private final class StatusConsumer extends DefaultConsumer {
        private StatusConsumer(Channel channel) {
            super(channel);
        }

        @Override
        public void handleDelivery(String consumer, Envelope envelope, AMQP.BasicProperties properties, byte[] body) {
            long tag = envelope.getDeliveryTag();
            listener.message(new IncomingMessage(
                    "", body, false, false, () -> threads.calls().execute(() -> acknowledge(tag))));
        }

        /** The queue is gone, say. */
        @Override
        public void handleCancel(String consumer) {
            listener.ended("the broker cancelled the subscription");
        }

        /** Never on Kafka's thread: a broker that does not read would stop it. */
        private void acknowledge(long tag) {
            try {
                getChannel().basicAck(tag, false);
            } catch (IOException | AlreadyClosedException e) {
                // The channel has ended: the broker sends the message again.
            }
        }
    }
}
