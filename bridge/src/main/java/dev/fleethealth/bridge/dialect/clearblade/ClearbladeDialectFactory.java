package dev.fleethealth.bridge.dialect.clearblade;

import com.google.auto.service.AutoService;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectOptions;

/** Dialect {@code clearblade}; the service has no versions that could be told apart. */
@AutoService(DialectFactory.class)
public final class ClearbladeDialectFactory implements DialectFactory {

    @Override
    public String id() {
        return "clearblade";
    }

    @Override
    public Dialect create(DialectOptions options) {
        return new ClearbladeDialect();
    }
}
