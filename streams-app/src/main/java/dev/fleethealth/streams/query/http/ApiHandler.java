package dev.fleethealth.streams.query.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets requests in, hands them to their routes, and sends what these answer. */
final class ApiHandler extends Handler.Abstract {
    private static final Logger LOGGER = LoggerFactory.getLogger(ApiHandler.class);
    private static final int LONGEST_BODY = 64 * 1024;

    private final Router router;
    private final Gate gate;
    private final LiveFeed live;

    ApiHandler(Router router, Gate gate, LiveFeed live) {
        this.router = router;
        this.gate = gate;
        this.live = live;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Reply reply = reply(request);
        SecurityHeaders.addTo(response.getHeaders());
        if (reply instanceof Reply.Whole whole) {
            send(whole, response, callback);
        } else {
            live.follow(response, callback);
        }
        return true;
    }

    private Reply reply(Request request) {
        try {
            return answer(request);
        } catch (Problem problem) {
            return problem.reply();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Problem.of(503, "Not possible now", "the program stops", "Retry-After", "5")
                    .reply();
        } catch (IOException | RuntimeException e) {
            LOGGER.atError()
                    .addKeyValue("path", request.getHttpURI().getPath())
                    .setCause(e)
                    .log("Request failed");
            return Problem.of(500, "Failed", "see the program's log").reply();
        }
    }

    private Reply answer(Request request) throws Problem, IOException, InterruptedException {
        gate.admit(request);
        String path = request.getHttpURI().getPath();
        if (request.getMethod().equals("OPTIONS")) {
            return Reply.empty(204).with(Map.of("Allow", router.allowed(path)));
        }
        Router.Found found = router.find(request.getMethod(), path);
        if (!found.route().open()) {
            gate.checkToken(request);
        }
        String query = Optional.ofNullable(request.getHttpURI().getQuery()).orElse("");
        Reply reply = found.route()
                .endpoint()
                .answer(new Call(
                        found.variables(),
                        Parameters.of(query, found.route().parameters()),
                        Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE)),
                        body(request)));
        boolean asksForHead = request.getMethod().equals("HEAD");
        return reply instanceof Reply.Live && asksForHead ? Reply.empty(200).as("text/event-stream") : reply;
    }

    private static byte[] body(Request request) throws Problem, IOException {
        byte[] body = Content.Source.asInputStream(request).readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            throw Problem.of(413, "Too long", "expected a body of at most " + LONGEST_BODY + " bytes");
        }
        return body;
    }

    private static void send(Reply.Whole reply, Response response, Callback callback) {
        response.setStatus(reply.status());
        reply.headers().forEach(response.getHeaders()::put);
        if (!reply.contentType().isEmpty()) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        }
        if (reply.status() != 204) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
        }
        response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
}
