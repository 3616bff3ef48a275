using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Summarization;

/// <summary>Tells sentences that are furniture of the page, not of the story.</summary>
internal static class Boilerplate
{
    private static readonly string[] Openings =
    [
        "click ", "read more", "read also", "read the full", "see also", "also read", "related:", "scroll down", "sign up", "subscribe", "follow us", "share this",
        "watch:", "video:", "photo:", "photos:", "image:", "picture:", "listen:", "advertisement", "copyright", "all rights reserved", "this article was", "this story was",
        "this story has been updated", "for more", "by . ", "published:", "posted:", "source:", "editor's note", "editor’s note", "correction:", "(reporting by", "reporting by",
        "getty images", "file photo", "cookies", "enlarge this image", "image copyright", "image caption", "update at", "update (", "update:", "updated ",
    ];

    // What pages print of themselves over or under an article: a stamp, however long, has no full stop.
    private static readonly string[] Stamps = ["posted on ", "posted by ", "posted in ", "published on ", "published by ", "written by ", "filed under ", "last updated ", "reported by "];

    private static readonly string[] Phrases =
    [
        "click here", "scroll down for", "all rights reserved", "sign up for our", "sign up for the", "subscribe to our", "subscribe to the", "follow us on", "contributed to this report", "terms of service",
        "privacy policy", "enable javascript", "post has been updated", "story has been updated", "article has been updated", "originally appeared on", "originally appeared in", "first appeared on",
        "first appeared in", "republished with permission", "republished from", "independently select", "affiliate commission", "affiliate link", "earn a commission", "earn commission", "’ newsletter", "' newsletter",
        "can be reached at", "follow him on", "follow her on", "follow me on", "on twitter at @", "on twitter @", "just watched", "replay more videos",
    ];

    // A note about the author: the page's, where a name and its trade are all that it says.
    private static readonly string[] Biographies =
    [
        " is a columnist", " is a senior fellow", " is a fellow at", " is a staff writer", " is a freelance", " is a contributing", " is a contributor", " is an analyst for", " is a reporter",
        " is a correspondent", " is an editor at", " is the author of", " is author of", " is a writer and", " is a writer in", " is a journalist", " is a former editor", " is a syndicated",
    ];

    // A byline or a credit is short; a sentence that happens to start with "By" or "For more" is not. In words.
    private const int MaxOpeningWords = 12;

    /// <summary>Says whether a sentence is furniture.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="wordCount">Its length in words.</param>
    public static bool Contains(ReadOnlySpan<char> sentence, int wordCount) =>
        ContainsAny(sentence, Phrases) || IsAside(sentence)
        || (wordCount <= MaxOpeningWords && (StartsWithAny(sentence, Openings) || IsByline(sentence)))
        || (StartsWithAny(sentence, Stamps) && !SentenceShape.EndsSentence(sentence));

    /// <summary>Says whether a sentence opens a note about the author; what follows in its paragraph belongs to the note.</summary>
    /// <param name="sentence">The sentence.</param>
    public static bool OpensBiography(ReadOnlySpan<char> sentence) => ContainsAny(sentence, Biographies);

    // "By Jane Doe", "By Jane Doe, Staff Writer."; not "By noon the fire was out."
    private static bool IsByline(ReadOnlySpan<char> sentence) =>
        sentence.StartsWith("by ", StringComparison.OrdinalIgnoreCase) && (!SentenceShape.EndsSentence(sentence) || BylineParser.Parse(sentence.TrimEnd('.').ToString()) is not null);

    // "(You may recall him from the debate.)"
    private static bool IsAside(ReadOnlySpan<char> sentence) => sentence[0] is '(' or '[' && sentence[^1] is ')' or ']' && sentence[1..].IndexOfAny('(', '[') < 0;

    private static bool ContainsAny(ReadOnlySpan<char> sentence, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (sentence.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool StartsWithAny(ReadOnlySpan<char> sentence, string[] openings)
    {
        foreach (var opening in openings)
        {
            if (sentence.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
