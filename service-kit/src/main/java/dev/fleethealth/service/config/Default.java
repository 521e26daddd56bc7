package dev.fleethealth.service.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The value of a setting whose key is absent, written as in the YAML file: {@code "90s"}, {@code "[a, b]"}.
 *
 * <p>This is the one convention for absent keys: the component's {@code @Default}; else an empty {@code Optional},
 * {@code List}, {@code Map} or {@link KafkaProperties}; else, for a record, its own defaults; else the key is required.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Default {
    String value();
}
