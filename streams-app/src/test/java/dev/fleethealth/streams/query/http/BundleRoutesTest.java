package dev.fleethealth.streams.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.query.SampleFleets;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BundleRoutesTest {
    private static final String ROUTE = "/v1/devices/{id}/bundle";

    @Test
    void shouldOfferAZipToBeSaved() throws Exception {
        try (RunningApi api = RunningApi.start()) {
            // When
            HttpResponse<byte[]> answer =
                    api.download("/v1/devices/" + SampleFleets.TAKEN_OVER_DEVICE + "/bundle?at=2026-11-20T11:00:00Z");

            // Then
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
            assertThat(answer.headers().firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"fleet-health-scooter-007-20261120T120000Z.zip\"");
            assertThat(new String(answer.body(), 0, 2, StandardCharsets.US_ASCII))
                    .isEqualTo("PK");
        }
    }

    @Test
    void shouldSayWhyThereIsNone() {
        try (RunningApi api = RunningApi.start()) {
            // When
            HttpResponse<String> unknown = api.get(ROUTE, "/v1/devices/nobody/bundle");
            HttpResponse<String> ambiguous = api.get(ROUTE, "/v1/devices/" + SampleFleets.AMBIGUOUS_DEVICE + "/bundle");
            HttpResponse<String> future = api.get(ROUTE, "/v1/devices/scooter-001/bundle?at=2027-01-01T00:00:00Z");

            // Then
            assertThat(unknown.statusCode()).isEqualTo(404);
            assertThat(ambiguous.statusCode()).isEqualTo(409);
            assertThat(Answered.detail(future))
                    .isEqualTo("at: expected a time that has passed, was 2027-01-01T00:00:00Z");
        }
    }
}
