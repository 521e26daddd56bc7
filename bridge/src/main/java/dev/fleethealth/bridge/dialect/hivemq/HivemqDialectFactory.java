package dev.fleethealth.bridge.dialect.hivemq;

import com.google.auto.service.AutoService;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectOptions;

/** Dialect {@code hivemq}; extension and {@code event.log} write the same whatever the broker's version. */
@AutoService(DialectFactory.class)
public final class HivemqDialectFactory implements DialectFactory {

    @Override
    public String id() {
        return "hivemq";
    }

    @Override
    public Dialect create(DialectOptions options) {
        return new HivemqDialect();
    }
}
