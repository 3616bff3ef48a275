using System.Globalization;
using System.Text.Json;
using Pipeline.Cli.Files;
using Pipeline.Cli.Inspect;
using Pipeline.Cli.Terminal;
using Pipeline.Text;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Cli.Digests;

/// <summary>Reads articles and writes one digest of them. Of each article only the sentences that may be quoted are kept.</summary>
/// <param name="pipeline">The parser and the analyser.</param>
/// <param name="length">The length of the digest.</param>
/// <param name="issue">The issue that it is for; null for none.</param>
/// <param name="asText">Whether it is written as text in place of JSON.</param>
/// <param name="terminal">Where it is written.</param>
internal sealed class DigestRun(TextPipeline pipeline, SummaryLength length, string? issue, bool asText, CommandTerminal terminal)
{
    private readonly List<AnalyzedItem> _items = [];
    private readonly List<DigestArticle> _articles = [];

    /// <summary>Makes the digest.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<InputFile> files, CancellationToken cancellationToken)
    {
        var analyzed = new AnalyzedFiles(new Inspector(pipeline), terminal);
        await terminal.WithProgressAsync("Reading", files.Sum(file => file.Length), done => ReadAsync(analyzed, files, done, cancellationToken));
        var digest = new Digester().Create(_articles, length, issue);
        if (asText)
        {
            terminal.Console.Write(new ReadableDigest(digest, NameOf).Render());
        }
        else
        {
            await terminal.Out.WriteLineAsync(JsonSerializer.Serialize(WrittenDigest.Of(digest, id => _items[NumberOf(id)]), PipelineJson.Options));
        }

        if (analyzed.Rejected > 0)
        {
            await terminal.Error.WriteLineAsync($"{analyzed.Rejected} rejected; `pipeline inspect` says why.");
        }

        return analyzed.Unreadable == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static int NumberOf(string id) => int.Parse(id, CultureInfo.InvariantCulture);

    private async Task<int> ReadAsync(AnalyzedFiles analyzed, IReadOnlyList<InputFile> files, Action<long> done, CancellationToken cancellationToken)
    {
        await foreach (var (items, bytes) in analyzed.SelectAsync(files, Select, cancellationToken))
        {
            foreach (var (item, article) in items)
            {
                if (article is not null)
                {
                    // Ids of files need not differ; numbers do, and keep the order of the files where dates do not tell.
                    _articles.Add(article with { Id = _items.Count.ToString("D9", CultureInfo.InvariantCulture) });
                    _items.Add(item);
                }
            }

            done(bytes);
        }

        return _articles.Count;
    }

    private (AnalyzedItem Item, DigestArticle? Article) Select(AnalyzedItem item) =>
        item is { Article: { } article, Analysis: { } analysis } && (issue is null || analysis.Issues.Any(tag => tag.Id == issue))
            ? (new AnalyzedItem(item.File, item.Id), DigestArticle.Of(item.Id ?? item.File, article, analysis))
            : (item, null);

    private string NameOf(string id) => _items[NumberOf(id)] is var item && item.Id is not null ? $"{item.File} {item.Id}" : item.File;
}
