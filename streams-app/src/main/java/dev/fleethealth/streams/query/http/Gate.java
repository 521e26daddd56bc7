package dev.fleethealth.streams.query.http;

import dev.fleethealth.service.http.AccessToken;
import dev.fleethealth.streams.query.cluster.PartJson;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Who is let in, and how often. Other instances ask as often as they need to, for those who ask them.
 *
 * @param localNamesOnly whether the host that is asked for must be this machine, by a name that no other machine has: a page from
 *     elsewhere can give its own name our address, and a browser would then let it read our answers
 */
record Gate(ClientBudgets budgets, AccessToken token, boolean localNamesOnly) {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /** @throws Problem when the client asks too much, or asks for somebody else */
    void admit(Request request) throws Problem {
        if (!request.getHttpURI().getPath().startsWith(PartJson.PATH)) {
            budgets.take(Request.getRemoteAddr(request));
        }
        String host = Request.getServerName(request);
        if (localNamesOnly && !LOCAL.contains(String.valueOf(host))) {
            throw Problem.of(
                    421,
                    "Wrong host",
                    "expected localhost or 127.0.0.1; query.token or query.allow-anonymous let in others");
        }
    }

    /** @throws Problem when the request has another token, or none */
    void checkToken(Request request) throws Problem {
        if (!token.admits(AccessToken.ofHeader(request.getHeaders().get(HttpHeader.AUTHORIZATION)))) {
            throw Problem.of(
                    401,
                    "No access",
                    "expected the header Authorization: Bearer <token>",
                    "WWW-Authenticate",
                    "Bearer");
        }
    }
}
