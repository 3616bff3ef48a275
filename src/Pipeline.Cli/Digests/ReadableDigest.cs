using System.Globalization;
using Pipeline.Cli.Terminal;
using Pipeline.Text.Summarization.Digests;
using Spectre.Console;
using Spectre.Console.Rendering;
using Line = Spectre.Console.Text;

namespace Pipeline.Cli.Digests;

/// <summary>A digest for people: the sentences of each story together, each with its article, and its date where the range is long.</summary>
/// <param name="digest">The digest.</param>
/// <param name="nameOf">Names the article of an id.</param>
internal sealed class ReadableDigest(Digest digest, Func<string, string> nameOf)
{
    /// <summary>Renders the digest.</summary>
    public IRenderable Render()
    {
        var rows = new List<IRenderable>
        {
            new Line(string.Create(
                CultureInfo.InvariantCulture,
                $"{digest.Articles} articles, {digest.Stories} stories{(digest.Duplicates > 0 ? $"; {digest.Duplicates} repeat others" : "")}"), new Style(decoration: Decoration.Bold)),
        };
        foreach (var story in digest.Sentences.GroupBy(sentence => sentence.Story))
        {
            rows.Add(Line.Empty);
            foreach (var sentence in story)
            {
                rows.Add(new Line(PlainText.Clean(DateOf(sentence) + sentence.Text)));
                rows.Add(new Line("  " + PlainText.Clean(string.Join(" · ", FactsOf(sentence))), new Style(decoration: Decoration.Dim)));
            }
        }

        return new Rows(rows);
    }

    private string DateOf(DigestSentence sentence) => digest.NeedsDates && sentence.Date is { } date ? $"{Write(date)}: " : "";

    private IEnumerable<string> FactsOf(DigestSentence sentence)
    {
        yield return nameOf(sentence.ArticleId);
        if (sentence.Source is { } source)
        {
            yield return source;
        }

        if (!digest.NeedsDates && sentence.Date is { } date)
        {
            yield return Write(date);
        }

        if (sentence.AlsoIn.Count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"and {sentence.AlsoIn.Count} more that repeat it");
        }
    }

    private static string Write(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
