using System.Diagnostics;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.Benchmarks.Reporting;
using Pipeline.Functions;
using Pipeline.Processing.Taxonomies;
using Pipeline.Storage;
using Pipeline.Text.Parsing;

namespace Pipeline.Benchmarks.Running;

/// <summary>What the function app does before its first article, step by step, each time in a process of its own.</summary>
internal static class StartupRun
{
    /// <summary>Starts processes that go through the steps, and prints medians.</summary>
    /// <param name="runs">How many.</param>
    /// <param name="markdownFile">Where the table goes as Markdown; null for nowhere.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> RunAsync(int runs, string? markdownFile, CancellationToken cancellationToken)
    {
        var all = new List<Dictionary<string, double>>();
        for (var run = 0; run < runs; run++)
        {
            var start = new ProcessStartInfo(Environment.ProcessPath!, ["startup", "--here"]) { RedirectStandardOutput = true, UseShellExecute = false };
            using var process = Process.Start(start)!;
            all.Add(JsonSerializer.Deserialize<Dictionary<string, double>>(await process.StandardOutput.ReadToEndAsync(cancellationToken))!);
            await process.WaitForExitAsync(cancellationToken);
        }

        var table = new ReportTable("step", "ms, median", "least", "most");
        foreach (var step in all[0].Keys)
        {
            double[] times = [.. all.Select(steps => steps[step]).Order()];
            table.Add(step, ReportTable.Number(times[times.Length / 2], "0"), ReportTable.Number(times[0], "0"), ReportTable.Number(times[^1], "0"));
        }

        table.Write(markdownFile);
        return 0;
    }

    /// <summary>Goes through the steps in this process, and writes how long each took.</summary>
    public static int RunHere()
    {
        using var process = Process.GetCurrentProcess();
        var steps = new Dictionary<string, double> { ["process, until its code runs"] = Math.Round((TimeProvider.System.GetLocalNow() - new DateTimeOffset(process.StartTime)).TotalMilliseconds, 1) };
        var watch = Stopwatch.StartNew();
        using var services = new ServiceCollection()
            .AddLogging()
            .AddFunctionApp(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(SettingNames.ArticleStorage, (string?)"UseDevelopmentStorage=true")]).Build())
            .BuildServiceProvider();
        Take("services registered");
        foreach (var type in typeof(FunctionAppServices).Assembly.GetTypes().Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute), inherit: false))))
        {
            ActivatorUtilities.CreateInstance(services, type);
        }

        Take("each function's class made");
        var parser = services.GetRequiredService<ArticleParser>();
        Take("parser");
        var article = parser.Parse(new SourceFile("article.txt", SyntheticArticles.Make(0, 4_000)))[0].Article!;
        Take("first article parsed");
        var analyzer = services.GetRequiredService<AnalyzerFactory>().BuiltIn;
        Take("taxonomy loaded");
        analyzer.Analyze(article);
        Take("models loaded, first article tagged and summarised");
        Console.WriteLine(JsonSerializer.Serialize(steps));
        return 0;

        void Take(string step)
        {
            steps[step] = Math.Round(watch.Elapsed.TotalMilliseconds, 1);
            watch.Restart();
        }
    }
}
