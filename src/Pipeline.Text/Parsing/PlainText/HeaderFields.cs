namespace Pipeline.Text.Parsing.PlainText;

/// <summary>What the lines above the body say of an article. What is found first stays.</summary>
internal sealed class HeaderFields
{
    public string? Title { get; set; }

    public string? Source { get; set; }

    public string? Url { get; set; }

    /// <summary>Gets or sets the date of publication.</summary>
    public PublicationDate? Published { get; set; }

    /// <summary>Gets or sets the date of the last update: it stands in only where no other date is named.</summary>
    public PublicationDate? Updated { get; set; }

    /// <summary>Gets the authors in order.</summary>
    public List<string> Authors { get; } = [];

    /// <summary>Takes over what another has and this has not.</summary>
    public void Merge(HeaderFields other)
    {
        Title ??= other.Title;
        Source ??= other.Source;
        Url ??= other.Url;
        Published ??= other.Published;
        Updated ??= other.Updated;
        Authors.AddRange(other.Authors.Where(author => !Authors.Contains(author)));
    }
}
