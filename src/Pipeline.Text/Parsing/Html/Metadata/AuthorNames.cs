using System.Collections.Frozen;
using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Makes names of what metadata and bylines hold: without <c>By</c>, roles, places, addresses and dates; several apart.</summary>
internal static class AuthorNames
{
    private const int MaxLength = 400;
    private const int MaxNameLength = 80;

    private static readonly string[] Openings =
    [
        "written by", "posted by", "published by", "article by", "story by", "words by", "text by", "reported by", "created by", "contributed by", "submitted by", "blog by", "analysis by", "opinion by", "insights from", "about the author",
        "authored by", "author", "authors", "author(s)", "by", "von", "par", "por", "door", "av", "af", "oleh", "escrito por", "redactado por", "publicado por", "écrit par", "rédigé par", "publié par", "verfasst von", "geschrieben von", "a cura di", "scritto da", "autor", "autora", "auteur", "autore", "автор", "текст",
        "yazan", "biên soạn", "tác giả", "penulis", "文", "作者", "記者", "记者", "著者", "글", "بقلم", "کاتب",
    ];

    private static readonly string[] PartSeparators =
        [";", "|", "•", "·", " / ", " - ", " – ", " — ", " and ", " AND ", " And ", " & ", " und ", " et ", " y ", " e ", " og ", " och ", " ja ", " dan ", " ve ", " i ", " и ", " και ", " with ", "、", "，", "\n"];

    private static readonly FrozenSet<string> RoleWords =
        ("writer reporter correspondent editor editors columnist bureau chief contributor contributors contributing analyst producer journalist journalists photographer reporters writers "
        + "correspondents critic anchor senior director manager founder co-founder ceo cto coo president officer specialist strategist coordinator consultant engineer professor lecturer researcher expert intern "
        + "author redakteur redakteurin redaktør journaliste rédacteur rédactrice redactor periodista giornalista redattore redacteur корреспондент journalistin autorin freelance").Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>Reads the names of a text that a page's data declares to be authors'. Persons and organisations alike.</summary>
    public static IReadOnlyList<string> FromData(string? value)
    {
        var names = new List<string>();
        foreach (var part in Parts(value))
        {
            var persons = CutSide(part);
            if (IsUsable(persons) && !(names.Count > 0 && IsRole(persons)))
            {
                Add(names, persons);
            }
        }

        // A role beside names is no name; alone it may be how the publisher signs.
        if (names.Count > 1 && names.Exists(PersonName.IsLikely))
        {
            names.RemoveAll(name => !PersonName.IsLikely(name) && IsRole(name));
        }

        return names;
    }

    /// <summary>Reads the names of a byline that is seen: only what has the look of a person's name, up to what follows the names.</summary>
    /// <param name="pieces">The pieces of text that the byline's elements part.</param>
    /// <param name="sure">Whether the byline is marked as such, so that one word alone can be a name.</param>
    public static IReadOnlyList<string> FromByline(IEnumerable<string> pieces, bool sure)
    {
        var names = new List<string>();
        var misses = 0;
        foreach (var piece in pieces)
        {
            if (EndsNames(piece))
            {
                break;
            }

            var cut = CutOpening(piece);
            sure |= cut.Length < piece.Trim().Length;
            if (cut.Trim(' ', ',', '&', '|', '•', '·', '-', '–', '—', ':', '/').Length == 0 || cut.Equals("and", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var before = names.Count;
            foreach (var part in Parts(piece))
            {
                var person = CutSide(part);
                if (IsUsable(person) && !IsRole(person) && (IsPerson(person) || (names.Count == 0 && (IsTeam(person) || (sure && IsHandle(person))))))
                {
                    Add(names, person);
                }
                else if (names.Count > before || names.Count == 0)
                {
                    break;
                }
            }

            if (names.Count == before && (names.Count > 0 || ++misses > 3))
            {
                break;
            }
        }

        return names;
    }

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

    /// <summary>Takes the words off that open a byline.</summary>
    public static string CutOpening(string text)
    {
        text = text.Trim();
        for (var again = true; again;)
        {
            again = false;
            foreach (var opening in Openings)
            {
                if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && (text.Length == opening.Length || text[opening.Length] is ' ' or ':' or '：' or '/'))
                {
                    (text, again) = (text[opening.Length..].TrimStart(' ', ':', '：', '/'), text.Length > opening.Length);
                    break;
                }
            }
        }

        return text;
    }

    /// <summary>Tells whether a name is one that software gives to whoever posts.</summary>
    public static bool IsPlaceholder(string name) =>
        Placeholders.Contains(name.Trim('.', ':', ' ')) || name.EndsWith(" admin", StringComparison.OrdinalIgnoreCase);

    private static bool EndsNames(string piece) =>
        piece.Contains("reviewed", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("edited", StringComparison.OrdinalIgnoreCase) || piece.Contains("fact-check", StringComparison.OrdinalIgnoreCase)
        || piece.Contains("fact check", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("photo", StringComparison.OrdinalIgnoreCase) || piece.StartsWith("updated", StringComparison.OrdinalIgnoreCase)
        || piece.StartsWith("translated", StringComparison.OrdinalIgnoreCase);

    private static List<string> Parts(string? value)
    {
        var parts = new List<string>();
        var text = OneLine.FoldMarkup(value);
        if (text.Length is 0 or > MaxLength || text.Contains("://", StringComparison.Ordinal))
        {
            return parts;
        }

        text = CutDate(CutOpening(text));
        if (InvertedName(text) is { } inverted)
        {
            return [inverted];
        }

        foreach (var piece in text.Split(PartSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var first = true;
            foreach (var part in piece.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!first && parts.Count > 0 && IsDegree(part))
                {
                    parts[^1] += ", " + part;
                }
                else if (CutOpening(part.StartsWith("and ", StringComparison.OrdinalIgnoreCase) ? part[4..] : part) is { Length: > 0 } name)
                {
                    parts.Add(name);
                }

                first = false;
            }
        }

        return parts;
    }

    /// <summary>Takes off what stands behind a person's name: a place, an outlet, a remark in brackets, a role.</summary>
    private static string CutSide(string part)
    {
        part = part.Trim().TrimStart('(', '[', '.').Trim('"', '“', '”', '*', '_').Trim();
        if (part.IndexOf(" (", StringComparison.Ordinal) is > 0 and var bracket)
        {
            part = part[..bracket];
        }

        foreach (var link in (ReadOnlySpan<string>)[" in ", " for ", " of ", " at ", " from ", " on ", " @"])
        {
            if (part.IndexOf(link, StringComparison.Ordinal) is > 0 and var at && IsPerson(part[..at]))
            {
                return PersonName.Recase(part[..at]);
            }
        }

        // "Jane Doe Staff Writer"
        var words = part.Split(' ');
        if (words.Length is > 2 and <= 9)
        {
            var role = Array.FindIndex(words, RoleWords.Contains);
            for (var count = Math.Min(role < 0 ? 0 : role, 4); count >= 2; count--)
            {
                if (PersonName.IsLikely(string.Join(' ', words[..count])) && (count == 2 || count == role))
                {
                    return PersonName.Recase(string.Join(' ', words[..count]));
                }
            }
        }

        return PersonName.IsLikely(part) ? PersonName.Recase(part) : part;
    }

    private static string? InvertedName(string text)
    {
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        if (comma <= 0 || text.IndexOf(',', comma + 1) > 0 || text.AsSpan(0, comma).Contains(' '))
        {
            return null;
        }

        var given = text[(comma + 2)..].Trim();
        var name = given + " " + text[..comma];
        return !IsDegree(given) && given.AsSpan().Count(' ') <= 1 && PersonName.IsLikely(name) && !IsRole(given) ? name : null;
    }

    /// <summary>Tells whether a part is a degree or a title behind a name: <c>MD</c>, <c>Ph.D.</c>, <c>CEPF®</c>, <c>Jr.</c></summary>
    private static bool IsDegree(string part)
    {
        if (part.Length > 12 || part.Contains(' ', StringComparison.Ordinal) && part.Length > 10)
        {
            return false;
        }

        int capitals = 0, small = 0;
        foreach (var c in part)
        {
            capitals += char.IsUpper(c) ? 1 : 0;
            small += char.IsLower(c) ? 1 : 0;
        }

        return part is "Jr" or "Jr." or "Sr" or "Sr." or "PhD" or "Ph.D" or "Ph.D." or "Esq" or "Esq." or "PsyD" or "EdD" or "PharmD" or "DrPH" || (capitals >= 2 && small <= 1 && capitals > small);
    }

    private static string CutDate(string text)
    {
        if (!text.Any(char.IsDigit))
        {
            return text;
        }

        return DateInText.Find(text, 0, DayOrder.DayFirst) is { Start: > 2 } date ? text[..date.Start].TrimEnd(' ', ',', '|', '-', '–', '—', '•', '·', '/') : text;
    }

    private static bool IsUsable(string name) =>
        name.Length is > 1 and <= MaxNameLength && !IsPlaceholder(name) && name.Any(char.IsLetter)
        && !name.StartsWith('@') && !name.Contains("://", StringComparison.Ordinal) && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        && !(name.Contains('@', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal));

    private static bool IsRole(string part) => part.Split(' ') is { Length: <= 7 } words && Array.Exists(words, word => RoleWords.Contains(word.Trim('.', '\'', '’', ',')));

    private static bool IsHandle(string name) => name.Length is >= 3 and <= 30 && !FunctionWords.Contains(name) && !NotNameWords.Contains(name) && !RoleWords.Contains(name) && char.IsLetter(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '\'');

    private static bool IsEastAsian(string name)
    {
        var letters = name.Where(c => c is not (' ' or '・' or '·')).ToArray();
        return letters.Length is >= 2 and <= 8 && letters.All(c => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u30A0' and <= '\u30FF') or (>= '\uAC00' and <= '\uD7A3'));
    }

    private static void Add(List<string> names, string name)
    {
        name = name.Trim(' ', ',', ':', '-', '–');
        var last = name[(name.LastIndexOf(' ') + 1)..];

        // The full stop of a sentence, not of "M.D." or "Jr."
        name = last.Length > 4 && last.IndexOf('.', StringComparison.Ordinal) == last.Length - 1 ? name[..^1] : name;
        if (name.Length > 1 && !names.Exists(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase)))
        {
            names.Add(name);
        }
    }
}
