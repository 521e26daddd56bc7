package dev.fleethealth.schemas.registry;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * How the serdes use the registry; keys and defaults are those of Confluent's serdes. Keys that say how to reach it are in
 * {@link RegistryClientConfig}.
 */
public final class RegistrySerdeConfig extends AbstractConfig {
    /** Whether a serializer registers its schema; in production this is the work of a deployment, not of a program. */
    public static final String AUTO_REGISTER = "auto.register.schemas";

    /** Whether a serializer takes the id of the subject's newest version, which must be its own schema. */
    public static final String USE_LATEST = "use.latest.version";

    /** Class that a deserializer of values makes; without it, the class that the writer's schema names. */
    public static final String VALUE_TYPE = "specific.avro.value.type";

    private static final String KEY_TYPE = "specific.avro.key.type";
    private static final String SPECIFIC_READER = "specific.avro.reader";
    private static final String KEY_SUBJECT = "key.subject.name.strategy";
    private static final String VALUE_SUBJECT = "value.subject.name.strategy";
    private static final String TOPIC_NAME = SubjectNameStrategy.PACKAGE + "TopicNameStrategy";

    private static final ConfigDef DEFINITION = new ConfigDef()
            .define(AUTO_REGISTER, ConfigDef.Type.BOOLEAN, true, Importance.MEDIUM, "Whether to register schemas.")
            .define(
                    USE_LATEST,
                    ConfigDef.Type.BOOLEAN,
                    false,
                    Importance.LOW,
                    "Whether to use the newest version's id.")
            .define(
                    SPECIFIC_READER,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    Importance.LOW,
                    "Only true: records are generated classes.")
            .define(KEY_TYPE, ConfigDef.Type.CLASS, null, Importance.LOW, "Class of keys.")
            .define(VALUE_TYPE, ConfigDef.Type.CLASS, null, Importance.LOW, "Class of values.")
            .define(KEY_SUBJECT, ConfigDef.Type.STRING, TOPIC_NAME, Importance.LOW, "How subjects of keys are named.")
            .define(
                    VALUE_SUBJECT,
                    ConfigDef.Type.STRING,
                    TOPIC_NAME,
                    Importance.LOW,
                    "How subjects of values are named.");

    private final boolean key;

    /**
     * Reads a Kafka client's settings.
     *
     * @param key whether this is about keys and not about values
     * @throws ConfigException when a value is wrong
     */
    public RegistrySerdeConfig(Map<String, ?> settings, boolean key) {
        super(DEFINITION, settings, false);
        this.key = key;
        if (!getBoolean(SPECIFIC_READER)) {
            throw new ConfigException(
                    SPECIFIC_READER, false, "expected true or nothing: only generated classes are read");
        }
    }

    boolean autoRegister() {
        return getBoolean(AUTO_REGISTER);
    }

    boolean useLatest() {
        return getBoolean(USE_LATEST);
    }

    SubjectNames subjectNames() {
        String setting = key ? KEY_SUBJECT : VALUE_SUBJECT;
        return new SubjectNames(SubjectNameStrategy.named(setting, getString(setting)), key);
    }

    @Nullable
    Class<? extends SpecificRecord> recordType() {
        String setting = key ? KEY_TYPE : VALUE_TYPE;
        Class<?> type = getClass(setting);
        if (type == null) {
            return null;
        }
        if (!SpecificRecord.class.isAssignableFrom(type)) {
            throw new ConfigException(setting, type.getName(), "expected a class that Avro generated");
        }
        return type.asSubclass(SpecificRecord.class);
    }
}
