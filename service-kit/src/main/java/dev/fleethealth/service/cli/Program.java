package dev.fleethealth.service.cli;

import dev.fleethealth.service.config.ConfigurationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Runs a picocli command the way both programs do: 0 for success, 2 with one line on standard error for wrong arguments
 * or configuration, 1 with one line and a stack trace in the log for anything else.
 */
public final class Program {
    private static final Logger LOGGER = LoggerFactory.getLogger(Program.class);

    private Program() {}

    /** The command line of the given root command, ready to {@code execute}; its streams can be replaced in tests. */
    public static CommandLine commandLine(Object rootCommand) {
        return new CommandLine(rootCommand)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Program::wrongArguments)
                .setExecutionExceptionHandler(Program::failed);
    }

    private static int wrongArguments(ParameterException error, String[] arguments) {
        CommandLine command = error.getCommandLine();
        return complain(
                command, oneLine(error) + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
    }

    private static int failed(Exception error, CommandLine command, ParseResult arguments) {
        if (error instanceof ConfigurationException) {
            return complain(command, oneLine(error));
        }
        LOGGER.atError().setCause(error).log("Failed unexpectedly");
        complain(command, "failed: " + oneLine(error));
        return ExitCode.SOFTWARE;
    }

    private static int complain(CommandLine command, String problem) {
        String program = command.getCommandSpec().root().name();
        command.getErr().println(program + ": " + problem);
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    private static String oneLine(Exception error) {
        String message = error.getMessage() == null ? error.toString() : error.getMessage();
        return message.replaceAll("\\s*\\R\\s*", " ");
    }
}
