package dev.fleethealth.service.kafka;

import dev.fleethealth.schemas.TopicDefinition;
import dev.fleethealth.service.config.ConfigurationException;
import java.time.Duration;
import java.util.ArrayList;
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

/** Waits at start until Kafka answers and the topics are there. However long that takes, the log says so once. */
public final class KafkaStart {
    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaStart.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);
    private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

    private final Map<String, Object> clientSettings;
    private final Pause pause;
    private final List<String> created = new ArrayList<>();
    private String said = "";

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
     * Returns when every topic exists, or when the program is to stop; creates the topics that are missing.
     *
     * @return false when the program is to stop
     * @throws ConfigurationException when the settings can't be those of a Kafka client
     */
    public boolean awaitTopics(Collection<TopicDefinition> topics) throws InterruptedException {
        return await(admin -> createMissing(admin, topics));
    }

    /**
     * Returns when others have created every topic, or when the program is to stop.
     *
     * @return false when the program is to stop
     * @throws ConfigurationException when the settings can't be those of a Kafka client
     */
    public boolean awaitForeignTopics(Collection<TopicDefinition> topics) throws InterruptedException {
        return await(admin -> areThere(admin, topics));
    }

    /** Names of the topics that this has created. */
    public List<String> created() {
        return List.copyOf(created);
    }

    private boolean await(Step step) throws InterruptedException {
        while (!isDone(step)) {
            if (pause.orStop(BETWEEN_TRIES)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDone(Step step) throws InterruptedException {
        try (Admin admin = Admin.create(clientSettings)) {
            boolean done = step.isDone(admin);
            if (done && !said.isEmpty()) {
                LOGGER.atInfo().log("Kafka is there");
            }
            return done;
        } catch (ExecutionException e) {
            sayOnce("Kafka", String.valueOf(e.getCause()));
        } catch (KafkaException e) {
            sayOnce("Kafka", unresolved(e));
        }
        return false;
    }

    /** A host name that nobody knows yet is a Kafka that isn't there yet; other refusals are wrong settings. */
    private static String unresolved(KafkaException failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage());
        if (!message.startsWith("No resolvable bootstrap urls")) {
            throw new ConfigurationException("kafka: " + message);
        }
        return message;
    }

    private boolean createMissing(Admin admin, Collection<TopicDefinition> topics)
            throws ExecutionException, InterruptedException {
        CreateTopicsResult creation = admin.createTopics(
                missing(admin, topics).stream().map(KafkaStart::newTopic).toList());
        for (Map.Entry<String, KafkaFuture<Void>> topic : creation.values().entrySet()) {
            awaitCreation(topic.getKey(), topic.getValue());
        }
        return true;
    }

    private boolean areThere(Admin admin, Collection<TopicDefinition> topics)
            throws ExecutionException, InterruptedException {
        List<TopicDefinition> missing = missing(admin, topics);
        if (!missing.isEmpty()) {
            sayOnce(
                    "topics",
                    "no such topics: "
                            + missing.stream().map(TopicDefinition::name).toList());
        }
        return missing.isEmpty();
    }

    private static List<TopicDefinition> missing(Admin admin, Collection<TopicDefinition> topics)
            throws ExecutionException, InterruptedException {
        Set<String> present = admin.listTopics().names().get();
        return topics.stream().filter(topic -> !present.contains(topic.name())).toList();
    }

    /** With as many replicas as the cluster gives by default. */
    private static NewTopic newTopic(TopicDefinition topic) {
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.empty()).configs(topic.settings());
    }

    private void awaitCreation(String topic, KafkaFuture<Void> creation)
            throws ExecutionException, InterruptedException {
        try {
            creation.get();
            created.add(topic);
            LOGGER.atInfo().addKeyValue("topic", topic).log("Topic created");
        } catch (ExecutionException e) {
            // Another program that started at the same time was faster.
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void sayOnce(String what, String error) {
        if (!said.equals(what)) {
            LOGGER.atWarn()
                    .addKeyValue("servers", clientSettings.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG))
                    .addKeyValue("error", error)
                    .log("Waiting for {}", what);
        }
        said = what;
    }

    private interface Step {
        boolean isDone(Admin admin) throws ExecutionException, InterruptedException;
    }

    /** Waits for a while. */
    @FunctionalInterface
    public interface Pause {
        /** @return whether the program is to stop */
        boolean orStop(Duration longest) throws InterruptedException;
    }
}
