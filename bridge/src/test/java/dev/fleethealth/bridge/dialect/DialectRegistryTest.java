package dev.fleethealth.bridge.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DialectRegistryTest {

    @Test
    void shouldNameTheNearestAndListTheRestWhenADialectIsUnknown() {
        // Given
        DialectRegistry registry = new DialectRegistry(List.of(factory("tdmq"), factory("emqx"), factory("hivemq")));

        // When // Then
        assertThatThrownBy(() -> registry.create("hive-mq", DialectOptions.NONE))
                .isInstanceOf(UnknownDialectException.class)
                .hasMessage("unknown dialect \"hive-mq\": did you mean \"hivemq\"? Known: emqx, hivemq, tdmq");
    }

    @Test
    void shouldRefuseToLoadWhenTwoDialectsHaveOneId() {
        assertThatThrownBy(() -> new DialectRegistry(List.of(factory("emqx"), factory("emqx"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("two dialects are called \"emqx\"");
    }

    @Test
    void shouldFindEveryDialectOfThisVersionWhenLoaded() {
        assertThat(DialectRegistry.load().ids()).contains("emqx", "hivemq", "tdmq");
    }

    private static DialectFactory factory(String id) {
        return new DialectFactory() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Dialect create(DialectOptions options) {
                return message -> new Decoding.Ignored(id);
            }
        };
    }
}
