package dev.fleethealth.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.util.stream.Stream;
import org.apache.avro.AvroTypeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultKindTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new SerializationException("ours"), FaultKind.DATA, FaultKind.DATA),
                Arguments.of(serialization(new EOFException()), FaultKind.DATA, FaultKind.DATA),
                Arguments.of(serialization(new AvroTypeException("x")), FaultKind.DATA, FaultKind.DATA),
                Arguments.of(serialization(rejected(40403)), FaultKind.DATA, FaultKind.INFRASTRUCTURE),
                Arguments.of(
                        new KafkaException(serialization(rejected(40403))), FaultKind.DATA, FaultKind.INFRASTRUCTURE),
                Arguments.of(serialization(new RestClientException(40403)), FaultKind.DATA, FaultKind.INFRASTRUCTURE),
                both(rejected(40403)),
                both(rejected(40901)),
                both(serialization(rejected(0))),
                both(serialization(new RestClientException(50002))),
                both(serialization(new RestClientException(40101))),
                both(serialization(new ConnectException())),
                both(serialization(new IOException("reset"))),
                both(serialization(new TimeoutException("x"))),
                both(new TimeoutException("x")),
                both(new AuthorizationException("x")),
                both(new ConfigException("x")),
                both(new NullPointerException()),
                both(new OutOfMemoryError()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void shouldTellRecordsFaultFromTheWorlds(Throwable thrown, FaultKind reading, FaultKind writing) {
        assertThat(FaultKind.ofReading(thrown)).isEqualTo(reading);
        assertThat(FaultKind.ofWriting(thrown)).isEqualTo(writing);
    }

    private static Arguments both(Throwable thrown) {
        return Arguments.of(thrown, FaultKind.INFRASTRUCTURE, FaultKind.INFRASTRUCTURE);
    }

    private static SerializationException serialization(Throwable cause) {
        return new SerializationException("x", cause);
    }

    private static RegistryRejectedException rejected(int code) {
        return new RegistryRejectedException("x", 404, code);
    }

    /** In the shape of Confluent's. */
    public static final class RestClientException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int errorCode;

        RestClientException(int errorCode) {
            super("x");
            this.errorCode = errorCode;
        }

        public int getErrorCode() {
            return errorCode;
        }
    }
}
