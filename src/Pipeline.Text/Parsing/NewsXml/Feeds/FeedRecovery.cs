namespace Pipeline.Text.Parsing.NewsXml.Feeds;

/// <summary>An item cut out of a feed that is no well-formed XML.</summary>
/// <param name="Line">The line on which it starts, from 1.</param>
/// <param name="Text">Its markup.</param>
/// <param name="Document">The same within the feed's root element, which declares its namespaces.</param>
internal readonly record struct FeedFragment(int Line, string Text, string Document);

/// <summary>Cuts a broken feed into its items by their tags alone, so that one bad item does not take the others down.</summary>
internal static class FeedRecovery
{
    /// <summary>Returns the items in order; empty where there are none.</summary>
    public static List<FeedFragment> Split(string text)
    {
        var fragments = new List<FeedFragment>();
        if (Root(text) is not { } root)
        {
            return fragments;
        }

        var name = root.Name is "feed" ? "entry" : "item";
        var (line, counted) = (1, 0);
        for (var start = FindTag(text, name, root.End); start >= 0;)
        {
            var next = FindTag(text, name, start + 1);
            var limit = next < 0 ? text.Length : next;
            var closing = $"</{name}>";
            var close = text.IndexOf(closing, start, limit - start, StringComparison.Ordinal);
            var item = text[start..(close < 0 ? limit : close + closing.Length)];
            line += text.AsSpan(counted, start - counted).Count('\n');
            counted = start;
            fragments.Add(new FeedFragment(line, item, $"{root.Tag}{item}</{root.Qualified}>"));
            start = next;
        }

        return fragments;
    }

    /// <summary>Returns the feed without its items and what follows them, closed again, in the two ways that there are.</summary>
    public static IEnumerable<string> Heads(string text)
    {
        if (Root(text) is not { } root || FindTag(text, root.Name is "feed" ? "entry" : "item", root.End) is not (> 0 and var first))
        {
            yield break;
        }

        yield return $"{text[..first]}</{root.Qualified}>";
        yield return $"{text[..first]}</channel></{root.Qualified}>";
    }

    private static (string Tag, string Qualified, string Name, int End)? Root(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (!char.IsAsciiLetter(text[at + 1]))
            {
                continue;
            }

            var end = text.IndexOf('>', at);
            if (end < 0 || text[end - 1] == '/')
            {
                return null;
            }

            var tag = text[at..(end + 1)];
            var nameEnd = tag.AsSpan().IndexOfAny(" \t\r\n>");
            var qualified = tag[1..nameEnd];
            return (tag, qualified, qualified[(qualified.IndexOf(':', StringComparison.Ordinal) + 1)..], end + 1);
        }

        return null;
    }

    private static int FindTag(string text, string name, int start)
    {
        var opening = "<" + name;
        for (var at = text.IndexOf(opening, start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(opening, at + 1, StringComparison.Ordinal))
        {
            if (at + opening.Length < text.Length && text[at + opening.Length] is '>' or ' ' or '\t' or '\r' or '\n')
            {
                return at;
            }
        }

        return -1;
    }
}
