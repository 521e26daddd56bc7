package dev.fleethealth.bridge.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads what was posted, up to a limit. */
final class RequestBody {
    private RequestBody() {}

    /** @throws Refusal when it is too long, or compressed */
    static byte[] read(HttpExchange exchange, int longest) throws IOException, Refusal {
        Headers headers = exchange.getRequestHeaders();
        String encoding = headers.getFirst("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.of(415, "expected a body without Content-Encoding");
        }
        if (isLonger(headers.getFirst("Content-Length"), longest)) {
            throw tooLong(longest);
        }
        byte[] body = exchange.getRequestBody().readNBytes(longest + 1);
        if (body.length > longest) {
            throw tooLong(longest);
        }
        return body;
    }

    /** The server has made sure that a length is a number. */
    private static boolean isLonger(@Nullable String length, int longest) {
        return length != null && Long.parseLong(length) > longest;
    }

    private static Refusal tooLong(int longest) {
        return Refusal.of(413, "expected at most " + longest + " bytes");
    }
}
