namespace Pipeline.Text.Parsing.Dates;

/// <summary>The days on which an article can have been published: from 1900 on, and not after its file came.</summary>
/// <param name="received">When the file came, or null where that is not known.</param>
internal readonly struct DateWindow(DateTimeOffset? received)
{
    private const int MinYear = 1900;

    // The day has begun in the easternmost zone while it is still the day before elsewhere.
    private static readonly TimeSpan EasternmostOffset = TimeSpan.FromHours(14);

    /// <summary>Tells whether a day lies in the window.</summary>
    public bool Contains(DateOnly day) =>
        day.Year >= MinYear && (received is not { } moment || day <= DateOnly.FromDateTime(moment.ToOffset(EasternmostOffset).DateTime));

    /// <summary>Returns the date where it lies in the window, or else null.</summary>
    public PublicationDate? Keep(PublicationDate? date) => date is { } known && Contains(known.Day) ? known : null;
}
