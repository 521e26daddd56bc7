package dev.fleethealth.service.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes values of any type that a configuration record may have out of YAML nodes. */
final class Binder {
    private final SecretReferences secrets;
    private final RecordBinder records = new RecordBinder(this);

    Binder(SecretReferences secrets) {
        this.secrets = secrets;
    }

    /** @throws ConfigurationException when the node is not what the type expects */
    Object bind(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            return bindGeneric(node, generic, path);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == JsonNode.class) {
            return node;
        }
        if (plain == Secret.class) {
            return secret(node, path);
        }
        if (plain == KafkaProperties.class) {
            return kafkaProperties(node, path);
        }
        return Scalar.of(plain)
                .map(scalar -> scalar.read(withVariables(node, path), path))
                .orElseGet(() -> records.bind(node, plain, path));
    }

    private JsonNode withVariables(JsonNode node, String path) {
        return node.isTextual() ? TextNode.valueOf(resolve(node.textValue(), path, secrets::resolveVariables)) : node;
    }

    /** The record with the keys that the node names replaced. */
    Object merge(Object defaults, JsonNode node, String path) {
        return records.merge(defaults, node, path);
    }

    static void require(boolean fits, String expected, JsonNode node, String path) {
        if (!fits) {
            throw ConfigurationException.at(path, "expected " + expected + ", was " + Shown.of(node));
        }
    }

    private Object bindGeneric(JsonNode node, ParameterizedType type, String path) {
        Type[] arguments = type.getActualTypeArguments();
        if (type.getRawType() == Optional.class) {
            return Optional.of(bind(node, arguments[0], path));
        }
        return type.getRawType() == List.class ? list(node, arguments[0], path) : map(node, arguments[1], path);
    }

    private List<Object> list(JsonNode node, Type element, String path) {
        require(node.isArray(), "a list", node, path);
        List<Object> values = new ArrayList<>();
        for (JsonNode child : node) {
            values.add(bind(child, element, path + "[" + values.size() + "]"));
        }
        return List.copyOf(values);
    }

    private Map<String, Object> map(JsonNode node, Type value, String path) {
        require(node.isObject(), "a mapping", node, path);
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties()
                .forEach(entry ->
                        values.put(entry.getKey(), bind(entry.getValue(), value, KeyName.child(path, entry.getKey()))));
        return Collections.unmodifiableMap(values);
    }

    private Secret secret(JsonNode node, String path) {
        if (!SecretReferences.isReference(node.asText())) {
            // What stands there may be the secret itself, so it isn't shown.
            throw ConfigurationException.at(path, "expected " + SecretReferences.EXPECTED);
        }
        return new Secret(resolve(node.textValue(), path, secrets::resolve));
    }

    private KafkaProperties kafkaProperties(JsonNode node, String path) {
        require(node.isObject(), "a mapping of Kafka's own settings", node, path);
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> referenced = new LinkedHashSet<>();
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String child = KeyName.child(path, entry.getKey());
            JsonNode value = entry.getValue();
            require(value.isValueNode() && !value.isNull(), "text, a number, true or false", value, child);
            values.put(entry.getKey(), resolve(value.asText(), child, secrets::resolve));
            if (SecretReferences.hasReference(value.asText())) {
                referenced.add(entry.getKey());
            }
        }
        return new KafkaProperties(values, referenced);
    }

    private static String resolve(String text, String path, UnaryOperator<String> references) {
        try {
            return references.apply(text);
        } catch (IllegalArgumentException e) {
            throw ConfigurationException.at(path, String.valueOf(e.getMessage()));
        }
    }
}
