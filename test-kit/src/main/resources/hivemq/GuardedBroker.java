import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.embedded.EmbeddedExtension;
import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.auth.SimpleAuthenticator;
import com.hivemq.extension.sdk.api.auth.SubscriptionAuthorizer;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthInput;
import com.hivemq.extension.sdk.api.auth.parameter.SimpleAuthOutput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerInput;
import com.hivemq.extension.sdk.api.auth.parameter.SubscriptionAuthorizerOutput;
import com.hivemq.extension.sdk.api.packets.connect.ConnackReasonCode;
import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import com.hivemq.extension.sdk.api.services.Services;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * HiveMQ CE that looks at credentials: user {@code bridge} has the password {@code right}; users {@code es256} and
 * {@code rs256} show tokens, whose public keys are the arguments, if any; who has no user name comes in. Writes a line for each
 * decision, and ends connections when their token expires. Clocks may differ by so many seconds as the system
 * property {@code guard.skew} says. Nobody may subscribe to {@code forbidden/#}.
 */
class GuardedBroker {
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(System.getProperty("hivemq.home"));
        Guard guard = new Guard(
                arguments.length == 0
                        ? Map.of()
                        : Map.of(
                                "es256", key("EC", arguments[0]),
                                "rs256", key("RSA", arguments[1])));
        EmbeddedHiveMQ.builder()
                .withConfigurationFolder(home.resolve("conf"))
                .withDataFolder(home.resolve("data"))
                .withExtensionsFolder(home.resolve("extensions"))
                .withEmbeddedExtension(EmbeddedExtension.builder()
                        .withId("guard")
                        .withName("guard")
                        .withVersion("1")
                        .withExtensionMain(guard)
                        .build())
                .build()
                .start()
                .join();
        Thread.currentThread().join();
    }

    private static PublicKey key(String algorithm, String base64) throws Exception {
        byte[] encoded = Base64.getDecoder().decode(base64);
        return KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(encoded));
    }

    static final class Guard implements ExtensionMain, SimpleAuthenticator {
        private static final ObjectMapper JSON = new ObjectMapper();
        private static final Map<String, String> SIGNATURES =
                Map.of("es256", "SHA256withECDSAinP1363Format", "rs256", "SHA256withRSA");

        private final Map<String, PublicKey> keys;
        private final long skew = Long.getLong("guard.skew", 0);
        private final Map<String, Future<?>> expiries = new ConcurrentHashMap<>();

        Guard(Map<String, PublicKey> keys) {
            this.keys = keys;
        }

        @Override
        public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
            Services.securityRegistry().setAuthenticatorProvider(any -> this);
            Services.securityRegistry().setAuthorizerProvider(any -> (SubscriptionAuthorizer) Guard::authorize);
        }

        @Override
        public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {}

        @Override
        public void onConnect(SimpleAuthInput input, SimpleAuthOutput output) {
            String client = input.getClientInformation().getClientId();
            String user = input.getConnectPacket().getUserName().orElse("");
            String password = input.getConnectPacket()
                    .getPassword()
                    .map(bytes -> StandardCharsets.UTF_8.decode(bytes).toString())
                    .orElse("");
            try {
                check(client, user, password);
                System.out.println("accepted " + client);
                output.authenticateSuccessfully();
            } catch (Exception e) {
                System.out.println("refused " + client + " " + e);
                output.failAuthentication(ConnackReasonCode.NOT_AUTHORIZED, "no");
            }
        }

        private static void authorize(SubscriptionAuthorizerInput input, SubscriptionAuthorizerOutput output) {
            if (input.getSubscription().getTopicFilter().startsWith("forbidden/")) {
                output.failAuthorization();
            } else {
                output.authorizeSuccessfully();
            }
        }

        private void check(String client, String user, String password) throws Exception {
            if (keys.containsKey(user)) {
                endAt(client, verify(user, password));
            } else {
                require(user.isEmpty() || user.equals("bridge") && password.equals("right"), "wrong password");
            }
        }

        private long verify(String user, String token) throws Exception {
            String[] parts = token.split("\\.", -1);
            require(parts.length == 3, "not a token");
            require(json(parts[0]).path("alg").asText().equalsIgnoreCase(user), "wrong algorithm");
            Signature signature = Signature.getInstance(SIGNATURES.get(user));
            signature.initVerify(keys.get(user));
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            require(signature.verify(Base64.getUrlDecoder().decode(parts[2])), "wrong signature");
            JsonNode claims = json(parts[1]);
            long now = System.currentTimeMillis() / 1_000;
            long expiry = claims.path("exp").asLong() + skew;
            require(claims.path("aud").asText().equals("test-project"), "wrong audience");
            require(claims.path("tenant").path("name").asText().equals("plant"), "claim is missing");
            require(claims.path("iat").asLong() <= now + skew && expiry > now, "not valid now");
            return expiry * 1_000 - System.currentTimeMillis();
        }

        private void endAt(String client, long milliseconds) {
            Future<?> former = expiries.put(
                    client,
                    Services.extensionExecutorService()
                            .schedule(() -> end(client), milliseconds, TimeUnit.MILLISECONDS));
            if (former != null) {
                former.cancel(false);
            }
        }

        private static void end(String client) {
            System.out.println("expired " + client);
            Services.clientService().disconnectClient(client, false, DisconnectReasonCode.NOT_AUTHORIZED, "expired");
        }

        private static JsonNode json(String part) throws Exception {
            return JSON.readTree(Base64.getUrlDecoder().decode(part));
        }

        private static void require(boolean holds, String why) {
            if (!holds) {
                throw new IllegalArgumentException(why);
            }
        }
    }
}
