using System.CommandLine;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>The commands that send requests to the API.</summary>
internal static class RequestCommands
{
    public static Command CreateOddRequests()
    {
        var count = new Option<int>("--count") { Description = "How many requests are sent.", DefaultValueFactory = _ => 5_000 };
        var first = new Option<int>("--first") { Description = "The number of the first request: with --count 1, that one alone.", DefaultValueFactory = _ => 0 };
        var seed = new Option<int>("--seed") { Description = "Other requests for each.", DefaultValueFactory = _ => 1 };
        var command = new Command("odd-requests", "Send odd requests to every route of the API: none may get a 500, and each error must be a problem of a documented type.")
        {
            count, first, seed,
        };
        command.SetAction((result, cancellationToken) =>
            OddRequestRun.RunAsync(result.GetValue(seed), result.GetValue(first), result.GetValue(count), cancellationToken));
        return command;
    }

    public static Command CreateRoughClients()
    {
        var seconds = new Option<int>("--seconds") { Description = "For how long.", DefaultValueFactory = _ => 30 };
        var command = new Command("rough-clients", "Ask for a summary while other clients send odd requests, a byte at a time, nothing at all, and headers and bodies of 10 MB.") { seconds };
        command.SetAction((result, cancellationToken) => RoughClientsRun.RunAsync(result.GetValue(seconds), cancellationToken));
        return command;
    }
}
