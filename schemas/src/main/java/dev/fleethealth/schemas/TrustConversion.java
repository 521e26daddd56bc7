package dev.fleethealth.schemas;

import org.apache.avro.Conversion;

/**
 * Converts nothing: Avro looks for conversions by {@link java.util.ServiceLoader} before it makes, copies or reads the first
 * record, and so comes by here. Without it, copying a record with its builder is refused until a serde has been loaded.
 */
public final class TrustConversion extends Conversion<TrustConversion> {

    /** For Avro. */
    public TrustConversion() {
        TrustedRecords.trust();
    }

    @Override
    public Class<TrustConversion> getConvertedType() {
        return TrustConversion.class;
    }

    /** A name that no schema holds. */
    @Override
    public String getLogicalTypeName() {
        return TrustConversion.class.getName();
    }
}
