package dev.fleethealth.streams.query.bundle;

import dev.fleethealth.schemas.privacy.KeyedHash;
import dev.fleethealth.schemas.privacy.Privacy;
import dev.fleethealth.schemas.privacy.Treatment;
import dev.fleethealth.streams.query.Device;
import dev.fleethealth.streams.query.json.ApiJson;
import dev.fleethealth.streams.query.json.Fields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Everything that support asks for, as a zip.
 *
 * @param fileName of letters, digits and few signs, whatever the client id is
 */
public record SupportBundle(String fileName, byte[] zip) {
    private static final int LONGEST_ID = 60;
    private static final DateTimeFormatter FILE_TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** @param hashKey random for each bundle: equal values are equal within it, and nobody can go back */
    public static SupportBundle of(BundleContent content, String hashKey) {
        Privacy privacy = new Privacy(Treatment.HASH, Treatment.HASH, Optional.of(new KeyedHash(hashKey)));
        BundleContent masked = MaskedContent.of(content, privacy);
        Device device = masked.timeline().device();
        String name = device.id().replaceAll("[^A-Za-z0-9._-]", "_");
        String shortName = name.substring(Math.max(0, name.length() - LONGEST_ID));
        return new SupportBundle(
                "fleet-health-" + shortName + "-" + FILE_TIME.format(content.made()) + ".zip",
                zip(files(masked), content.made()));
    }

    private static Map<String, byte[]> files(BundleContent content) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("README.txt", text(ReadMe.of(content)));
        files.put("device.json", ApiJson.write(device(content).values()));
        files.put("timeline.json", ApiJson.write(content.timeline()));
        files.put("timeline.csv", text(EventTable.of(content.timeline().events())));
        files.put("diagnosis.json", ApiJson.write(content.diagnosis()));
        files.put("diagnosis.txt", text(DiagnosisText.of(content)));
        files.put("alerts.json", ApiJson.write(content.alerts()));
        files.put("changes.json", ApiJson.write(Change.in(content.timeline().events())));
        files.put("detectors.yaml", text(content.detectors()));
        return files;
    }

    private static Fields device(BundleContent content) {
        Device device = content.timeline().device();
        Optional<VendorName> vendor = VendorName.of(device.id());
        return new Fields("clientId", device.id())
                .with("project", vendor.map(VendorName::project).orElse(null))
                .with("region", vendor.map(VendorName::region).orElse(null))
                .with("registry", vendor.map(VendorName::registry).orElse(null))
                .with("device", vendor.map(VendorName::device).orElse(null))
                .with("troubleAt", content.at().toString())
                .with("madeAt", content.made().toString())
                .with("state", device)
                .with("freshness", content.freshness());
    }

    private static byte[] zip(Map<String, byte[]> files, Instant made) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(made.toEpochMilli());
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
