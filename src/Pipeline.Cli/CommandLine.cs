using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using Pipeline.Cli.Digests;
using Pipeline.Cli.Inspect;
using Pipeline.Cli.Maintenance;
using Pipeline.Cli.Run;
using Pipeline.Cli.Taxonomies;
using Pipeline.Cli.Terminal;
using Pipeline.Cli.Upload;
using Pipeline.LocalHost;
using Pipeline.LocalHost.Azurite;

namespace Pipeline.Cli;

/// <summary>The command with its verbs.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command.</summary>
    /// <param name="arguments">The arguments, without the command's own name.</param>
    /// <param name="terminal">Where it writes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var root = new RootCommand("Tags and summarises news articles, and serves the result over HTTP.")
        {
            RunCommand.Create(terminal),
            UploadCommand.Create(terminal),
            InspectCommand.Create(terminal),
            DigestCommand.Create(terminal),
            TaxonomyCommand.Create(terminal),
            PoisonCommand.Create(terminal),
            ReconcileCommand.Create(terminal),
        };
        var result = root.Parse(arguments);
        if (arguments.Count > 0 && result.Action is ParseErrorAction)
        {
            return Refuse(result, terminal);
        }

        var configuration = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null, // StopSignal does it.
        };
        try
        {
            return await result.InvokeAsync(configuration, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Stopped;
        }
        catch (Exception ex) when (ex is CommandException or AzuriteException or FunctionHostException or IOException)
        {
            terminal.WriteError(ex.Message);
            return ExitCode.Failed;
        }
    }

    private static int Refuse(ParseResult result, CommandTerminal terminal)
    {
        // A verb that is unknown counts as missing too; that it is unknown says it all.
        var unknown = result.UnmatchedTokens.Count > 0 && result.CommandResult.Command is RootCommand;
        foreach (var error in unknown ? result.Errors.Skip(1) : result.Errors)
        {
            terminal.WriteError(error.Message);
        }

        var verb = VerbOf(result.CommandResult);
        terminal.Error.WriteLine($"`pipeline{verb} --help` tells what there is.");
        return ExitCode.Failed;
    }

    /// <summary>Returns the verbs that were named, each with a blank before it.</summary>
    private static string VerbOf(CommandResult result) =>
        result.Command is RootCommand ? "" : $"{(result.Parent is CommandResult parent ? VerbOf(parent) : "")} {result.Command.Name}";
}
