package dev.fleethealth.bridge.chaos;

import dev.fleethealth.testkit.tls.TestAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Keys that a bridge signs its tokens with and a broker verifies them with. */
record TokenKeys(KeyPair ec, KeyPair rsa, Path folder) {

    static TokenKeys create(Path folder) throws IOException, NoSuchAlgorithmException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        TokenKeys keys = new TokenKeys(TestAuthority.newKeys(), generator.generateKeyPair(), folder);
        Files.writeString(folder.resolve("ES256.pem"), TestAuthority.pem(keys.ec.getPrivate()));
        Files.writeString(folder.resolve("RS256.pem"), TestAuthority.pem(keys.rsa.getPrivate()));
        return keys;
    }

    /** The public keys, as the broker's program takes them. */
    List<String> arguments() {
        return List.of(base64(ec), base64(rsa));
    }

    /** Settings of a source whose user has the algorithm's name. */
    String credentials(String algorithm, String times) {
        return """
            credentials: {username: %1$s, token: {algorithm: %2$s, key: "${file:%3$s/%2$s.pem}", \
            audience: test-project, claims: {tenant: {name: plant}}, %4$s}}\
            """.formatted(algorithm.toLowerCase(Locale.ROOT), algorithm, folder, times);
    }

    private static String base64(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }
}
