package dev.fleethealth.service.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may stand in a configuration file, for a page that lists it: the same rules by which the file is read. */
public final class ConfigurationKeys {
    private ConfigurationKeys() {}

    /**
     * One key.
     *
     * @param path where it stands, such as {@code sources[].tls.ca}
     * @param expected what may stand there, as errors call it
     * @param absent what holds where it does not stand: YAML, {@code none}, {@code empty} or {@code required}
     * @param owner the record of which it is a component
     * @param component the component's name
     */
    public record Key(String path, String expected, String absent, Class<?> owner, String component) {}

    /** All keys of a record, nested ones after the one that holds them. */
    public static List<Key> of(Class<?> type) {
        return of(type, "");
    }

    private static List<Key> of(Class<?> type, String path) {
        List<Key> keys = new ArrayList<>();
        if (type.isSealed()) {
            for (Class<?> choice : type.getPermittedSubclasses()) {
                keys.addAll(of(choice, path + "(" + Reflection.typeName(choice) + ")"));
            }
            return keys;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            String child = KeyName.child(path, KeyName.of(component.getName()));
            keys.add(
                    new Key(child, expected(component.getGenericType()), absent(component), type, component.getName()));
            keys.addAll(nested(component.getGenericType(), child));
        }
        return keys;
    }

    private static List<Key> nested(Type type, String path) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type content = arguments[arguments.length - 1];
            if (generic.getRawType() == Optional.class) {
                return nested(content, path);
            }
            return nested(content, generic.getRawType() == Map.class ? path + ".*" : path + "[]");
        }
        Class<?> plain = (Class<?>) type;
        // An enum whose constants have bodies is sealed, too.
        return plain.isRecord() || (plain.isSealed() && !plain.isEnum()) ? of(plain, path) : List.of();
    }

    private static String expected(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            String content = expected(arguments[arguments.length - 1]);
            if (generic.getRawType() == Optional.class) {
                return content;
            }
            return (generic.getRawType() == Map.class ? "a mapping of names to " : "a list: ") + content;
        }
        if (type == KafkaProperties.class) {
            return "a mapping of Kafka's own settings";
        }
        return type == JsonNode.class ? "a mapping or a value" : Reflection.expected((Class<?>) type);
    }

    private static String absent(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Default.class))
                .map(Default::value)
                .orElseGet(() -> withoutDefault(component.getType()));
    }

    private static String withoutDefault(Class<?> type) {
        if (type == Optional.class) {
            return "none";
        }
        boolean mayBeEmpty =
                Arrays.asList(List.class, Map.class, KafkaProperties.class).contains(type);
        return mayBeEmpty || type.isRecord() ? "empty" : "required";
    }
}
