package dev.fleethealth.schemas;

import static org.apache.avro.util.ClassSecurityValidator.composite;

import org.apache.avro.util.ClassSecurityValidator;
import org.apache.avro.util.ClassSecurityValidator.ClassSecurityPredicate;

/**
 * Tells Avro that it may make instances of the records of this module. Since 1.12.2 Avro refuses every class that is
 * trusted nowhere, so that the name of a schema cannot choose the class that is loaded.
 */
public final class TrustedRecords {
    private static final String PACKAGE = ConnectionEvent.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(composite(ClassSecurityValidator.getGlobal(), new OwnPackage()));
    }

    private TrustedRecords() {}

    /** Makes sure that the records are trusted from now on; calling it again does nothing. */
    public static void trust() {
        // The work is done once, when this class is initialized.
    }

    private static final class OwnPackage implements ClassSecurityPredicate {
        @Override
        public boolean isTrusted(Class<?> type) {
            return PACKAGE.equals(type.getPackageName());
        }
    }
}
