package dev.fleethealth.bridge.config;

import dev.fleethealth.service.config.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whom to trust.
 *
 * @param ca PEM file with the certificates of the authorities to trust, instead of those of the JDK; read again for each
 *     connection
 */
public record TlsSettings(Optional<Path> ca) {
    public TlsSettings {
        ca.ifPresent(file ->
                Setting.check(Files.isReadable(file), "ca", "expected a PEM file that can be read, was " + file));
    }
}
