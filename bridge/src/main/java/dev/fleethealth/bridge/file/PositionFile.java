package dev.fleethealth.bridge.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.fleethealth.service.config.ConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps the positions of a source in a small file, which is always whole: the old one or the new one. */
public final class PositionFile {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int FORMAT = 1;

    private final Path file;

    private PositionFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    public static PositionFile at(Path file) {
        return new PositionFile(file);
    }

    /**
     * The positions of the last run; empty when there was none.
     *
     * @throws ConfigurationException when the file holds something else
     */
    public Optional<List<Position>> load() {
        try {
            return Files.exists(file) ? Optional.of(read(JSON.readTree(Files.readAllBytes(file)))) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            throw new ConfigurationException("state-file: expected positions that the bridge has kept, found something"
                    + " else in " + file + "; remove it to begin anew");
        }
    }

    /** Replaces the file; when this returns, the positions survive a loss of power. */
    void save(List<Position> positions) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel out = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(JSON.writeValueAsBytes(write(positions)));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder();
    }

    /** A rename is in the folder, not in the file. */
    private void forceFolder() throws IOException {
        try (FileChannel folder = FileChannel.open(file.resolveSibling("."), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static ObjectNode write(List<Position> positions) {
        ObjectNode root = JSON.createObjectNode().put("format", FORMAT);
        ArrayNode files = root.putArray("files");
        for (Position position : positions) {
            ObjectNode file = files.addObject()
                    .put("path", position.path().toString())
                    .put("key", position.key())
                    .put("offset", position.offset());
            write(file.putObject("head"), position.head());
            write(file.putObject("tail"), position.tail());
        }
        return root;
    }

    private static List<Position> read(JsonNode root) {
        if (root.required("format").intValue() != FORMAT) {
            throw new IllegalArgumentException("format");
        }
        List<Position> positions = new ArrayList<>();
        for (JsonNode file : root.required("files")) {
            positions.add(new Position(
                    Path.of(file.required("path").textValue()),
                    file.required("key").textValue(),
                    fingerprint(file.required("head")),
                    fingerprint(file.required("tail")),
                    file.required("offset").longValue()));
        }
        return positions;
    }

    private static void write(ObjectNode node, Fingerprint fingerprint) {
        node.put("from", fingerprint.from()).put("length", fingerprint.length()).put("sha256", fingerprint.digest());
    }

    private static Fingerprint fingerprint(JsonNode node) {
        return new Fingerprint(
                node.required("from").longValue(),
                node.required("length").intValue(),
                node.required("sha256").textValue());
    }
}
