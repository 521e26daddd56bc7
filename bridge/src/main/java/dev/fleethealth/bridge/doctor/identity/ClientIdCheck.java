package dev.fleethealth.bridge.doctor.identity;

import com.google.re2j.Pattern;
import dev.fleethealth.bridge.doctor.Finding;
import dev.fleethealth.bridge.doctor.Target;
import java.nio.charset.StandardCharsets;

/** Holds a client id against what the broker's vendor takes; pure. */
public final class ClientIdCheck {
    private static final String CHECK = "client-id";
    /** MQTT 3.1.1 and 5, section 1.5.4 and 3.1.3.1: a UTF-8 string has a length of two bytes. */
    private static final int MOST_BYTES = 65_535;
    /** MQTT 3.1.1, section 3.1.3.1: what every broker must take. */
    private static final Pattern EVERYWHERE = Pattern.compile("[0-9a-zA-Z]{1,23}");

    private static final Pattern CLEARBLADE =
            Pattern.compile("projects/[^/]+/locations/[^/]+/registries/[^/]+/devices/[^/]+");
    private static final Pattern APSARAMQ = Pattern.compile("[^@]+@@@.+");
    private static final int APSARAMQ_LONGEST = 64;
    private static final int AWS_LONGEST = 128;

    private ClientIdCheck() {}

    public static Finding examine(Target target) {
        String id = target.clientId();
        if (id.indexOf('\0') >= 0 || id.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Finding.failed(
                    CHECK,
                    "the client id holds a NUL character or more than " + MOST_BYTES + " bytes",
                    "MQTT does not allow such a client id: choose another.");
        }
        return switch (target.dialect().orElse("")) {
            case "clearblade" -> clearblade(id);
            case "apsaramq" -> apsaramq(id);
            case "aws-iot" -> awsIot(id);
            case "tdmq" -> tdmq(id);
            default -> Finding.ok(CHECK, "MQTT allows this client id of " + id.length() + " characters");
        };
    }

    private static Finding clearblade(String id) {
        return CLEARBLADE.matches(id)
                ? Finding.ok(CHECK, "it is the full path of a device")
                : Finding.failed(
                        CHECK,
                        "it is not the full path of a device, the broker answers CONNACK 2",
                        "Use projects/PROJECT/locations/REGION/registries/REGISTRY/devices/DEVICE, and check that the"
                                + " region and the project are those of the registry.");
    }

    private static Finding apsaramq(String id) {
        boolean fits = APSARAMQ.matches(id) && id.length() <= APSARAMQ_LONGEST;
        return fits
                ? Finding.ok(CHECK, "it is GROUP@@@DEVICE of " + id.length() + " characters")
                : Finding.failed(
                        CHECK,
                        "it is not GROUP@@@DEVICE of at most " + APSARAMQ_LONGEST + " characters",
                        "Join the name of a group that exists in the console and the device's name by @@@.");
    }

    private static Finding awsIot(String id) {
        if (id.isEmpty() || id.length() > AWS_LONGEST) {
            return Finding.failed(
                    CHECK,
                    "it has " + id.length() + " characters, AWS IoT takes 1 to " + AWS_LONGEST,
                    "Shorten it; the thing's name is the usual choice.");
        }
        if (id.contains("#") || id.contains("+")) {
            return Finding.warning(
                    CHECK,
                    "it holds # or +, for which AWS IoT sends no presence events",
                    "Leave these characters out, else nobody can see when this device connects.");
        }
        return Finding.ok(CHECK, "AWS IoT takes this client id of " + id.length() + " characters");
    }

    private static Finding tdmq(String id) {
        return EVERYWHERE.matches(id)
                ? Finding.ok(CHECK, "letters and digits, " + id.length() + " of at most 23")
                : Finding.warning(
                        CHECK,
                        "it is empty, longer than 23 characters, or has others than letters and digits",
                        "TDMQ documents client_id_invalid and client_id_too_long for such ids: keep to 1 to 23 of"
                                + " 0-9, a-z, A-Z if the broker refuses it.");
    }
}
