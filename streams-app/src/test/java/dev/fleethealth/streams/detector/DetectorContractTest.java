package dev.fleethealth.streams.detector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fleethealth.streams.alert.AdviceBook;
import dev.fleethealth.streams.config.ProgramConfiguration;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every detector on the class path must bring with it. */
class DetectorContractTest {
    private static final Path RUNBOOKS = Path.of("../docs/runbooks");
    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");
    private static final Pattern YAML_BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private static final List<String> SECTIONS = List.of(
            "What it means",
            "When it fires and clears",
            "How to check",
            "What to do",
            "When it is a false alarm",
            "Settings");
    private static final List<String> CASES = List.of(
            "fires",
            "quiet",
            "exact-threshold",
            "one-below",
            "shuffled",
            "duplicated",
            "poisoned-clock",
            "silence",
            "reopens-within-hold");

    @SuppressWarnings("rawtypes") // ServiceLoader knows raw types only
    static List<DetectorFactory> factories() {
        return ServiceLoader.load(DetectorFactory.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("factories")
    <S extends Record> void shouldNameItsDetectorAndAcceptItsOwnDefaults(DetectorFactory<S> factory) {
        // When
        Detector detector = factory.create(factory.defaults());

        // Then
        assertThat(detector.id()).isEqualTo(factory.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(detector.window()).isPositive();
        assertThat(detector.clearsAfter()).isGreaterThanOrEqualTo(java.time.Duration.ZERO);
    }

    @ParameterizedTest
    @MethodSource("factories")
    void shouldHaveAScenarioOfEachKind(DetectorFactory<?> factory) {
        assertThat(CASES)
                .allSatisfy(name -> assertThat(SCENARIOS.resolve(factory.id()).resolve(name + ".yaml"))
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("factories")
    void shouldHaveARunbookWithAllSectionsAndSettings(DetectorFactory<?> factory) throws IOException {
        // Given
        String page = runbook(factory);

        // Then
        assertThat(page).startsWith("# " + factory.id() + ": ");
        assertThat(SECTIONS).allSatisfy(section -> assertThat(page).contains("\n## " + section + "\n"));
        assertThat(settingsOf(factory)).allSatisfy(setting -> assertThat(page).contains("| `" + setting + "` |"));
        assertThat(Files.readString(RUNBOOKS.resolve("README.md"))).contains("(" + factory.id() + ".md)");
    }

    @ParameterizedTest
    @MethodSource("factories")
    void shouldShowItsDefaultsInItsRunbook(DetectorFactory<?> factory, @TempDir Path folder) throws IOException {
        // Given
        Matcher block = YAML_BLOCK.matcher(runbook(factory));
        assertThat(block.find()).isTrue();
        String yaml = block.group(1);
        Path file = Files.writeString(folder.resolve("streams.yaml"), yaml);

        // When
        String shown = ProgramConfiguration.load(Optional.of(file)).print();

        // Then
        assertThat(shown).isEqualTo(ProgramConfiguration.load(Optional.empty()).print());
        assertThat(settingsOf(factory)).allSatisfy(setting -> assertThat(yaml).contains(" " + setting + ": "));
    }

    @ParameterizedTest
    @EnumSource(ProbableCause.class)
    void shouldHaveAdviceOfOneToThreeSentencesForEveryCause(ProbableCause cause) {
        // Given
        AdviceBook book = AdviceBook.load();

        // Then
        assertThat(factories()).allSatisfy(factory -> assertThat(sentences(book.adviceFor(factory.id(), cause)))
                .isBetween(1L, 3L));
        assertThat(book.adviceFor("any", cause)).satisfies(text -> assertThat(
                        cause == ProbableCause.UNKNOWN || !text.equals(book.adviceFor("any", ProbableCause.UNKNOWN)))
                .isTrue());
    }

    private static long sentences(String text) {
        return Pattern.compile("[.](\\s|$)").matcher(text).results().count();
    }

    private static String runbook(DetectorFactory<?> factory) throws IOException {
        return Files.readString(RUNBOOKS.resolve(factory.id() + ".md"));
    }

    private static List<String> settingsOf(DetectorFactory<?> factory) {
        return Arrays.stream(factory.defaults().getClass().getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .toList();
    }
}
