package dev.fleethealth.streams.query.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The web page, and the document of the API. They hold no data, so they need no token: the page asks for it. */
final class PageRoutes {
    private static final String FOLDER = "/dev/fleethealth/streams/query/";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8",
            "yaml", "application/yaml");

    private PageRoutes() {}

    static List<Route> routes() {
        return List.of(
                Route.open("/", call -> file("page/index.html")),
                Route.open("/page/{file}", call -> file("page/" + call.variable("file"))),
                Route.open("/openapi.yaml", call -> file("openapi.yaml")));
    }

    private static Reply file(String name) throws Problem {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        // A name has neither folders nor two dots in a row, whatever was decoded from the path.
        byte[] content =
                type != null && name.matches("(page/)?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+") ? content(name) : null;
        if (type == null || content == null) {
            throw Problem.of(404, "Not found", "no such file");
        }
        return new Reply.Whole(200, type, Map.of("Cache-Control", "no-cache"), content);
    }

    private static byte @Nullable [] content(String name) {
        try (InputStream file = PageRoutes.class.getResourceAsStream(FOLDER + name)) {
            return file == null ? null : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("a resource can't be read: " + name, e);
        }
    }
}
