package dev.fleethealth.bridge.dialect.emqx;

import com.google.auto.service.AutoService;
import dev.fleethealth.bridge.dialect.Dialect;
import dev.fleethealth.bridge.dialect.DialectFactory;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.json.JsonDialect;
import dev.fleethealth.bridge.dialect.json.JsonReader;

/** Dialect {@code emqx}. Version 4 counts session expiry in seconds where later ones count milliseconds. */
@AutoService(DialectFactory.class)
public final class EmqxDialectFactory implements DialectFactory {
    /** The Erlang atom that EMQX writes as text where it has no value. */
    private static final String UNDEFINED = "undefined";

    @Override
    public String id() {
        return "emqx";
    }

    @Override
    public Dialect create(DialectOptions options) {
        boolean version4 = options.brokerVersion()
                .filter(version -> version.startsWith("4."))
                .isPresent();
        return new JsonDialect(new JsonReader(UNDEFINED), new EmqxDecoder(new RuleEvents(version4)));
    }
}
