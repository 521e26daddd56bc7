package dev.fleethealth.service.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows a configuration with all defaults filled in and all secrets masked. */
public final class EffectiveConfiguration {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EffectiveConfiguration() {}

    /** The configuration as the YAML that would give it, but for its secrets. */
    public static String print(Record configuration) {
        return YamlText.write(mapping(configuration));
    }

    private static ObjectNode mapping(Record value) {
        ObjectNode node = NODES.objectNode();
        TypeName name = value.getClass().getAnnotation(TypeName.class);
        if (name != null) {
            node.put("type", name.value());
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object child = Reflection.value(component, value);
            if (!Optional.empty().equals(child)) {
                node.set(KeyName.of(component.getName()), node(child));
            }
        }
        return node;
    }

    private static JsonNode node(Object value) {
        if (value instanceof Record nested) {
            return mapping(nested);
        }
        if (value instanceof Optional<?> optional) {
            return node(optional.orElseThrow());
        }
        if (value instanceof List<?> list) {
            ArrayNode array = NODES.arrayNode();
            list.forEach(element -> array.add(node(element)));
            return array;
        }
        if (value instanceof KafkaProperties properties) {
            return mapping(properties.masked());
        }
        return value instanceof Map<?, ?> map ? mapping(map) : scalar(value);
    }

    private static ObjectNode mapping(Map<?, ?> map) {
        ObjectNode node = NODES.objectNode();
        map.forEach((key, value) -> node.set(String.valueOf(key), node(value)));
        return node;
    }

    private static JsonNode scalar(Object value) {
        if (value instanceof JsonNode node) {
            return node;
        }
        if (value instanceof Duration duration) {
            return NODES.textNode(DurationText.format(duration));
        }
        if (value instanceof Enum<?> constant) {
            return NODES.textNode(Scalar.choiceName(constant));
        }
        if (value instanceof Number || value instanceof Boolean) {
            return NODES.pojoNode(value);
        }
        return NODES.textNode(value.toString());
    }
}
