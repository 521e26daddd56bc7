package dev.fleethealth.service.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The version for {@code --version}: from the manifest of the jar that holds the program's main command. */
public final class ManifestVersion implements IVersionProvider {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public String[] getVersion() {
        Package program = command.root().userObject().getClass().getPackage();
        String version = Optional.ofNullable(program.getImplementationVersion()).orElse("(not packaged)");
        return new String[] {command.root().name() + " " + version};
    }
}
