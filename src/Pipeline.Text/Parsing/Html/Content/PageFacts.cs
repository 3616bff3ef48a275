namespace Pipeline.Text.Parsing.Html.Content;

/// <summary>What a page says of its article outside the blocks.</summary>
/// <param name="Titles">The titles: of the head, of the cards for sharing.</param>
/// <param name="Description">The description for sharing and searching.</param>
/// <param name="Authors">The names of the article's authors.</param>
/// <param name="Site">The name of the publisher; empty where the page does not say.</param>
/// <param name="Body">The article's text as structured data state it; empty where they do not.</param>
internal sealed record PageFacts(IReadOnlyList<string> Titles, string Description, IReadOnlyList<string> Authors, string Site, string Body)
{
    /// <summary>Gets a page that says nothing.</summary>
    public static PageFacts None { get; } = new([], string.Empty, [], string.Empty, string.Empty);
}
