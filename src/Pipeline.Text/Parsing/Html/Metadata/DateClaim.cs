namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Where on a page a date comes from, in no order of trust: see <see cref="DateTrust"/>.</summary>
internal enum DateSource
{
    /// <summary>Names of <c>meta</c> that newsrooms' own tools write: parsely, sailthru, cxense, citation.</summary>
    NewsroomMeta,
    OpenGraph,
    Article,
    Page,
    OtherMeta,
    Microdata,
    PublishedTime,
    Time,
    Visible,
    Above,
    Address,
    Script,
}

/// <summary>A date that a page gives.</summary>
/// <param name="Date">The date.</param>
/// <param name="Source">Where it comes from.</param>
internal readonly record struct DateClaim(PublicationDate Date, DateSource Source);
