package dev.fleethealth.service.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Objects;

/** What the reader needs to know about record classes. */
final class Reflection {
    private Reflection() {}

    /** Calls the canonical constructor, whose refusal is an error of the configuration. */
    static Object instantiate(Class<?> type, Object[] arguments, String path) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw refused(e.getTargetException(), path);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no record that can be made", e);
        }
    }

    static Object value(RecordComponent component, Object owner) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return Objects.requireNonNull(accessor.invoke(owner));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    static String typeName(Class<?> type) {
        return Objects.requireNonNull(type.getAnnotation(TypeName.class), () -> type + " lacks @TypeName")
                .value();
    }

    static String expected(Class<?> type) {
        if (type == Secret.class) {
            return SecretReferences.EXPECTED;
        }
        return Scalar.of(type).map(Scalar::expected).orElse("a mapping");
    }

    private static RuntimeException refused(Throwable cause, String path) {
        if (cause instanceof InvalidSettingException invalid) {
            return ConfigurationException.at(KeyName.child(path, invalid.key()), String.valueOf(invalid.getMessage()));
        }
        if (cause instanceof IllegalArgumentException) {
            return ConfigurationException.at(path, String.valueOf(cause.getMessage()));
        }
        return new IllegalStateException("a configuration record failed to check itself", cause);
    }
}
