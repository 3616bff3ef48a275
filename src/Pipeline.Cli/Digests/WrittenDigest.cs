using Pipeline.Cli.Inspect;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Cli.Digests;

/// <summary>A digest as <c>digest</c> writes it. The fields are written in this order, those without a value not at all.</summary>
/// <param name="Sentences">The sentences, in an order that reads well.</param>
/// <param name="Text">The sentences, one a line, each behind its day where the range is long.</param>
/// <param name="Articles">How many articles it was made of.</param>
/// <param name="Duplicates">How many of these only repeat another.</param>
/// <param name="Stories">How many stories the others tell.</param>
internal sealed record WrittenDigest(IReadOnlyList<WrittenSentence> Sentences, string Text, int Articles, int Duplicates, int Stories)
{
    /// <summary>Writes a digest.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="itemOf">Finds the article of an id.</param>
    public static WrittenDigest Of(Digest digest, Func<string, AnalyzedItem> itemOf) => new(
        [
            .. digest.Sentences.Select(sentence => new WrittenSentence(sentence.Text, itemOf(sentence.ArticleId).File, itemOf(sentence.ArticleId).Id, sentence.Start, sentence.Length)
            {
                Source = sentence.Source,
                Date = sentence.Date,
                Story = sentence.Story,
                AlsoIn = sentence.AlsoIn.Count == 0 ? null : [.. sentence.AlsoIn.Select(itemOf).Select(item => new WrittenArticle(item.File, item.Id))],
            }),
        ],
        digest.TextOf('\n'),
        digest.Articles,
        digest.Duplicates,
        digest.Stories);
}

/// <summary>A sentence of a digest, with its article and where it stands in that article's text.</summary>
internal sealed record WrittenSentence(string Text, string File, string? Id, int Start, int Length)
{
    public string? Source { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Gets the number of its story, from 0.</summary>
    public required int Story { get; init; }

    /// <summary>Gets the articles that repeat its own.</summary>
    public IReadOnlyList<WrittenArticle>? AlsoIn { get; init; }
}

/// <summary>An article by its file and, where the file gives one, its id.</summary>
internal sealed record WrittenArticle(string File, string? Id);
