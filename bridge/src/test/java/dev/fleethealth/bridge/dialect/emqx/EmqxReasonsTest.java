package dev.fleethealth.bridge.dialect.emqx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.bridge.dialect.Messages;
import dev.fleethealth.schemas.Category;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.EventType;
import dev.fleethealth.schemas.Initiator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmqxReasonsTest {

    @ParameterizedTest
    @CsvSource({
        "normal,NORMAL,CLIENT",
        "disconnect_with_will_message,DISCONNECT_WITH_WILL,CLIENT",
        "unspecified_error,SERVER_ERROR,UNKNOWN",
        "kicked,ADMIN_KICK,SERVER",
        "administrative_action,ADMIN_KICK,UNKNOWN",
        "discarded,SESSION_TAKEN_OVER,SERVER",
        "takenover,SESSION_TAKEN_OVER,SERVER",
        "takeovered,SESSION_TAKEN_OVER,SERVER",
        "session_taken_over,SESSION_TAKEN_OVER,SERVER",
        "keepalive_timeout,KEEPALIVE_TIMEOUT,SERVER",
        "not_authorized,NOT_AUTHORIZED,SERVER",
        "protocol_error,PROTOCOL_ERROR,UNKNOWN",
        "malformed_packet,PROTOCOL_ERROR,UNKNOWN",
        "topic_alias_invalid,PROTOCOL_ERROR,UNKNOWN",
        "implementation_specific_error,SERVER_ERROR,UNKNOWN",
        "receive_maximum_exceeded,QUOTA_EXCEEDED,UNKNOWN",
        "quota_exceeded,QUOTA_EXCEEDED,UNKNOWN",
        "message_rate_too_high,RATE_LIMITED,UNKNOWN",
        "connection_rate_exceeded,RATE_LIMITED,SERVER",
        "topic_filter_invalid,TOPIC_OR_PAYLOAD_INVALID,SERVER",
        "topic_name_invalid,TOPIC_OR_PAYLOAD_INVALID,UNKNOWN",
        "payload_format_invalid,TOPIC_OR_PAYLOAD_INVALID,UNKNOWN",
        "qos_not_supported,UNSUPPORTED_FEATURE,SERVER",
        "retain_not_supported,UNSUPPORTED_FEATURE,SERVER",
        "shared_subscriptions_not_supported,UNSUPPORTED_FEATURE,SERVER",
        "subscription_identifiers_not_supported,UNSUPPORTED_FEATURE,SERVER",
        "wildcard_subscriptions_not_supported,UNSUPPORTED_FEATURE,SERVER",
        "frame_too_large,PACKET_TOO_LARGE,SERVER",
        "packet_too_large,PACKET_TOO_LARGE,UNKNOWN",
        "emsgsize,PACKET_TOO_LARGE,SERVER",
        "use_another_server,SERVER_REDIRECT,SERVER",
        "server_moved,SERVER_REDIRECT,SERVER",
        "server_shutting_down,SERVER_SHUTDOWN,SERVER",
        "maximum_connect_time,MAX_CONNECTION_LIFETIME,SERVER",
        "expired,SESSION_EXPIRED,SERVER",
        "idle_timeout,CONNECT_TIMEOUT,SERVER",
        "ssl_upgrade_timeout,TLS_ERROR,SERVER",
        "unexpected_ws_frame,PROTOCOL_ERROR,SERVER",
        "tcp_closed,NETWORK_LOST,NETWORK",
        "ssl_closed,NETWORK_LOST,NETWORK",
        "closed,NETWORK_LOST,NETWORK",
        "einval,NETWORK_LOST,NETWORK",
        "enotconn,NETWORK_LOST,NETWORK",
        "econnreset,NETWORK_LOST,NETWORK",
        "etimedout,NETWORK_LOST,NETWORK",
        "epipe,NETWORK_LOST,NETWORK",
        "ehostunreach,NETWORK_LOST,NETWORK",
        "send_timeout,NETWORK_LOST,NETWORK",
        "remote,NETWORK_LOST,NETWORK",
        "timeout,NETWORK_LOST,NETWORK",
        "error,NETWORK_LOST,NETWORK",
        "internal_error,UNKNOWN,UNKNOWN",
        "brand_new_reason,UNKNOWN,UNKNOWN"
    })
    void shouldCategorizeEachReasonAndKeepItsSpellingWhenAConnectionEnds(
            String reason, Category category, Initiator by) {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "emqx",
                "$events/client/disconnected",
                "{\"event\":\"client.disconnected\",\"clientid\":\"d\",\"reason\":\"" + reason + "\"}");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.DISCONNECTED);
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(by);
        assertThat(event.getRawReason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "client_identifier_not_valid,CLIENT_ID_REJECTED",
        "bad_username_or_password,BAD_CREDENTIALS",
        "bad_authentication_method,BAD_CREDENTIALS",
        "not_authorized,NOT_AUTHORIZED",
        "banned,BLOCKED",
        "server_busy,SERVER_BUSY",
        "server_unavailable,SERVER_BUSY",
        "quota_exceeded,CONNECTION_LIMIT",
        "use_another_server,SERVER_REDIRECT",
        "unsupported_protocol_version,UNSUPPORTED_PROTOCOL_VERSION",
        "protocol_error,PROTOCOL_ERROR",
        "unspecified_error,SERVER_ERROR",
        "malformed_username_or_password,BAD_CREDENTIALS",
        "unauthorized_client,NOT_AUTHORIZED",
        "unacceptable_protocol_version,UNSUPPORTED_PROTOCOL_VERSION",
        "server_unavaliable,SERVER_BUSY"
    })
    void shouldCategorizeEachReasonWhenAConnectIsRefused(String reason, Category category) {
        // When
        ConnectionEvent.Builder event = Messages.event(
                "emqx", "", "{\"event\":\"client.connack\",\"clientid\":\"d\",\"reason_code\":\"" + reason + "\"}");

        // Then
        assertThat(event.getType()).isEqualTo(EventType.CONNECT_FAILED);
        assertThat(event.getCategory()).isEqualTo(category);
        assertThat(event.getInitiator()).isEqualTo(Initiator.SERVER);
    }
}
