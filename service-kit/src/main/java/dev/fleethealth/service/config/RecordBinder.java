package dev.fleethealth.service.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes records out of mappings: one key for each component. */
final class RecordBinder {
    private static final String TYPE = "type";

    private final Binder values;

    RecordBinder(Binder values) {
        this.values = values;
    }

    Object bind(JsonNode node, Class<?> type, String path) {
        Binder.require(node.isObject(), "a mapping", node, path);
        if (type.isSealed()) {
            return bindChoice((ObjectNode) node, type, path);
        }
        return components(node, type, path, null);
    }

    Object merge(Object defaults, JsonNode node, String path) {
        Binder.require(node.isObject(), "a mapping", node, path);
        return components(node, defaults.getClass(), path, defaults);
    }

    private Object bindChoice(ObjectNode node, Class<?> type, String path) {
        Map<String, Class<?>> choices = Arrays.stream(type.getPermittedSubclasses())
                .collect(Collectors.toMap(Reflection::typeName, choice -> choice));
        JsonNode name = node.path(TYPE);
        Class<?> choice = choices.get(name.asText());
        if (choice == null) {
            throw ConfigurationException.at(
                    KeyName.child(path, TYPE),
                    "expected one of " + choices.keySet().stream().sorted().collect(Collectors.joining(", ")) + ", was "
                            + Shown.of(name));
        }
        return bind(node.deepCopy().without(TYPE), choice, path);
    }

    private Object components(JsonNode node, Class<?> type, String path, @Nullable Object defaults) {
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(node, components, path);
        Object[] arguments = Arrays.stream(components)
                .map(component -> defaults == null
                        ? component(node, component, path)
                        : override(node, component, path, Reflection.value(component, defaults)))
                .toArray();
        return Reflection.instantiate(type, arguments, path);
    }

    private Object component(JsonNode node, RecordComponent component, String path) {
        String key = KeyName.of(component.getName());
        String child = KeyName.child(path, key);
        if (!node.has(key)) {
            return absent(component, child);
        }
        return component.getType().isRecord() && component.isAnnotationPresent(Default.class)
                ? merge(absent(component, child), node.get(key), child)
                : values.bind(node.get(key), component.getGenericType(), child);
    }

    /** A nested record is merged too, so that an override names only what differs. */
    private Object override(JsonNode node, RecordComponent component, String path, Object standing) {
        String key = KeyName.of(component.getName());
        if (!node.has(key)) {
            return standing;
        }
        return standing instanceof Record
                ? merge(standing, node.get(key), KeyName.child(path, key))
                : component(node, component, path);
    }

    private Object absent(RecordComponent component, String path) {
        Default text = component.getAnnotation(Default.class);
        if (text != null) {
            return values.bind(YamlText.parse(text.value()), component.getGenericType(), path);
        }
        Class<?> type = component.getType();
        if (type == Optional.class) {
            return Optional.empty();
        }
        if (type == List.class) {
            return List.of();
        }
        if (type.isRecord() || type == Map.class || type == KafkaProperties.class) {
            return values.bind(JsonNodeFactory.instance.objectNode(), component.getGenericType(), path);
        }
        throw ConfigurationException.at(path, "required, expected " + Reflection.expected(type));
    }

    private static void refuseUnknown(JsonNode node, RecordComponent[] components, String path) {
        List<String> known = Arrays.stream(components)
                .map(component -> KeyName.of(component.getName()))
                .toList();
        node.fieldNames().forEachRemaining(key -> KeyName.requireKnown(key, known, path));
    }
}
