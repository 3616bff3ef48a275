using System.Buffers;
using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Html;

/// <summary>Tells HTML from plain text in fields that may hold either, by tags and character references that are sure.</summary>
internal static class HtmlLook
{
    private const int MaxNameLength = 10;
    private const int MaxReferenceLength = 10;

    private static readonly SearchValues<char> ReferenceCharacters = SearchValues.Create("#abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BlockTags =
        "p br div h1 h2 h3 h4 h5 h6 ul ol li blockquote table tr td section article figure pre hr dl dt dd details header footer main nav aside address html head body".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> InlineTags =
        "a b i u em strong span img font sub sup small cite q code time mark abbr iframe script style noscript video audio source picture figcaption center title meta link".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Tells whether a tag of HTML stands in the text.</summary>
    public static bool HasTag(string text) => Find(text, "<", IsTag);

    /// <summary>Tells whether the text starts with a tag of HTML.</summary>
    public static bool StartsWithTag(ReadOnlySpan<char> text) => text is ['<', ..] && IsTagAt(text, 1, IsTag);

    /// <summary>Counts the tags of HTML in the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="enough">Where to stop.</param>
    public static int CountTags(string text, int enough)
    {
        var count = 0;
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && count < enough; at = text.IndexOf('<', at + 1))
        {
            count += StartsWithTag(text.AsSpan(at)) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Tells whether a tag that makes a block stands in the text.</summary>
    public static bool HasBlockTag(string text) => Find(text, "<", name => BlockTags.Contains(name));

    /// <summary>Tells whether the text has tags that are escaped once more: <c>&amp;lt;p&amp;gt;</c>.</summary>
    public static bool HasEscapedTag(string text) => Find(text, "&lt;", name => BlockTags.Contains(name));

    /// <summary>Tells whether a character reference stands in the text: <c>&amp;amp;</c>, <c>&amp;#8217;</c>.</summary>
    public static bool HasReference(string text)
    {
        for (var at = text.IndexOf('&', StringComparison.Ordinal); at >= 0; at = text.IndexOf('&', at + 1))
        {
            var end = text.AsSpan(at + 1, Math.Min(MaxReferenceLength, text.Length - at - 1)).IndexOf(';');
            if (end > 1 && !text.AsSpan(at + 1, end).ContainsAnyExcept(ReferenceCharacters))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTag(ReadOnlySpan<char> name) => BlockTags.Contains(name) || InlineTags.Contains(name);

    private static bool Find(string text, string opening, Predicate<ReadOnlySpan<char>> isTag)
    {
        for (var at = text.IndexOf(opening, StringComparison.Ordinal); at >= 0; at = text.IndexOf(opening, at + 1, StringComparison.Ordinal))
        {
            var start = at + opening.Length;
            if (IsTagAt(text, start < text.Length && text[start] == '/' ? start + 1 : start, isTag))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTagAt(ReadOnlySpan<char> text, int start, Predicate<ReadOnlySpan<char>> isTag)
    {
        var end = start;
        while (end < text.Length && end - start <= MaxNameLength && char.IsAsciiLetterOrDigit(text[end]))
        {
            end++;
        }

        return end > start && end < text.Length && (text[end] is '>' or '/' or '&' || char.IsWhiteSpace(text[end])) && isTag(text[start..end]);
    }
}
