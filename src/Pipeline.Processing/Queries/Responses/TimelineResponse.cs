namespace Pipeline.Processing.Queries.Responses;

/// <summary>How many articles there are over time, as it is served.</summary>
/// <param name="Issue">The concept's id; null for all articles.</param>
/// <param name="From">The first day; null for no bound.</param>
/// <param name="To">The last day, included; null for no bound.</param>
/// <param name="By">What each point counts.</param>
/// <param name="Points">The counts, the oldest first; spans without articles are left out.</param>
public sealed record TimelineResponse(string? Issue, DateOnly? From, DateOnly? To, TimelineSpan By, IReadOnlyList<TimelinePoint> Points);

/// <summary>The number of articles of a span.</summary>
/// <param name="Start">Its first day: of a week its Monday, of a month its first.</param>
/// <param name="Articles">The number of articles; the days of the range alone count.</param>
public sealed record TimelinePoint(DateOnly Start, long Articles);

/// <summary>The spans of a timeline.</summary>
public enum TimelineSpan
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks, from Monday on (ISO 8601).</summary>
    Week,

    /// <summary>Whole months: those that the range touches.</summary>
    Month,
}
