using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>Judges what stands in the place of one author: a person, a desk, an account, or a word of the site's software.</summary>
internal static class AuthorName
{
    private const int MaxLength = 80;

    // Words of organisations, titles and sections, which no person is called by.
    private static readonly FrozenSet<string> NotNameWords =
        ("news times post media team institute university college school department office center centre association company services solutions group network agency council committee ministry government bureau desk newsroom editorial "
        + "content security digital tech technology health science sports business politics travel culture opinion lifestyle entertainment finance marketing strategy operations former certified licensed registered deputy head lead assistant associate chief "
        + "staff guest special editors editor home house learning network lines clinic hospital foundation magazine journal blog podcast video photo photos image share comments change climate world international local latest breaking facebook youtube linkedin twitter instagram whatsapp telegram tiktok medium reddit privacy policy follow subscribe terms cookie cookies read learn watch listen free best top guide tips tale story stories review reviews research report reports introduction conclusion overview summary contents table related popular trending topics tags categories category archive archives page pages click sign log login register contact about search menu skip main it’s it's what’s here’s key takeaways").Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // How organisations' desks sign.
    private static readonly FrozenSet<string> TeamWords = "team editors staff desk newsroom bureau redaktion redaktionen rédaction redacción redazione redação redactie redakcja redakce".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> FunctionWords = "on in at the a an of for from with and or to posted published updated is as it".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // What software calls whoever posts.
    private static readonly FrozenSet<string> Placeholders =
        ("admin|administrator|webmaster|editor|editors|author|authors|staff|staff writer|staff reporter|guest|guest author|guest contributor|guest post|user|root|website|web admin|site admin|superuser|default|unknown|anonymous|none|null|undefined|n/a|wordpress|contributor|"
        + "follow|share|subscribe|sign in|log in|login|read more|more|view all|all posts|see all|bio|profile|my profile|about|contact|email|facebook|twitter|linkedin|instagram|bluesky|menu|home").Split('|')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells whether a name can be a person's: also one of Chinese, Japanese or Korean characters, or with letters of a degree behind.</summary>
    public static bool IsPerson(string name)
    {
        var comma = name.IndexOf(", ", StringComparison.Ordinal);
        var core = comma > 0 ? name[..comma] : name;
        return (PersonName.IsLikely(core) && !Array.Exists(core.Split(' '), NotNameWords.Contains)) || IsEastAsian(core);
    }

    /// <summary>Tells whether a name is how a desk of an organisation signs: <c>The Herald Team</c>, <c>News Desk</c>.</summary>
    public static bool IsTeam(string name) => name.Split(' ') is { Length: >= 2 and <= 6 } words && TeamWords.Contains(words[^1]) && !FunctionWords.Contains(words[0][..1]);

    /// <summary>Tells whether a name is an account's or an address's, in small letters without a space: <c>jane-doe</c>.</summary>
    public static bool IsSlug(string name) => !name.Contains(' ', StringComparison.Ordinal) && !name.Any(char.IsUpper) && name.Any(char.IsAsciiLetterLower);

    /// <summary>Tells whether a name of one word can be what somebody signs with.</summary>
    public static bool IsHandle(string name) =>
        name.Length is >= 3 and <= 30 && !FunctionWords.Contains(name) && !NotNameWords.Contains(name) && !JobWords.Contains(name) && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '\'');

    /// <summary>Tells whether a text can be a name at all: no address, no mere number, no placeholder of the site's software.</summary>
    public static bool IsUsable(string name) =>
        name.Length is > 1 and <= MaxLength && !IsPlaceholder(name) && name.Any(char.IsLetter)
        && !name.StartsWith('@') && !name.Contains("://", StringComparison.Ordinal) && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        && !(name.Contains('@', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal));

    private static bool IsPlaceholder(string name) =>
        Placeholders.Contains(name.Trim('.', ':', ' ')) || name.EndsWith(" admin", StringComparison.OrdinalIgnoreCase);

    private static bool IsEastAsian(string name)
    {
        var letters = name.Where(c => c is not (' ' or '・' or '·')).ToArray();
        return letters.Length is >= 2 and <= 8 && letters.All(c => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u30A0' and <= '\u30FF') or (>= '\uAC00' and <= '\uD7A3'));
    }
}
