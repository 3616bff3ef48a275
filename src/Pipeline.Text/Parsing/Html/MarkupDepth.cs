using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Html;

/// <summary>What a page has more of than is read.</summary>
internal enum MarkupExcess
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Its elements are nested too deep, or come to as much.</summary>
    Depth,

    /// <summary>It has too many tags, or tags of too many attributes.</summary>
    Count,
}

/// <summary>
/// Tells by one look over the markup whether the tree of a page would be deeper than a limit. Parsers of HTML look up all
/// open elements at many tags, and open formatting elements again in every block, so that depth costs time and memory by its
/// square: such markup must not reach one.
/// </summary>
/// <remarks>An estimate: it knows which tags close others by themselves, but not every rule of the standard.</remarks>
internal sealed class MarkupDepth
{
    /// <summary>How many tags a page may have. Chosen: a parser cannot be interrupted, and needs a second or two for so many; pages of news have a few thousand, the longest live reports some ten thousand.</summary>
    public const int MaxTags = 250_000;

    // Of each attribute the parser asks whether an earlier one has its name. Chosen: some tenths of a second.
    private const long MaxAttributePairs = 200_000_000;

    // The elements that formatting left open adds to blocks: a page of some megabytes has a few thousand. Chosen.
    private const int MaxReopened = 2_000_000;

    private static readonly FrozenSet<string> Void = Set("area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr");
    private static readonly FrozenSet<string> Raw = Set("script style textarea title xmp iframe noembed noframes noscript");
    private static readonly FrozenSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");
    private static readonly FrozenSet<string> SelfClosing = Set("p li dd dt tr td th tbody thead tfoot option optgroup caption colgroup rt rp");
    private static readonly FrozenSet<string> Boundaries = Set("table ul ol dl menu select template object button td th section article aside main marquee applet svg math");
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> VoidLookup = Void.GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly List<(string Name, uint Hash)> _formatting = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private long _reopened;
    private long _attributePairs;

    private MarkupDepth()
    {
    }

    /// <summary>Tells whether elements stand deeper than the limit, or would come to as much, or there are too many.</summary>
    public static MarkupExcess Check(string markup, int limit, CancellationToken cancellationToken) => new MarkupDepth().Scan(markup, limit, cancellationToken);

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private MarkupExcess Scan(string markup, int limit, CancellationToken cancellationToken)
    {
        var tags = 0;
        for (var at = markup.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < markup.Length; at = at < markup.Length ? markup.IndexOf('<', at) : -1)
        {
            if (++tags % 1024 == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var next = markup[at + 1];
            if (char.IsAsciiLetter(next))
            {
                at = Start(markup, at + 1);
            }
            else if (next == '/' && at + 2 < markup.Length && char.IsAsciiLetter(markup[at + 2]))
            {
                End(Name(markup, at + 2, out var end));
                at = end;
            }
            else
            {
                at = next == '!' && markup.AsSpan(at).StartsWith("<!--", StringComparison.Ordinal) ? SkipTo(markup, "-->", at + 2) : at + 1;
            }

            if (_open.Count > limit || _formatting.Count > limit || _reopened > MaxReopened)
            {
                return MarkupExcess.Depth;
            }

            if (tags > MaxTags || _attributePairs > MaxAttributePairs)
            {
                return MarkupExcess.Count;
            }
        }

        return MarkupExcess.None;
    }

    private int Start(string markup, int at)
    {
        var name = Name(markup, at, out var nameEnd);
        var end = TagEnd(markup, nameEnd, out var closed, out var attributes);
        _attributePairs += attributes * attributes;
        if (VoidLookup.Contains(name) || (closed && _counts.GetValueOrDefault("svg") + _counts.GetValueOrDefault("math") > 0))
        {
            return end;
        }

        if (Raw.Contains(name))
        {
            return SkipTo(markup, "</" + name, end);
        }

        if (SelfClosing.Contains(name))
        {
            CloseSame(name);
        }

        if (Formatting.Contains(name))
        {
            Format(name, StableHash.Of(markup.AsSpan(at, end - at)));
        }
        else
        {
            _reopened += _formatting.Count;
        }

        _open.Add(name);
        _counts[name] = _counts.GetValueOrDefault(name) + 1;
        return end;
    }

    private void Format(string name, uint hash)
    {
        // A link ends the link before it; of the same tag three are kept (HTML standard, 13.2.4.3, "Noah's Ark").
        if (name == "a" && _formatting.RemoveAll(open => open.Name == "a") > 0 && _open.LastIndexOf("a") is >= 0 and var link)
        {
            _open.RemoveAt(link);
            _counts["a"]--;
        }

        if (_formatting.Count(open => open.Hash == hash) < 3)
        {
            _formatting.Add((name, hash));
        }
    }

    private void End(string name)
    {
        var last = _formatting.FindLastIndex(open => open.Name == name);
        if (last >= 0)
        {
            _formatting.RemoveAt(last);
        }

        if (_counts.GetValueOrDefault(name) == 0)
        {
            return;
        }

        while (Pop() != name)
        {
        }
    }

    /// <summary>Closes the element of the same name that the new one cannot stand in.</summary>
    private void CloseSame(string name)
    {
        if (_counts.GetValueOrDefault(name) == 0)
        {
            return;
        }

        for (var i = _open.Count - 1; i >= 0; i--)
        {
            if (_open[i] == name)
            {
                while (_open.Count > i)
                {
                    Pop();
                }

                return;
            }

            if (Boundaries.Contains(_open[i]) && !(name is "tr" or "tbody" or "thead" or "tfoot" && _open[i] is "td" or "th"))
            {
                return;
            }
        }
    }

    private string Pop()
    {
        var name = _open[^1];
        _open.RemoveAt(_open.Count - 1);
        _counts[name]--;
        return name;
    }

    private string Name(string markup, int at, out int end)
    {
        end = at;
        while (end < markup.Length && markup[end] is not (' ' or '\t' or '\n' or '\r' or '\f' or '/' or '>'))
        {
            end++;
        }

        var lookup = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        var span = markup.AsSpan(at, end - at);
        if (!lookup.TryGetValue(span, out var name))
        {
            name = span.ToString().ToLowerInvariant();
            _names.Add(name, name);
        }

        return name;
    }

    /// <summary>Returns the offset past the end of a tag, and about how many attributes it has. A quote counts only after an equals sign.</summary>
    private static int TagEnd(string markup, int at, out bool closed, out long attributes)
    {
        closed = false;
        attributes = 0;
        for (var i = at; i < markup.Length; i++)
        {
            var c = markup[i];
            if (c == '>')
            {
                closed = markup[i - 1] == '/';
                return i + 1;
            }

            attributes += c is ' ' or '\t' or '\n' or '\r' or '\f' or '/' && markup[i - 1] is not (' ' or '\t' or '\n' or '\r' or '\f') ? 1 : 0;
            if (c is '"' or '\'' && IsAfterEquals(markup, i, at))
            {
                var quote = markup.IndexOf(c, i + 1);
                if (quote < 0)
                {
                    return markup.Length;
                }

                i = quote;
                attributes++;
            }
        }

        return markup.Length;
    }

    private static bool IsAfterEquals(string markup, int at, int start)
    {
        var i = at - 1;
        while (i > start && markup[i] is ' ' or '\t' or '\n' or '\r' && at - i < 64)
        {
            i--;
        }

        return markup[i] == '=';
    }

    private static int SkipTo(string markup, string end, int at)
    {
        var found = markup.IndexOf(end, Math.Min(at, markup.Length), StringComparison.OrdinalIgnoreCase);
        return found < 0 ? markup.Length : found;
    }
}
