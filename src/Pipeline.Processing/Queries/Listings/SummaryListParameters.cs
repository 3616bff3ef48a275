using System.Globalization;
using Pipeline.Storage.Keys;
using Pipeline.Text.Tagging;

namespace Pipeline.Processing.Queries.Listings;

/// <summary>What a listing of summaries is asked for, as text; null for a parameter that is not given.</summary>
public sealed record SummaryListParameters
{
    /// <summary>The most items of a page where the caller does not say.</summary>
    public const int DefaultLimit = 20;

    /// <summary>The most items of a page that a caller can ask for.</summary>
    public const int MaxLimit = 100;

    /// <summary>The most issues that a listing can be asked for together.</summary>
    public const int MaxIssues = 5;

    /// <summary>Gets who lists; cursors of one are no good to another.</summary>
    internal string Lister { get; init; } = "summaries";

    /// <summary>Gets the one day, <c>yyyy-MM-dd</c>; not together with a range.</summary>
    public string? Date { get; init; }

    /// <summary>Gets the first day.</summary>
    public string? From { get; init; }

    /// <summary>Gets the last day, included.</summary>
    public string? To { get; init; }

    /// <summary>Gets the concepts' ids; an article is about all of them.</summary>
    public IReadOnlyList<string> Issues { get; init; } = [];

    /// <summary>Gets whether articles about narrower issues count too: <c>true</c> or <c>false</c>; false where it is not given.</summary>
    public string? Narrower { get; init; }

    /// <summary>Gets the publisher's or agency's name, in any case.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the Wikidata item of an actor that is known, or the name of another: one of an article's leading actors.</summary>
    public string? Actor { get; init; }

    /// <summary>Gets the language's ISO 639-1 code.</summary>
    public string? Language { get; init; }

    /// <summary>Gets the lowest score of each of the issues, from 0 to 1; of the leading issue where none is asked for.</summary>
    public string? MinScore { get; init; }

    /// <summary>Gets where the page begins.</summary>
    public string? Cursor { get; init; }

    /// <summary>Gets the most items, from 1 to <see cref="MaxLimit"/>; <see cref="DefaultLimit"/> where it is not given.</summary>
    public string? Limit { get; init; }

    /// <summary>Reads the parameters.</summary>
    /// <param name="taxonomy">The taxonomy in force.</param>
    /// <param name="wikidataOf">Finds the Wikidata item of an actor by name; null where there is none.</param>
    internal QueryResult<ListingRequest> Read(Taxonomy taxonomy, Func<string, string?> wikidataOf)
    {
        if (!NumberParameter.TryRead(Limit, DefaultLimit, MaxLimit, out var limit))
        {
            return QueryProblem.Parameter("limit", $"must be a number from 1 to {MaxLimit}");
        }

        var filter = ReadFilter(taxonomy, wikidataOf);
        if (filter.Problem is not null)
        {
            return filter.Problem;
        }

        if (Cursor is null)
        {
            return new ListingRequest(filter.Value!, After: null, limit);
        }

        return ListingCursor.TryRead(Cursor, filter.Value!.ToString(), filter.Value.Listings, out var cursor)
            ? new ListingRequest(filter.Value!, cursor, limit)
            : new QueryProblem(QueryProblemKind.InvalidCursor, "The cursor is not one that this listing gave with these parameters.");
    }

    private QueryResult<ListingFilter> ReadFilter(Taxonomy taxonomy, Func<string, string?> wikidataOf)
    {
        var days = DayRange.Read(Date, From, To);
        if (days.Problem is not null)
        {
            return days.Problem;
        }

        if (Issues.Count > MaxIssues || Issues.Any(issue => taxonomy.Find(issue) is null))
        {
            return QueryProblem.Parameter("issue", $"must be the id of an issue, as /issues lists them, or up to {MaxIssues} of them");
        }

        if (!BooleanParameter.TryRead(Narrower, out var narrower))
        {
            return QueryProblem.Parameter("narrower", "must be true or false");
        }

        if (Source is { } source && !IsName(source))
        {
            return QueryProblem.Parameter("source", "must be the name of a publisher or agency");
        }

        if (Actor is { } actor && !IsName(actor))
        {
            return QueryProblem.Parameter("actor", "must be a Wikidata item or a name");
        }

        if (Language is { } language && (language.Length != 2 || !language.All(char.IsAsciiLetter)))
        {
            return QueryProblem.Parameter("language", "must be a language of two letters, as en");
        }

        var minScore = 0.0;
        if (MinScore is not null
            && (!double.TryParse(MinScore, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out minScore) || minScore is not (>= 0 and <= 1)))
        {
            return QueryProblem.Parameter("minScore", "must be a number from 0 to 1");
        }

        return new ListingFilter
        {
            Lister = Lister,
            Days = days.Value!,
            Issues = [.. Issues.Distinct(StringComparer.Ordinal).Select(issue => IssueCondition.Of(issue, narrower, taxonomy))],
            Source = Source is null ? null : NameKeys.Source(Source),
            Actor = Actor is null ? null : NameKeys.Actor(Actor, wikidataOf(Actor)),
            Language = Language?.ToLowerInvariant(),
            MinScore = minScore,
        };
    }

    private static bool IsName(string text) => text.Any(char.IsLetterOrDigit) && !text.Any(char.IsControl);
}
