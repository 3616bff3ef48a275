using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Cli.Terminal;
using Pipeline.Processing.Commands;
using Pipeline.Processing.Queries;
using Pipeline.Processing.Queries.Responses;
using Pipeline.Storage;
using Pipeline.Text;
using Spectre.Console;

namespace Pipeline.Cli.Maintenance;

/// <summary>The verb <c>poison</c> with its own verbs.</summary>
internal static class PoisonCommand
{
    public static Command Create(CommandTerminal terminal) => new("poison", "Look after what failed too often: list it, put it back to work, or drop it.")
    {
        CreateList(terminal),
        CreateHandling(terminal, "requeue", "Put messages back to work, byte for byte.", "put back to work", (poison, queue, token) => poison.RequeueAllAsync(queue, token), (poison, queue, id, token) => poison.RequeueAsync(queue, id, token)),
        CreateHandling(terminal, "drop", "Drop messages for good. Their articles stay failed until their files change or they are processed again.", "dropped", (poison, queue, token) => poison.DropAllAsync(queue, token), (poison, queue, id, token) => poison.DropAsync(queue, id, token)),
    };

    private static Command CreateList(CommandTerminal terminal)
    {
        var (storage, queue) = (MaintenanceStorage.CreateOption(), QueueOption());
        var json = new Option<bool>("--json") { Description = "Write one JSON object a line for each message: {\"queue\",\"id\",\"insertedOn\",\"articleId\",\"lastError\"}." };
        var command = new Command("list", "List the messages, queue by queue, newest first, with the last error of each.") { storage, queue, json };
        command.SetAction((result, cancellationToken) => MaintenanceStorage.UseAsync(
            result.GetValue(storage),
            services => ListAsync(terminal, services.GetRequiredService<PoisonCommands>(), result.GetValue(queue), result.GetValue(json), cancellationToken),
            cancellationToken));
        return command;
    }

    private static Command CreateHandling(
        CommandTerminal terminal,
        string name,
        string description,
        string done,
        Func<PoisonCommands, string?, CancellationToken, Task<QueryResult<PoisonCommandResponse>>> all,
        Func<PoisonCommands, string, string, CancellationToken, Task<QueryResult<PoisonCommandResponse>>> one)
    {
        var (storage, queue) = (MaintenanceStorage.CreateOption(), QueueOption());
        var ids = new Argument<string[]>("IDS") { Description = "The messages' ids, as `poison list` shows them; together with --queue.", Arity = ArgumentArity.ZeroOrMore };
        var everything = new Option<bool>("--all") { Description = "All messages; of one queue where --queue names it." };
        var command = new Command(name, description) { ids, everything, storage, queue };
        command.SetAction((result, cancellationToken) => MaintenanceStorage.UseAsync(
            result.GetValue(storage),
            async services =>
            {
                var poison = services.GetRequiredService<PoisonCommands>();
                var (named, from) = (result.GetValue(ids)!, result.GetValue(queue));
                if (named.Length > 0 == result.GetValue(everything) || (named.Length > 0 && from is null))
                {
                    throw new CommandException("Name messages by their ids and --queue, as `poison list` shows them, or say --all.");
                }

                var count = named.Length == 0
                    ? await HandleAllAsync(token => all(poison, from, token), cancellationToken)
                    : await HandleEachAsync(named, (id, token) => one(poison, from!, id, token), cancellationToken);
                await terminal.Out.WriteLineAsync($"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 ? "message" : "messages")} {done}.".AsMemory(), cancellationToken);
                return ExitCode.Ok;
            },
            cancellationToken));
        return command;
    }

    private static Option<string?> QueueOption()
    {
        var queue = new Option<string?>("--queue") { Description = "Only those of one poison queue.", HelpName = "QUEUE" };
        queue.AcceptOnlyFromAmong([.. QueueNames.Poison]);
        return queue;
    }

    private static async Task<int> ListAsync(CommandTerminal terminal, PoisonCommands poison, string? queue, bool json, CancellationToken cancellationToken)
    {
        var messages = new List<PoisonResponse>();
        for (string? cursor = null; messages.Count == 0 || cursor is not null;)
        {
            var page = Value(await poison.ListAsync(queue, cursor, limit: null, cancellationToken));
            messages.AddRange(page.Items);
            cursor = page.Next;
            if (page.Items.Count == 0)
            {
                break;
            }
        }

        if (json)
        {
            foreach (var message in messages)
            {
                await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(message, PipelineJson.Options).AsMemory(), cancellationToken);
            }

            return ExitCode.Ok;
        }

        if (messages.Count == 0)
        {
            await terminal.Out.WriteLineAsync("No message failed too often.".AsMemory(), cancellationToken);
            return ExitCode.Ok;
        }

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Queue", "Id", "Since", "Article", "Last error");
        foreach (var message in messages)
        {
            table.AddRow(
                message.Queue,
                Markup.Escape(message.Id),
                message.InsertedOn.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                message.ArticleId ?? "",
                Markup.Escape(PlainText.Clean(message.LastError ?? "")));
        }

        terminal.Console.Write(table);
        return ExitCode.Ok;
    }

    private static async Task<int> HandleAllAsync(Func<CancellationToken, Task<QueryResult<PoisonCommandResponse>>> command, CancellationToken cancellationToken)
    {
        var count = 0;
        while (true)
        {
            var done = Value(await command(cancellationToken));
            count += done.Messages;
            if (!done.More || done.Messages == 0)
            {
                return count;
            }
        }
    }

    private static async Task<int> HandleEachAsync(string[] ids, Func<string, CancellationToken, Task<QueryResult<PoisonCommandResponse>>> command, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
        {
            Value(await command(id, cancellationToken));
        }

        return ids.Length;
    }

    private static T Value<T>(QueryResult<T> result)
        where T : class => result.Value ?? throw new CommandException(result.Problem!.Detail);
}
