using System.Buffers;
using System.Collections.Frozen;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.Elements;

/// <summary>
/// Knows what plainly is not the article: rules and end marks, credits of wire services ("(Reporting by …)"), copyright
/// lines, links to other articles, calls to subscribe, notes about the author, buttons of the page, fields of an archive. In doubt a passage stays.
/// </summary>
internal static class ClosingMatter
{
    private const int MaxLineLength = 300;
    private const int MaxButtonLength = 30;
    private const int MaxNoticeLength = 200;

    // Where the year of a copyright line ends at the latest.
    private const int MaxYearPlace = 20;

    // How many passages at the end may be such as are text further up. Chosen.
    private const int TailPassages = 8;

    private const int MinFieldLength = 4;

    private static readonly SearchValues<char> FieldCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ- ");

    private static readonly string[] LinkLabels = ["related:", "related article:", "related articles:", "related stories:", "more:", "watch:", "watch |", "read |", "listen |"];

    private static readonly FrozenSet<string> Buttons =
        ("advertisement|advertising|share|share this|share this article|share this story|share this:|email|e-mail|print|save|pocket|whatsapp|facebook|twitter|linkedin|reddit|pinterest|tumblr|telegram|copy link|"
        + "comments|comment|leave a comment|view comments|read more|continue reading|story continues below|story continues below advertisement|article continues below advertisement|loading...|loading…|close|back to top|ends|end|-30-|30|fin").Split('|')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes such passages out.</summary>
    /// <param name="passages">The passages of the article, in order.</param>
    /// <param name="authors">Its authors, as far as its file names them: the notes about them go as well.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>What is left, and the reporters that a wire service's credit names.</returns>
    public static (IReadOnlyList<Passage> Passages, IReadOnlyList<string> Reporters) Remove(IReadOnlyList<Passage> passages, IReadOnlyList<string> authors, CancellationToken cancellationToken)
    {
        var rest = new List<Passage>(passages.Count);
        IReadOnlyList<string> reporters = [];
        for (var i = passages.Count - 1; i >= 0; i--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = passages[i].Text;
            if (WireCredit.Read(text) is { } names)
            {
                reporters = names.Count > 0 ? names : reporters;
            }
            else if ((passages[i].Kind == BlockKind.TableRow || !IsFurniture(text)) && !(i >= passages.Count - TailPassages && i > 0 && (IsTail(text) || (rest.Count == 0 && AuthorNote.IsMatch(passages, i, authors)))))
            {
                rest.Add(passages[i]);
            }
        }

        rest.Reverse();
        return (rest, reporters);
    }

    /// <summary>Tells whether a line is no text of the article wherever it stands.</summary>
    public static bool IsFurniture(string text) =>
        !text.Any(char.IsLetterOrDigit)
        || IsLinkLine(text)
        || PhotoCredit.IsAll(text)
        || (text.Length <= MaxNoticeLength && text.Contains("enable JavaScript", StringComparison.OrdinalIgnoreCase))
        || text.Equals("advertisement", StringComparison.OrdinalIgnoreCase);

    /// <summary>Tells whether a line is the label of a button of the page.</summary>
    public static bool IsButton(string text) => text.Length <= MaxButtonLength && Buttons.Contains(text.Trim(' ', '*', '#', '.'));

    /// <summary>Tells a line that leads to another article by its headline: <c>Read more: …</c>, <c>ALSO READ: …</c>, <c>WATCH | …</c></summary>
    private static bool IsLinkLine(string text)
    {
        var line = text.TrimStart('(', '[', ' ');
        var length = Math.Max(ReaderCalls.OpeningLength(line), Array.Find(LinkLabels, opening => line.StartsWith(opening, StringComparison.OrdinalIgnoreCase))?.Length ?? 0);
        if (text.Length > MaxNoticeLength || length == 0)
        {
            return false;
        }

        var shouted = !line.AsSpan(0, length).ContainsAnyInRange('a', 'z');
        return shouted || !SentenceShape.IsProse(text) || !SentenceShape.EndsSentence(text);
    }

    private static bool IsTail(string text) =>
        IsButton(text)
        || SubscriberNotice.IsMatch(text)
        || IsArchiveField(text)
        || (text.Length <= MaxLineLength
            && (IsCopyright(text)
                || StartsWith(text, ["click here to ", "the views expressed in this ", "the views expressed here ", "the opinions expressed in this ", "the opinions expressed here "])
                || (StartsWith(text, ["subscribe to ", "sign up for ", "sign up to "]) && text.Contains("newsletter", StringComparison.OrdinalIgnoreCase))
                || (StartsWith(text, ["follow us on ", "follow @", "like us on ", "follow him on twitter", "follow her on twitter"]) && !text.Contains('“', StringComparison.Ordinal))));

    /// <summary>Tells a field that archives put below a text: <c>LOAD-DATE: October 1, 2024</c>, <c>End of Document</c>, <c>（责任编辑：…）</c></summary>
    private static bool IsArchiveField(string text)
    {
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return text.Equals("End of Document", StringComparison.OrdinalIgnoreCase) || (text.StartsWith("((", StringComparison.Ordinal) && text.EndsWith("))", StringComparison.Ordinal)) || text.StartsWith("（责任编辑", StringComparison.Ordinal)
            || (colon is >= MinFieldLength and <= MaxButtonLength && !SentenceShape.IsProse(text) && !text.AsSpan(0, colon).ContainsAnyExcept(FieldCharacters))
            || (text.StartsWith("Load-Date: ", StringComparison.Ordinal) && text.Length <= MaxNoticeLength);
    }

    private static bool IsCopyright(string text) =>
        (StartsWith(text, ["copyright ©", "(c) copyright ", "copyright (c)", "copyright 1", "copyright 2", "© ", "©1", "©2", "(c) 1", "(c) 2"]) && text.AsSpan(0, Math.Min(text.Length, MaxYearPlace)).ContainsAnyInRange('0', '9'))
        || (text.Contains("all rights reserved", StringComparison.OrdinalIgnoreCase) && text.Length <= 200);

    private static bool StartsWith(string text, ReadOnlySpan<string> openings)
    {
        foreach (var opening in openings)
        {
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
