package dev.fleethealth.service.kafka;

import dev.fleethealth.schemas.TopicDefinition;
import dev.fleethealth.service.config.ConfigurationException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits at start until Kafka answers and the topics are there, creating those that are missing. However long Kafka is
 * away, the log says so once.
 */
public final class KafkaStart {
    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaStart.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private final Map<String, Object> clientSettings;
    private final Pause pause;
    private boolean said;

    /**
     * @param clientSettings what the Kafka clients of the program are configured with
     * @param pause waits between two tries
     */
    public KafkaStart(Map<String, ?> clientSettings, Pause pause) {
        this.clientSettings = new HashMap<>(clientSettings);
        this.clientSettings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        this.clientSettings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
        this.pause = pause;
    }

    /**
     * Returns when every topic exists, or when the program is to stop.
     *
     * @return false when the program is to stop
     * @throws ConfigurationException when the settings can't be those of a Kafka client
     */
    public boolean awaitTopics(Collection<TopicDefinition> topics) throws InterruptedException {
        try (Admin admin = admin()) {
            while (!tryTopics(admin, topics)) {
                if (pause.orStop(BETWEEN_TRIES)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Admin admin() {
        try {
            return Admin.create(clientSettings);
        } catch (KafkaException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new ConfigurationException("kafka: " + cause.getMessage());
        }
    }

    private boolean tryTopics(Admin admin, Collection<TopicDefinition> topics) throws InterruptedException {
        try {
            createMissing(admin, topics);
            if (said) {
                LOGGER.atInfo().log("Kafka is there");
            }
            return true;
        } catch (ExecutionException e) {
            sayOnce(e);
            return false;
        }
    }

    private static void createMissing(Admin admin, Collection<TopicDefinition> topics)
            throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        List<TopicDefinition> missing =
                topics.stream().filter(topic -> !present.contains(topic.name())).toList();
        CreateTopicsResult creation =
                admin.createTopics(missing.stream().map(KafkaStart::newTopic).toList());
        for (Map.Entry<String, KafkaFuture<Void>> topic : creation.values().entrySet()) {
            awaitCreation(topic.getKey(), topic.getValue());
        }
    }

    /** With as many replicas as the cluster gives by default. */
    private static NewTopic newTopic(TopicDefinition topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(topic.settings());
    }

    private static void awaitCreation(String topic, KafkaFuture<Void> creation)
            throws ExecutionException, InterruptedException {
        try {
            creation.get();
            LOGGER.atInfo().addKeyValue("topic", topic).log("Topic created");
        } catch (ExecutionException e) {
            // Another program that started at the same time was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void sayOnce(ExecutionException failure) {
        if (!said) {
            LOGGER.atWarn()
                    .addKeyValue("servers", clientSettings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG))
                    .addKeyValue("error", String.valueOf(failure.getCause()))
                    .log("Waiting for Kafka");
        }
        said = true;
    }

    /** Waits for a while. */
    @FunctionalInterface
    public interface Pause {
        /** @return whether the program is to stop */
        boolean orStop(Duration longest) throws InterruptedException;
    }
}
