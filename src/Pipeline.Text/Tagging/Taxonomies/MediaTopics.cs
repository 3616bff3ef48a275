namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>What IPTC says of the id of a Media Topic.</summary>
internal enum MediaTopicState
{
    /// <summary>There is no such topic.</summary>
    Unknown,

    /// <summary>The topic is in use.</summary>
    Current,

    /// <summary>The topic is not used any more.</summary>
    Retired,
}

/// <summary>The ids of the IPTC Media Topics (IPTC NewsCodes, CC BY 4.0).</summary>
internal static class MediaTopics
{
    private const string Prefix = "medtop:";
    private const char RetiredMark = '-';

    private static readonly Lazy<Dictionary<string, MediaTopicState>> States = new(Load);

    /// <summary>Looks an id up.</summary>
    /// <param name="id">The id, as <c>medtop:20000000</c>.</param>
    public static MediaTopicState Find(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) ? States.Value.GetValueOrDefault(id[Prefix.Length..]) : MediaTopicState.Unknown;

    private static Dictionary<string, MediaTopicState> Load()
    {
        using var stream = typeof(MediaTopics).Assembly.GetManifestResourceStream("Pipeline.Text.Tagging.Taxonomies.media-topics.txt")!;
        using var reader = new StreamReader(stream);
        var states = new Dictionary<string, MediaTopicState>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            states[line.TrimStart(RetiredMark)] = line[0] == RetiredMark ? MediaTopicState.Retired : MediaTopicState.Current;
        }

        return states;
    }
}
