using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>What a token of a report is.</summary>
internal enum ReportTokenKind
{
    Word,
    Comma,
    Stop,
    Other,
}

/// <summary>A word or a mark of the prose beside a quotation.</summary>
internal readonly record struct ReportToken(ReportTokenKind Kind, int Start, int End)
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations =
        "Mr Mrs Ms Dr Prof Sen Rep Gov Gen Lt Col Sgt Capt Maj Adm St Jr Sr Rev Hon Pres Supt".Split(' ')
            .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // "(R-Ohio)", "(42, of Geneva)": beside a name, and no part of the sentence. Chosen.
    private const int MaxAside = 60;

    /// <summary>Reads the tokens of a range of a text, without what stands in brackets.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the range starts.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="tokens">Takes them; emptied first.</param>
    public static void Read(string text, int from, int to, List<ReportToken> tokens)
    {
        tokens.Clear();
        for (var i = from; i < to;)
        {
            var start = i;
            if (char.IsLetterOrDigit(text[i]))
            {
                i = WordEnd(text, i, to);
                tokens.Add(new ReportToken(ReportTokenKind.Word, start, i));
                continue;
            }

            i++;
            if (text[start] == '(' && text.AsSpan(i, Math.Min(to - i, MaxAside)).IndexOf(')') is >= 0 and var aside)
            {
                i += aside + 1;
            }
            else if (text[start] is ',' or '，' or '、')
            {
                tokens.Add(new ReportToken(ReportTokenKind.Comma, start, i));
            }
            else if (text[start] is '.' or '!' or '?' or ';' or '…' or '。' or '\n')
            {
                tokens.Add(new ReportToken(ReportTokenKind.Stop, start, i));
            }
            else if (text[start] != ' ')
            {
                tokens.Add(new ReportToken(ReportTokenKind.Other, start, i));
            }
        }
    }

    private static int WordEnd(string text, int start, int to)
    {
        var i = start + 1;
        while (i < to && (IsWordPart(text[i]) || (text[i] is '\'' or '’' or '-' or '.' && i + 1 < to && char.IsLetterOrDigit(text[i + 1]))))
        {
            i++;
        }

        return i < to && text[i] == '.' && IsAbbreviation(text.AsSpan(start, i - start)) ? i + 1 : i;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    private static bool IsAbbreviation(ReadOnlySpan<char> word) =>
        (word.Length == 1 && char.IsUpper(word[0]) && word[0] != 'I') || (word.Length > 2 && word[^2] == '.') || Abbreviations.Contains(word);
}
