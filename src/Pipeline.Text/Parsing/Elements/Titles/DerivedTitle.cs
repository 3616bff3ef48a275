using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using Pipeline.Text.Sentences;

namespace Pipeline.Text.Parsing.Elements.Titles;

/// <summary>
/// Makes a title from an article's first sentence. A sentence that fits is taken whole, without its full stop. A longer
/// one loses its opening clause ("In a bid to …,") and what follows its last fitting clause or, failing that, word; an
/// ellipsis marks the cut.
/// </summary>
internal static class DerivedTitle
{
    /// <summary>The longest title, in UTF-16 code units.</summary>
    public const int MaxLength = 100;

    // A shorter piece says too little, a main clause in particular. Chosen on news openings.
    private const int MinLength = 40;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create(",;:—–。，；：、");

    private static readonly FrozenSet<string> ClauseOpeners =
        "In After Before With As While Despite Following Amid When Since Although Though During Under Because For By On At If".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> LooseEnds =
        "a an the of to in and or for with by on at from as that which who its his her their this is was were are but than into over said".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Derives a title from a paragraph, or returns null where it holds no letter or digit.</summary>
    public static string? From(string paragraph)
    {
        var window = paragraph.AsSpan(0, Math.Min(paragraph.Length, 20 * MaxLength));
        var end = SentenceSplitter.FirstEnd(window);
        var sentence = (end < 0 ? window : window[..end]).Trim().ToString();
        sentence = Strip(sentence);
        if (!sentence.Any(char.IsLetterOrDigit))
        {
            return null;
        }

        if (sentence.Length <= MaxLength)
        {
            return sentence;
        }

        sentence = CutOpening(sentence);
        return sentence.Length <= MaxLength ? sentence : Cut(sentence);
    }

    /// <summary>Takes off the full stop of a plain sentence; other marks belong to what it says.</summary>
    private static string Strip(string sentence) =>
        sentence.EndsWith('。') || (sentence.EndsWith('.') && !sentence.EndsWith("..", StringComparison.Ordinal) && !SentenceShape.EndsInAbbreviation(sentence))
            ? sentence[..^1]
            : sentence;

    private static string CutOpening(string sentence)
    {
        var comma = sentence.IndexOf(", ", StringComparison.Ordinal);
        var opening = comma < 0 ? [] : sentence[..comma].Split(' ');
        if (opening.Length < 4 || !ClauseOpeners.Contains(opening[0]) || sentence.Length - comma < MinLength)
        {
            return sentence;
        }

        // ", Georgia and Alabama, officials": the comma belongs to a list, not to the end of the clause.
        var rest = sentence[(comma + 2)..];
        var next = rest.IndexOf(',', StringComparison.Ordinal);
        if (next >= 0 && rest[..next].Split(' ').Length <= 5)
        {
            return sentence;
        }

        return char.ToUpperInvariant(rest[0]) + rest[1..];
    }

    private static string Cut(string sentence)
    {
        var window = sentence.AsSpan(0, MaxLength);
        var clause = window.LastIndexOfAny(ClauseEnds);
        if (clause >= MinLength && (clause + 1 == MaxLength || !char.IsDigit(sentence[clause + 1])))
        {
            return window[..clause].TrimEnd(" -").ToString() + "…";
        }

        var space = window.LastIndexOf(' ');
        if (space < MinLength)
        {
            var last = MaxLength - 1;
            var boundary = 0;
            var elements = StringInfo.GetTextElementEnumerator(sentence[..MaxLength]);
            while (elements.MoveNext() && elements.ElementIndex <= last)
            {
                boundary = elements.ElementIndex;
            }

            return sentence[..boundary] + "…";
        }

        var title = window[..space].ToString();
        while (title.LastIndexOf(' ') is > MinLength and var at && LooseEnds.Contains(title[(at + 1)..]))
        {
            title = title[..at];
        }

        return title.TrimEnd(' ', ',', ';', ':', '-', '–', '—') + "…";
    }
}
