package dev.fleethealth.bridge.http;

import com.sun.net.httpserver.HttpExchange;
import dev.fleethealth.bridge.config.HttpSourceSettings;
import dev.fleethealth.service.http.AccessToken;
import java.util.Optional;

/** Lets in only senders that know the token. */
final class SenderToken {
    private final AccessToken token;
    private final boolean inQuery;

    SenderToken(HttpSourceSettings settings) {
        token = new AccessToken(settings.token());
        inQuery = settings.tokenInQuery();
    }

    /** @throws Refusal when the request has another token, or none */
    void check(HttpExchange exchange) throws Refusal {
        if (!token.admits(given(exchange))) {
            throw Refusal.of(401, "expected the header Authorization: Bearer <token>", "WWW-Authenticate", "Bearer");
        }
    }

    private Optional<String> given(HttpExchange exchange) {
        return AccessToken.ofHeader(exchange.getRequestHeaders().getFirst("Authorization"))
                .or(() -> inQuery ? Query.of(exchange).value("token") : Optional.empty());
    }
}
