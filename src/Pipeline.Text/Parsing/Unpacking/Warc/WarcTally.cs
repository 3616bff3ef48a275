namespace Pipeline.Text.Parsing.Unpacking.Warc;

/// <summary>What a web archive holds, counted, to say why there is nothing to read in it.</summary>
internal sealed class WarcTally
{
    public int Records { get; set; }

    public int Entries { get; set; }

    public int OtherRecords { get; set; }

    public int OtherStatuses { get; set; }

    public int OtherTypes { get; private set; }

    /// <summary>Tells whether content may be an article; where not, it is counted.</summary>
    /// <param name="mediaType">The content's media type.</param>
    /// <param name="address">Where it was fetched.</param>
    public bool Takes(string? mediaType, string? address)
    {
        // Crawlers fetch the rules for crawlers first; they are text, and of no interest.
        var takes = ArticleMediaType.IsCandidate(mediaType) && address?.EndsWith("/robots.txt", StringComparison.OrdinalIgnoreCase) != true;
        OtherTypes += takes ? 0 : 1;
        return takes;
    }

    public string Describe() =>
        $"The web archive holds {Records} records and no page: {OtherRecords} are no content, {OtherStatuses} have another status than 200, {OtherTypes} are of types that are not read.";
}
