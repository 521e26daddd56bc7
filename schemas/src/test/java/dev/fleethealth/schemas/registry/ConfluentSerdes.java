package dev.fleethealth.schemas.registry;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's own serializer and deserializer in a class loader of their own. Only types of the JDK cross its border, so
 * that nothing here is compiled against Confluent's classes.
 */
final class ConfluentSerdes implements AutoCloseable {
    private static final Path FOLDER = Path.of("target/confluent/META-INF/bundled-dependencies");
    private static final Pattern CONFLUENTS_OWN = Pattern.compile(
            "(kafka-avro-serializer|kafka-schema-.*|common-utils|logredactor.*|re2j|minimal-json|swagger-annotations-2"
                    + "|guava|failureaccess|jackson-datatype-jdk8)-?[0-9.]+.*\\.jar");

    private final URLClassLoader loader;
    private final Object serializer;
    private final Object deserializer;

    private ConfluentSerdes(Stream<Path> jars, Map<String, Object> settings) throws Exception {
        loader = new URLClassLoader(
                jars.map(ConfluentSerdes::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
        serializer = configured("io.confluent.kafka.serializers.KafkaAvroSerializer", settings);
        deserializer = configured("io.confluent.kafka.serializers.KafkaAvroDeserializer", settings);
    }

    /** With the versions of Avro, Kafka and Jackson that they are published with; they read generic records. */
    static ConfluentSerdes asPublished(String url) throws Exception {
        return new ConfluentSerdes(jars().stream(), settings(url));
    }

    /** On our class path, as somebody would run them who names them in the configuration; they read our classes. */
    static ConfluentSerdes pluggedIn(String url, Map<String, Object> more) throws Exception {
        Map<String, Object> settings = settings(url);
        settings.put("specific.avro.reader", "true");
        settings.put("avro.remove.java.properties", "true");
        settings.putAll(more);
        Stream<Path> own = jars().stream()
                .filter(jar ->
                        CONFLUENTS_OWN.matcher(jar.getFileName().toString()).matches());
        Stream<Path> ours = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of);
        return new ConfluentSerdes(Stream.concat(own, ours), settings);
    }

    byte[] serialize(String topic, Object record) throws Exception {
        return (byte[]) call(serializer, "serialize", new Class<?>[] {String.class, Object.class}, topic, record);
    }

    Object deserialize(String topic, byte[] bytes) throws Exception {
        return call(deserializer, "deserialize", new Class<?>[] {String.class, byte[].class}, topic, bytes);
    }

    /** Calls a static method of one of our classes, as the class loader of the serdes sees it. */
    Object callOurs(Class<?> type, String method, String parameter, Object argument) throws Exception {
        Method seen = loader.loadClass(type.getName()).getMethod(method, loader.loadClass(parameter));
        return invoke(seen, null, argument);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }

    private Object configured(String name, Map<String, Object> settings) throws Exception {
        Object serde = loader.loadClass(name).getConstructor().newInstance();
        call(serde, "configure", new Class<?>[] {Map.class, boolean.class}, settings, false);
        return serde;
    }

    private Object call(Object serde, String method, Class<?>[] parameters, Object... arguments) throws Exception {
        return invoke(serde.getClass().getMethod(method, parameters), serde, arguments);
    }

    /** Kafka loads what a setting names by the thread's class loader. */
    private Object invoke(Method method, @Nullable Object target, Object... arguments) throws Exception {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() instanceof Exception cause ? cause : thrown;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Map<String, Object> settings(String url) {
        return new HashMap<>(Map.of("schema.registry.url", url, "max.retries", "0"));
    }

    private static List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
