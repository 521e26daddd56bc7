package dev.fleethealth.schemas.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.security.JaasContext;

/** The {@code Authorization} header for each URL of the registry. */
final class RegistryCredentials {
    private final RegistryClientConfig config;

    RegistryCredentials(RegistryClientConfig config) {
        this.config = config;
    }

    /**
     * The header for one URL, none where the registry is open to all.
     *
     * @throws ConfigException when credentials are half configured
     */
    Optional<String> header(URI url) {
        String bearer = config.getString(RegistryClientConfig.BEARER_SOURCE);
        return bearer.isEmpty() ? basicHeader(url) : Optional.of("Bearer " + token(bearer));
    }

    private String token(String source) {
        if (!"STATIC_TOKEN".equals(source)) {
            throw new ConfigException(RegistryClientConfig.BEARER_SOURCE, source, "expected STATIC_TOKEN");
        }
        if (!"URL".equals(config.getString(RegistryClientConfig.BASIC_SOURCE))) {
            throw new ConfigException("%s and %s are both set, expected one of them"
                    .formatted(RegistryClientConfig.BASIC_SOURCE, RegistryClientConfig.BEARER_SOURCE));
        }
        return required(RegistryClientConfig.BEARER_TOKEN, source);
    }

    private Optional<String> basicHeader(URI url) {
        String source = config.getString(RegistryClientConfig.BASIC_SOURCE);
        Optional<String> userInfo =
                switch (source) {
                    case "URL" -> Optional.ofNullable(url.getUserInfo());
                    case "USER_INFO" -> Optional.of(required(RegistryClientConfig.BASIC_USER_INFO, source));
                    case "SASL_INHERIT" -> Optional.of(kafkaLogin());
                    default ->
                        throw new ConfigException(
                                RegistryClientConfig.BASIC_SOURCE, source, "expected URL, USER_INFO or SASL_INHERIT");
                };
        return userInfo.map(user -> "Basic " + Base64.getEncoder().encodeToString(user.getBytes(UTF_8)));
    }

    private String kafkaLogin() {
        required(RegistryClientConfig.JAAS, "SASL_INHERIT");
        List<AppConfigurationEntry> entries =
                JaasContext.loadClientContext(config.values()).configurationEntries();
        return JaasContext.configEntryOption(entries, "username", null) + ":"
                + JaasContext.configEntryOption(entries, "password", null);
    }

    private String required(String key, String source) {
        String secret = config.secret(key);
        if (secret.isEmpty()) {
            throw new ConfigException(
                    "%s is missing, expected a value because the source is %s".formatted(key, source));
        }
        return secret;
    }
}
