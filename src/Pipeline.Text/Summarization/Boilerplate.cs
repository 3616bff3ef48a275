namespace Pipeline.Text.Summarization;

/// <summary>Tells sentences that are furniture of the page, not of the story.</summary>
internal static class Boilerplate
{
    private static readonly string[] Openings =
    [
        "click ", "read more", "read also", "read the full", "see also", "also read", "related:", "scroll down", "sign up", "subscribe", "follow us", "share this",
        "watch:", "video:", "photo:", "photos:", "image:", "picture:", "listen:", "advertisement", "copyright", "all rights reserved", "this article was", "this story was",
        "this story has been updated", "for more", "by ", "updated:", "published:", "posted:", "source:", "editor's note", "editor’s note", "correction:", "(reporting by", "reporting by",
        "getty images", "file photo", "cookies", "enlarge this image", "image copyright", "image caption", "update at",
    ];

    private static readonly string[] Phrases =
        ["click here", "scroll down for", "all rights reserved", "sign up for our", "subscribe to our", "follow us on", "contributed to this report", "getty images", "terms of service", "privacy policy", "enable javascript"];

    // A byline or a credit is short; a sentence that happens to start with "By" or "For more" is not. In words.
    private const int MaxOpeningWords = 12;

    /// <summary>Says whether a sentence is furniture.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="wordCount">Its length in words.</param>
    public static bool Contains(ReadOnlySpan<char> sentence, int wordCount)
    {
        foreach (var phrase in Phrases)
        {
            if (sentence.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        if (wordCount > MaxOpeningWords)
        {
            return false;
        }

        foreach (var opening in Openings)
        {
            if (sentence.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
