package dev.fleethealth.bridge.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.fleethealth.bridge.config.HttpSourceSettings;
import dev.fleethealth.bridge.dialect.BrokerMessage;
import dev.fleethealth.bridge.pipeline.Intake;
import dev.fleethealth.bridge.pipeline.Route;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers {@code POST /v1/events/<dialect>}: 200 when all of it is safe, else with what the sender can do. */
final class EventsHandler implements HttpHandler {
    private static final Logger LOGGER = LoggerFactory.getLogger(EventsHandler.class);
    private static final String PATH = "/v1/events/";

    private final HttpSourceSettings settings;
    private final Map<String, Route> routes;
    private final SenderToken token;
    private final Semaphore room;
    private final ExecutorService threads;
    private volatile @Nullable Intake intake;

    EventsHandler(HttpSourceSettings settings, Map<String, Route> routes) {
        this.settings = settings;
        this.routes = routes;
        this.token = new SenderToken(settings);
        this.room = new Semaphore(settings.maxRequests());
        this.threads = Executors.newFixedThreadPool(
                settings.maxRequests(), work -> new Thread(work, "intake-" + settings.name()));
    }

    /** Takes events from now on. */
    void open(Intake open) {
        intake = open;
    }

    /** Takes nothing from now on; what was taken is still answered. */
    void pause() {
        intake = null;
    }

    /** Waits that long for the answers to what was taken. */
    void close(int seconds) {
        try {
            room.tryAcquire(settings.maxRequests(), seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        boolean entered = room.tryAcquire();
        try (exchange) {
            Reply reply = reply(exchange, entered);
            count(reply);
            reply.send(exchange);
        } finally {
            if (entered) {
                room.release();
            }
        }
    }

    private Reply reply(HttpExchange exchange, boolean entered) throws IOException {
        try {
            token.check(exchange);
            Route route = route(exchange);
            Optional<Reply> handshake = Handshake.answer(exchange, settings.maxBodyBytes());
            if (handshake.isPresent()) {
                return handshake.get();
            }
            requirePost(exchange);
            Delivery delivery = delivery(entered);
            return take(exchange, route, delivery);
        } catch (Refusal refusal) {
            return refusal.reply();
        } catch (RuntimeException e) {
            LOGGER.atError().addKeyValue("source", settings.name()).setCause(e).log("Request failed");
            return Reply.error(500, "failed, see the bridge's log", Map.of());
        }
    }

    private Route route(HttpExchange exchange) throws Refusal {
        String path = exchange.getRequestURI().getPath();
        Route route = path.startsWith(PATH) ? routes.get(path.substring(PATH.length())) : null;
        if (route == null) {
            throw Refusal.of(404, "expected " + PATH + "<dialect>, with one of " + String.join(", ", routes.keySet()));
        }
        return route;
    }

    private static void requirePost(HttpExchange exchange) throws Refusal {
        if (!exchange.getRequestMethod().equals("POST")) {
            throw Refusal.of(405, "expected POST", "Allow", "POST");
        }
    }

    private Delivery delivery(boolean entered) throws Refusal {
        Intake open = intake;
        if (open == null) {
            throw Delivery.later("the bridge starts or stops");
        }
        if (!entered) {
            throw Refusal.comeAgain(429, "too many requests at one time", 1);
        }
        Delivery delivery = new Delivery(open, threads, settings.answerWithin());
        delivery.checkOpen();
        return delivery;
    }

    private Reply take(HttpExchange exchange, Route route, Delivery delivery) throws IOException, Refusal {
        byte[] body = RequestBody.read(exchange, settings.maxBodyBytes());
        String contentType = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"))
                .orElse("");
        String topic = Query.of(exchange).value("topic").orElse("");
        Instant now = delivery.now();
        List<BrokerMessage> messages = BodyItems.split(body, contentType).stream()
                .map(item -> new BrokerMessage(topic, item, now))
                .toList();
        return Reply.safe(delivery.deliver(route, messages));
    }

    private void count(Reply reply) {
        Intake open = intake;
        if (open != null) {
            open.metrics().httpAnswered(settings.name(), reply.status());
        }
    }
}
