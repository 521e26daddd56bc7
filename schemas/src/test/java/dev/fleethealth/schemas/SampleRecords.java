package dev.fleethealth.schemas;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Records to test with: one that a person can read, and any number at random, by seed. */
public final class SampleRecords {
    private static final int[] ALPHABET = {'a', 'Z', '0', ' ', '"', '\\', '/', '\n', 0, 0x1f, 0xe9, 0x2028, 0x1f600};
    private static final int LONGEST_TEXT = 12;
    private static final int MOST_ITEMS = 4;

    private final Random random;

    /** Random records; the same seed gives the same ones. */
    public SampleRecords(long seed) {
        random = new Random(seed);
    }

    /** A device that was away too long. */
    public static ConnectionEvent disconnected() {
        return ConnectionEvent.newBuilder()
                .setEventId("e-1")
                .setType(EventType.DISCONNECTED)
                .setSource("emqx")
                .setFleet("acme/pumps")
                .setClientId("pump-7")
                .setPeerAddress("192.0.2.7")
                .setPeerPort(50_123)
                .setKeepAliveSeconds(60)
                .setSessionExpirySeconds(4_294_967_295L)
                .setCleanStart(false)
                .setOccurredAt(Instant.ofEpochMilli(1_763_600_000_123L))
                .setReceivedAt(Instant.ofEpochMilli(1_763_600_000_456L))
                .setCategory(Category.KEEPALIVE_TIMEOUT)
                .setInitiator(Initiator.NETWORK)
                .setCategorySource(CategorySource.REPORTED)
                .setRawReason("keepalive_timeout")
                .setAttributes(Map.of("mountpoint", "eu", "cert", "CN=pump-7"))
                .build();
    }

    /** The next record of this type: every field at random, a part of the optional ones absent. */
    public <T extends SpecificRecord> T next(Class<T> type) {
        SpecificData model = SpecificData.getForClass(type);
        Schema schema = model.getSchema(type);
        SpecificRecord record = (SpecificRecord) SpecificData.newInstance(type, schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.schema(), model));
        }
        return type.cast(record);
    }

    private @Nullable Object value(Schema schema, SpecificData model) {
        return switch (schema.getType()) {
            case UNION ->
                random.nextInt(3) == 0 ? null : value(schema.getTypes().get(1), model);
            case STRING -> text();
            case INT -> random.nextInt();
            case LONG -> number(schema);
            case DOUBLE -> random.nextGaussian() * 1e6;
            case BOOLEAN -> random.nextBoolean();
            case ENUM -> model.createEnum(symbol(schema.getEnumSymbols()), schema);
            case ARRAY -> list(schema.getElementType(), model);
            case MAP -> map(schema.getValueType(), model);
            default -> throw new IllegalArgumentException("no sample of " + schema);
        };
    }

    private Object number(Schema schema) {
        return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                ? Instant.ofEpochMilli(random.nextLong() >> 20)
                : (Object) random.nextLong();
    }

    private String symbol(List<String> symbols) {
        return symbols.get(random.nextInt(symbols.size()));
    }

    private List<Object> list(Schema items, SpecificData model) {
        List<Object> list = new ArrayList<>();
        for (int count = random.nextInt(MOST_ITEMS); count > 0; count--) {
            list.add(value(items, model));
        }
        return list;
    }

    private Map<String, Object> map(Schema values, SpecificData model) {
        Map<String, Object> map = new HashMap<>();
        for (int count = random.nextInt(MOST_ITEMS); count > 0; count--) {
            map.put(text(), value(values, model));
        }
        return map;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(LONGEST_TEXT); count > 0; count--) {
            text.appendCodePoint(ALPHABET[random.nextInt(ALPHABET.length)]);
        }
        return text.toString();
    }
}
