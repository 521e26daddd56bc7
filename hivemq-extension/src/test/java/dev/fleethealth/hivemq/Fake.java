package dev.fleethealth.hivemq;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;

/** Plain fakes of the SDK's interfaces: getters answer what is given, and "absent" otherwise. */
final class Fake {
    private Fake() {}

    /** @param answers by the method's name */
    static <T> T of(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            if (answers.containsKey(method.getName())) {
                return answers.get(method.getName());
            }
            if (method.getReturnType() == Optional.class) {
                return Optional.empty();
            }
            throw new UnsupportedOperationException(type.getSimpleName() + "." + method.getName());
        }));
    }
}
