using System.Globalization;
using System.Text.Json.Nodes;
using Pipeline.Benchmarks.Running;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Requests;
using Spectre.Console;

namespace Pipeline.Benchmarks.Robustness;

/// <summary>Odd requests to every route of the API, on the emulator: none may get a 500, and each error must be a problem of a documented type.</summary>
internal static class OddRequestRun
{
    private const int Articles = 30;

    public static async Task<int> RunAsync(int seed, int first, int count, CancellationToken cancellationToken)
    {
        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        var known = await DropAsync(pipeline, cancellationToken);
        var description = JsonNode.Parse(await pipeline.Http.GetStringAsync(new Uri("openapi.json", UriKind.Relative), cancellationToken))!;
        var requests = new OddRequests(description, known, seed);
        var rules = new AnswerRules(description);

        var statuses = new SortedDictionary<int, int>();
        var wrong = 0;
        for (var number = first; number < first + count; number++)
        {
            var request = requests.Make(number);
            var response = await request.SendAsync(pipeline.Http.BaseAddress!, cancellationToken);
            statuses[response.Status] = statuses.GetValueOrDefault(response.Status) + 1;
            if (rules.WhatIsWrong(request, response) is { } what)
            {
                wrong++;
                Console.Error.WriteLine($"{number}: {what} | {request}");
            }
        }

        var table = new Table().AddColumns("status", "answers");
        foreach (var (status, answers) in statuses)
        {
            table.AddRow(status.ToString(CultureInfo.InvariantCulture), answers.ToString(CultureInfo.InvariantCulture));
        }

        AnsiConsole.Write(table);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} requests, {wrong} answered wrongly."));
        return wrong == 0 ? 0 : 1;
    }

    /// <summary>Drops articles, and returns values of parameters that lead to them: their ids, an issue, a cursor.</summary>
    private static async Task<Dictionary<string, string[]>> DropAsync(LocalPipeline pipeline, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        for (var number = 0; number < Articles; number++)
        {
            await pipeline.DropAsync($"{number}.txt", SyntheticArticles.Make(number, size: 2_000), cancellationToken);
            ids.Add(ArticleIds.ForFile($"{number}.txt"));
        }

        foreach (var id in ids)
        {
            await pipeline.WaitUntilServedAsync(id, LocalPipeline.Seldom, cancellationToken);
        }

        var page = JsonNode.Parse(await pipeline.Http.GetStringAsync(new Uri("summaries?limit=2", UriKind.Relative), cancellationToken))!;
        return new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["articleId"] = [.. ids],
            ["issue"] = ["trade", "climate-change"],
            ["cursor"] = [(string)page["next"]!],
            ["date"] = ["2024-05-02"],
        };
    }
}
