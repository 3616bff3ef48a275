using System.Diagnostics.CodeAnalysis;
using Pipeline.Text.Summarization.Rewriting;

namespace Pipeline.Storage.Articles;

/// <summary>What table rows keep of an article; its parsed blob keeps all. A string property holds 32K characters.</summary>
public static class ArticleLimits
{
    /// <summary>The longest title, in UTF-16 code units.</summary>
    public const int MaxTitleLength = 500;

    /// <summary>The longest of the other names: source, address, author, reason.</summary>
    public const int MaxNameLength = 2_000;

    /// <summary>The most issues: each is one index row.</summary>
    public const int MaxIssues = 50;

    /// <summary>The most actors.</summary>
    public const int MaxActors = 50;

    /// <summary>The most authors.</summary>
    public const int MaxAuthors = 10;

    /// <summary>The most subjects.</summary>
    public const int MaxSubjects = 50;

    /// <summary>The longest JSON text of one property, in UTF-16 code units.</summary>
    public const int MaxPropertyLength = 30_000;

    /// <summary>Cuts a head to what its rows take.</summary>
    /// <param name="head">The head.</param>
    public static ArticleHead Apply(ArticleHead head) => head with
    {
        Title = Cut(head.Title, MaxTitleLength),
        Source = Cut(head.Source, MaxNameLength),
        Url = Cut(head.Url, MaxNameLength),
        Reason = Cut(head.Reason, MaxNameLength),
        Detail = Cut(head.Detail, MaxNameLength),
        Authors = Fit(head.Authors.Take(MaxAuthors).Select(author => Cut(author, MaxNameLength))),
        Subjects = Fit(head.Subjects.Take(MaxSubjects)),
        Issues = Fit(head.Issues.Take(MaxIssues)),
        Actors = Fit(head.Actors.Take(MaxActors)),
        Summary = Fit(head.Summary),
        Rewrite = Fit(head.Rewrite),
    };

    /// <summary>Cuts a text to a length, never through a surrogate pair.</summary>
    /// <param name="text">The text, or null.</param>
    /// <param name="length">The longest length, in UTF-16 code units.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Cut(string? text, int length)
    {
        if (text is null || text.Length <= length)
        {
            return text;
        }

        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>Keeps a rewritten summary that one property holds as JSON.</summary>
    private static SummaryRewrite? Fit(SummaryRewrite? rewrite)
    {
        var cut = rewrite is null ? null : rewrite with { Detail = Cut(rewrite.Detail, MaxNameLength) };
        return cut is not null && JsonColumns.Write(cut).Length < MaxPropertyLength ? cut : null;
    }

    /// <summary>Takes as many values, from the first on, as one property holds as JSON.</summary>
    private static T[] Fit<T>(IEnumerable<T> values)
    {
        var length = 0;
        return [.. values.TakeWhile(value => (length += JsonColumns.Write(value).Length + 1) < MaxPropertyLength)];
    }
}
