package dev.fleethealth.benchmarks.measure;

import dev.fleethealth.benchmarks.kafka.ApplicationRun;
import dev.fleethealth.benchmarks.kafka.EventTopic;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.kstream.Consumed;

/**
 * L2: Kafka Streams that decodes the records and counts them, without state, with the same guarantee and commit interval
 * as the product. No Kafka Streams program can cost less.
 */
public record StatelessStreams(EventTopic topic, Path directory) implements Lane {
    @Override
    public String name() {
        return "L2: Kafka Streams, decode and count";
    }

    @Override
    public Measurement run() throws Exception {
        Meter meter = new Meter(topic.records());
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        EventTopic.NAME,
                        Consumed.with(
                                Serdes.String(),
                                Serdes.serdeFrom((any, event) -> new byte[0], EventTopic.deserializer())))
                .foreach((key, event) -> meter.count());
        try (ApplicationRun application = ApplicationRun.on(topic, directory);
                KafkaStreams streams = new KafkaStreams(builder.build(), properties(application))) {
            streams.setUncaughtExceptionHandler(failure -> {
                meter.fail(failure);
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.start();
            return meter.await();
        }
    }

    private Properties properties(ApplicationRun application) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application.id());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, topic.bootstrapServers());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100L);
        properties.put(StreamsConfig.consumerPrefix("max.poll.records"), 1_000);
        properties.put(StreamsConfig.mainConsumerPrefix("auto.offset.reset"), "earliest");
        return properties;
    }
}
