package dev.fleethealth.streams.chaos;

import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.registry.RegistryAvroSerde;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.compiler.specific.SpecificCompiler;
import org.apache.avro.compiler.specific.SpecificCompiler.FieldVisibility;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericData.StringType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * The program as it may be after the next release: the event has a new field with a default, and one less that had a default.
 *
 * @param classes what goes before the program's jar on the class path
 */
record NextVersion(Path classes) {
    private static final String REMOVED = "listener";
    private static final String ADDED = "gateway";

    private static final Schema SCHEMA = changed(ConnectionEvent.getClassSchema());

    /** Generates and compiles the changed record. */
    static NextVersion compile(Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("sources"));
        Path classes = Files.createDirectories(folder.resolve("classes"));
        SpecificCompiler compiler = new SpecificCompiler(SCHEMA);
        compiler.setStringType(StringType.String);
        compiler.setFieldVisibility(FieldVisibility.PRIVATE);
        compiler.setCreateSetters(false);
        compiler.compileToDestination(null, sources.toFile());
        List<String> arguments = new ArrayList<>(
                List.of("-nowarn", "-cp", System.getProperty("java.class.path"), "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        int failed = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        if (failed != 0) {
            throw new IllegalStateException("the changed record does not compile");
        }
        return new NextVersion(classes);
    }

    /** How to start it. */
    String[] javaOptions() {
        return Stream.concat(
                        Instance.JAVA.stream(),
                        Stream.of("-cp", classes + ":" + Instance.JAR, "dev.fleethealth.streams.StreamsMain"))
                .toArray(String[]::new);
    }

    /** Events as old and new bridges write them side by side during an upgrade. */
    Function<ConnectionEvent, byte[]> alternating(World world) {
        RegistryAvroSerde<ConnectionEvent> old = world.serde(ConnectionEvent.class);
        old.warmUp(world.events(), ConnectionEvent.getClassSchema());
        int id = world.registry().schemas().register(world.events() + "-value", SCHEMA);
        return event -> event.getOccurredAt().toEpochMilli() % 2 == 0
                ? old.serializer().serialize(world.events(), event)
                : encode(event, id);
    }

    private static byte[] encode(ConnectionEvent event, int id) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(ByteBuffer.allocate(5).put((byte) 0).putInt(id).array());
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(SCHEMA).write(changed(event), encoder);
            encoder.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GenericRecord changed(ConnectionEvent event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new SpecificDatumWriter<>(ConnectionEvent.class).write(event, encoder);
        GenericDatumReader<GenericRecord> reader =
                new GenericDatumReader<>(ConnectionEvent.getClassSchema(), SCHEMA, GenericData.get());
        GenericRecord changed = reader.read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
        changed.put(ADDED, "gateway-1");
        return changed;
    }

    private static Schema changed(Schema schema) {
        List<Field> fields = new ArrayList<>();
        schema.getFields().stream()
                .filter(field -> !field.name().equals(REMOVED))
                .forEach(field -> fields.add(new Field(field, field.schema())));
        Schema optionalText = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(new Field(ADDED, optionalText, "A field of the future.", Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
