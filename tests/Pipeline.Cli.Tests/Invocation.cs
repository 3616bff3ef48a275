using System.Text.Json;
using Pipeline.Cli.Terminal;
using Xunit;

namespace Pipeline.Cli.Tests;

/// <summary>The command, invoked in this process as Program.cs does.</summary>
internal sealed class Invocation
{
    private Invocation(Func<CommandTerminal, Task<int>> run)
    {
        Command = run(CommandTerminal.Plain(Out, Error));
    }

    public OutputCapture Out { get; } = new();

    public OutputCapture Error { get; } = new();

    /// <summary>Gets the exit code, when it is there.</summary>
    public Task<int> Command { get; }

    public IReadOnlyList<JsonElement> JsonLines => [.. Out.Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    public static Invocation Start(CancellationToken cancellationToken, params string[] arguments) =>
        new(terminal => CommandLine.RunAsync(arguments, terminal, cancellationToken));

    public static async Task<Invocation> RunAsync(params string[] arguments)
    {
        var invocation = Start(TestContext.Current.CancellationToken, arguments);
        await invocation.Command;
        return invocation;
    }
}
