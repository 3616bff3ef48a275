using Pipeline.Text;

namespace Pipeline.Storage;

/// <summary>The date that orders an article: its publication date in its own zone, else when it was first seen.</summary>
/// <param name="Time">The time: in the article's own zone where it is published, else UTC. Midnight where only the day is known.</param>
/// <param name="IsPublication">Whether it is the publication date.</param>
public readonly record struct EffectiveDate(DateTime Time, bool IsPublication)
{
    /// <summary>Returns the effective date of an article.</summary>
    /// <param name="published">Its publication date, where it has one.</param>
    /// <param name="firstSeen">When it was first seen.</param>
    public static EffectiveDate Of(PublicationDate? published, DateTimeOffset firstSeen) =>
        published is { } date
            ? new(date.Day.ToDateTime(date.Time ?? TimeOnly.MinValue), IsPublication: true)
            : new(firstSeen.UtcDateTime, IsPublication: false);
}
