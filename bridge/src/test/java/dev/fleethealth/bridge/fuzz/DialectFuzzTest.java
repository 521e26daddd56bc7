package dev.fleethealth.bridge.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.fleethealth.bridge.dialect.DialectOptions;
import dev.fleethealth.bridge.dialect.DialectRegistry;
import dev.fleethealth.bridge.dialect.Samples;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One fuzz target for each dialect, and for each grammar of Mosquitto. Seeds are the recorded samples; what the fuzzer has
 * found once stands in the resources and is replayed with every build.
 */
class DialectFuzzTest {
    private static final DialectRegistry DIALECTS = DialectRegistry.load();

    @MethodSource("samplesOfApsaramq")
    @FuzzTest
    void apsaramq(byte[] input) {
        check("apsaramq", Optional.empty(), input);
    }

    @MethodSource("samplesOfAwsIot")
    @FuzzTest
    void awsIot(byte[] input) {
        check("aws-iot", Optional.empty(), input);
    }

    @MethodSource("samplesOfAzureEventGrid")
    @FuzzTest
    void azureEventGrid(byte[] input) {
        check("azure-event-grid", Optional.empty(), input);
    }

    @MethodSource("samplesOfClearblade")
    @FuzzTest
    void clearblade(byte[] input) {
        check("clearblade", Optional.empty(), input);
    }

    @MethodSource("samplesOfEmqx")
    @FuzzTest
    void emqx(byte[] input) {
        check("emqx", Optional.empty(), input);
    }

    @MethodSource("samplesOfHivemq")
    @FuzzTest
    void hivemq(byte[] input) {
        check("hivemq", Optional.empty(), input);
    }

    @MethodSource("samplesOfMosquitto")
    @FuzzTest
    void mosquitto(byte[] input) {
        check("mosquitto", Optional.empty(), input);
    }

    @MethodSource("samplesOfMosquitto")
    @FuzzTest
    void mosquitto16(byte[] input) {
        check("mosquitto", Optional.of("1.6"), input);
    }

    @MethodSource("samplesOfMosquitto")
    @FuzzTest
    void mosquitto20(byte[] input) {
        check("mosquitto", Optional.of("2.0"), input);
    }

    @MethodSource("samplesOfMosquitto")
    @FuzzTest
    void mosquitto21(byte[] input) {
        check("mosquitto", Optional.of("2.1"), input);
    }

    @MethodSource("samplesOfNanomq")
    @FuzzTest
    void nanomq(byte[] input) {
        check("nanomq", Optional.empty(), input);
    }

    @MethodSource("samplesOfTdmq")
    @FuzzTest
    void tdmq(byte[] input) {
        check("tdmq", Optional.empty(), input);
    }

    @MethodSource("samplesOfVernemq")
    @FuzzTest
    void vernemq(byte[] input) {
        check("vernemq", Optional.empty(), input);
    }

    static Stream<byte[]> samplesOfApsaramq() {
        return samples("apsaramq");
    }

    static Stream<byte[]> samplesOfAwsIot() {
        return samples("aws-iot");
    }

    static Stream<byte[]> samplesOfAzureEventGrid() {
        return samples("azure-event-grid");
    }

    static Stream<byte[]> samplesOfClearblade() {
        return samples("clearblade");
    }

    static Stream<byte[]> samplesOfEmqx() {
        return samples("emqx");
    }

    static Stream<byte[]> samplesOfHivemq() {
        return samples("hivemq");
    }

    static Stream<byte[]> samplesOfMosquitto() {
        return samples("mosquitto");
    }

    static Stream<byte[]> samplesOfNanomq() {
        return samples("nanomq");
    }

    static Stream<byte[]> samplesOfTdmq() {
        return samples("tdmq");
    }

    static Stream<byte[]> samplesOfVernemq() {
        return samples("vernemq");
    }

    private static Stream<byte[]> samples(String dialect) {
        return Samples.all().stream()
                .filter(sample -> sample.dialect().equals(dialect))
                .map(FuzzInput::of);
    }

    /** With a dialect of its own: one of them remembers the broker's version. */
    private static void check(String dialect, Optional<String> version, byte[] input) {
        new DialectPromises(dialect)
                .check(DIALECTS.create(dialect, new DialectOptions(version)), FuzzInput.message(input));
    }
}
