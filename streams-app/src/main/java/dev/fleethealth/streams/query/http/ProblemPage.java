package dev.fleethealth.streams.query.http;

import dev.fleethealth.streams.query.json.ApiJson;
import dev.fleethealth.streams.query.json.Fields;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server itself refuses, such as a request that is no HTTP, told as all else is. */
final class ProblemPage extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object reason = request.getAttribute(ERROR_MESSAGE);
        SecurityHeaders.addTo(response.getHeaders());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.write(true, body(response.getStatus(), Objects.toString(reason, "")), callback);
        return true;
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        SecurityHeaders.addTo(fields);
        fields.put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        return body(status, reason);
    }

    private static ByteBuffer body(int status, String detail) {
        return ByteBuffer.wrap(ApiJson.write(new Fields("status", status)
                .with("title", HttpStatus.getMessage(status))
                .with("detail", detail)
                .values()));
    }
}
