using System.Diagnostics;
using System.Globalization;
using Pipeline.Storage.Files;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Archives;
using Pipeline.Text.Parsing;
using Spectre.Console;

namespace Pipeline.Benchmarks.Running;

/// <summary>How long one file of many articles takes: to parse alone, until its row is written, and until its last article is served.</summary>
internal static class PackRun
{
    private const string Name = "pack.zip";

    public static async Task<int> RunAsync(int articles, int size, CancellationToken cancellationToken)
    {
        var zip = ZipBuilder.Of(Enumerable.Range(0, articles).Select(number => (string.Create(CultureInfo.InvariantCulture, $"{number}.txt"), SyntheticArticles.Make(number, size))));
        var parser = ArticleParser.CreateDefault();
        parser.Parse(new SourceFile("warm-up.txt", SyntheticArticles.Make(0, size)), cancellationToken);
        var watch = Stopwatch.StartNew();
        var items = parser.Parse(new SourceFile(Name, zip), cancellationToken);
        var parsed = watch.Elapsed;
        var allocated = GC.GetTotalAllocatedBytes();

        await using var pipeline = await LocalPipeline.StartAsync(cancellationToken);
        var files = new FileStore(pipeline.Storage);
        watch.Restart();
        await pipeline.DropAsync(Name, zip, cancellationToken);
        var fileId = ArticleIds.ForFile(Name);
        while (await files.ReadAsync(fileId, cancellationToken) is null)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }

        var written = watch.Elapsed;
        foreach (var item in items)
        {
            await pipeline.WaitUntilServedAsync(ArticleIds.ForItem(fileId, item.ItemId), LocalPipeline.Seldom, cancellationToken);
        }

        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{items.Count:N0} articles in {zip.Length / 1024.0:N0} KB: parsed alone {parsed.TotalSeconds:0.0} s; row written {written.TotalSeconds:0.0} s; all served {watch.Elapsed.TotalSeconds:0.0} s; working set {Environment.WorkingSet >> 20} MB, allocated {(GC.GetTotalAllocatedBytes() - allocated) >> 20} MB"));
        return 0;
    }
}
