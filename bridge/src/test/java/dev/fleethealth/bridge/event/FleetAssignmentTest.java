package dev.fleethealth.bridge.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.fleethealth.bridge.event.FleetRule.Subject;
import dev.fleethealth.schemas.ConnectionEvent;
import dev.fleethealth.schemas.privacy.Privacy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FleetAssignmentTest {

    @ParameterizedTest
    @CsvSource({
        "projects/p1/locations/us-central1/registries/reg/devices/d,p1/reg",
        "projects/p1/locations/us-central1/registries/reg/devices/d/e,default",
        "projects/p1/locations/us-central1/registries/reg/devices/,default",
        "projects//locations/us-central1/registries/reg/devices/d,default",
        "projects/p1/regions/us-central1/registries/reg/devices/d,default",
        "GID_pumps@@@17,GID_pumps",
        "GID_pumps@@@17@@@x,GID_pumps",
        "@@@17,default",
        "plain,default"
    })
    void shouldReadTheFleetWhenTheClientIdFollowsAVendorsConvention(String clientId, String fleet) {
        assertThat(fleet(EventOrigin.of("tdmq"), clientId)).isEqualTo(fleet);
    }

    @Test
    void shouldTakeTheFirstRuleThatFits() {
        // Given
        EventOrigin settings = settings(
                FleetRule.of(Subject.USERNAME, "^(?<fleet>[a-z]+)-user$"),
                FleetRule.of(Subject.CLIENT_ID, "^(?<fleet>[a-z]+)-[0-9]+$"),
                FleetRule.of(Subject.CLIENT_ID, "(?P<fleet>.)"),
                FleetRule.of(Subject.TOPIC, "^tenants/(?<fleet>[^/]+)/"));

        // When // Then
        assertThat(fleet(settings, "pumps-17")).isEqualTo("pumps");
        assertThat(fleet(settings, "17")).isEqualTo("1");
        assertThat(new FleetAssignment(settings).fleetOf(draft("pumps-17").setUsername("valves-user"), "tenants/t/x"))
                .isEqualTo("valves");
        assertThat(new FleetAssignment(settings).fleetOf(ConnectionEvent.newBuilder(), "tenants/t/x"))
                .isEqualTo("t");
    }

    @Test
    void shouldTakeTheRuleWhenABuiltInOneFitsToo() {
        assertThat(fleet(settings(FleetRule.of(Subject.CLIENT_ID, "@@@(?<fleet>.+)")), "group@@@device"))
                .isEqualTo("device");
    }

    @Test
    void shouldTakeTheSourcesFleetWhenNoRuleFits() {
        assertThat(fleet(settings(FleetRule.of(Subject.CLIENT_ID, "^x(?<fleet>y)?$")), "x"))
                .isEqualTo("configured");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001fb@@@d", "a\nb@@@d", " @@@d"})
    void shouldNotNameAFleetWhenTheNameWouldBreakKeysOrLabels(String clientId) {
        assertThat(fleet(EventOrigin.of("tdmq"), clientId)).isEqualTo("default");
    }

    @Test
    void shouldMatchUpToTheBoundWhenAClientIdIsHuge() {
        // Given
        EventOrigin settings = settings(FleetRule.of(Subject.CLIENT_ID, "^(?<fleet>a)a*$"));

        // When // Then
        assertThat(fleet(settings, "a".repeat(FleetRule.MAX_TEXT_LENGTH))).isEqualTo("a");
        assertThat(fleet(settings, "a".repeat(FleetRule.MAX_TEXT_LENGTH + 1))).isEqualTo("configured");
        assertThat(fleet(settings, "projects/" + "/".repeat(65_000))).isEqualTo("configured");
    }

    @Test
    void shouldTakeLittleTimeWhenAnExpressionInvitesBacktracking() {
        // Given
        EventOrigin settings = settings(FleetRule.of(Subject.CLIENT_ID, "^(?<fleet>(a+)+)b$"));
        String hostile = "a".repeat(FleetRule.MAX_TEXT_LENGTH);

        // When // Then
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> assertThat(fleet(settings, hostile))
                .isEqualTo("configured"));
    }

    @ParameterizedTest
    @CsvSource({"(?<fleet>,found \"(?<fleet>\"", "(?<flet>.),with a group (?<fleet>…)", "(?=x)(?<fleet>y),RE2 syntax"})
    void shouldSayWhatIsWrongWhenARuleIs(String regex, String fault) {
        assertThatThrownBy(() -> FleetRule.of(Subject.CLIENT_ID, regex))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(fault);
    }

    private static EventOrigin settings(FleetRule... rules) {
        return new EventOrigin("tdmq", Optional.of("configured"), List.of(rules), Privacy.KEEP_ALL);
    }

    private static String fleet(EventOrigin settings, String clientId) {
        return new FleetAssignment(settings).fleetOf(draft(clientId), "");
    }

    private static ConnectionEvent.Builder draft(String clientId) {
        return ConnectionEvent.newBuilder().setClientId(clientId);
    }
}
