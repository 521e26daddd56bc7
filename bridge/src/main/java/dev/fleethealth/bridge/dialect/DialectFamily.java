package dev.fleethealth.bridge.dialect;

import java.util.List;

/** Several dialects of one kind; registered with {@code @AutoService(DialectFamily.class)}. */
public interface DialectFamily {
    List<DialectFactory> factories();
}
