using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Text.Tests.Summarization.Digests;

/// <summary>Articles to make digests of.</summary>
internal static class DigestArticles
{
    /// <summary>One story.</summary>
    public static readonly string[] Bridge =
    [
        "The council of Northfield voted to close the old harbor bridge for two years.",
        "Engineers had found deep cracks in the harbor bridge during an inspection in spring.",
        "Ferries are to carry nine thousand commuters a day across the river.",
    ];

    /// <summary>Another one.</summary>
    public static readonly string[] Strike =
    [
        "Nurses at three hospitals in Weston walked out over pay on Thursday morning.",
        "The hospitals in Weston postponed most operations during the walkout of the nurses.",
    ];

    /// <summary>Makes an article; its sentences stand apart, and each is worth less than the one before.</summary>
    public static DigestArticle Article(string id, params IReadOnlyList<string> sentences) => new()
    {
        Id = id,
        Candidates = [.. sentences.Select((text, i) => new DigestCandidate(text, i * 200, text.Length, 1 - (0.1 * i)))],
    };
}
