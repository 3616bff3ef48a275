using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>Knows the words of what people are beside a name: their trade, and the desk they write for.</summary>
internal static class JobWords
{
    private const int MaxLength = 60;
    private const int MaxWords = 7;

    private const string Newsroom =
        "writer writers reporter reporters correspondent correspondents editor editors columnist bureau chief contributor contributors contributing analyst producer journalist journalists photographer critic anchor senior";

    private static readonly FrozenSet<string> Desks =
        (Newsroom + " staff special desk newsroom team international political").Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Jobs =
        (Newsroom + " director manager founder co-founder ceo cto coo president officer specialist strategist coordinator consultant engineer professor lecturer researcher expert intern "
        + "author redakteur redakteurin redaktør journaliste rédacteur rédactrice redactor periodista giornalista redattore redacteur корреспондент journalistin autorin freelance").Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells whether a word is of a trade: <c>Editor</c>, <c>professor</c>.</summary>
    public static bool Contains(string word) => Jobs.Contains(word);

    /// <summary>Tells whether a text beside a name is what the person does: <c>Staff Writer</c>, <c>professor of law</c>.</summary>
    public static bool IsJob(string text) => HasWordOf(text, Jobs);

    /// <summary>Tells whether a text is how a newsroom calls its own: <c>Special Correspondent</c>, <c>City Desk</c>.</summary>
    public static bool IsDesk(string text) => text.Length <= MaxLength && HasWordOf(text, Desks);

    private static bool HasWordOf(string text, FrozenSet<string> known) =>
        text.Split(' ') is { Length: <= MaxWords } words && Array.Exists(words, word => known.Contains(word.Trim('.', '\'', '’', ',')));
}
