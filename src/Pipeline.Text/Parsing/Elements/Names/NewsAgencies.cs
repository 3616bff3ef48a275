using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>Names of agencies and broadcasters as bylines, datelines and source lines write them.</summary>
internal static class NewsAgencies
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        ("Reuters|Thomson Reuters|Thomson Reuters Foundation|AP|Associated Press|The Associated Press|AFP|Agence France-Presse|UPI|United Press International|dpa|"
        + "Bloomberg|Bloomberg News|Xinhua|TASS|Interfax|RIA Novosti|Ukrinform|Kyodo|Kyodo News|Jiji Press|Yonhap|ANSA|EFE|Europa Press|Belga|ANP|APA|PAP|CTK|MTI|NTB|TT|Ritzau|STT|"
        + "PTI|Press Trust of India|ANI|IANS|PA|PA Media|Press Association|Canadian Press|The Canadian Press|AAP|Anadolu|Anadolu Agency|SPA|WAM|MENA|IRNA|Bernama|Antara|CNA|CNN|BBC|BBC News|"
        + "NPR|CNBC|CBS News|NBC News|ABC News|Fox News|Al Jazeera|Deutsche Welle|DW|Euronews|Politico|Axios|StatNews|KHN|KFF Health News|ProPublica|States Newsroom|The Conversation|Newser|VOA|VOA News|RFE/RL|IPS|IRIN|UN News").Split('|')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> OutletWords =
        "News Newsroom Times Post Press Journal Tribune Herald Gazette Guardian Telegraph Chronicle Observer Magazine Radio TV Television Wire Daily Today Agency Media Network Independent Mail Review Weekly Examiner Inquirer Globe Dispatch Standard".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells whether the text is the name of a known agency, in any case.</summary>
    public static bool IsKnown(ReadOnlySpan<char> text) => Names.Contains(text);

    /// <summary>Tells whether the text looks like an outlet's name, and ends as one does: <c>The Daily Mail responds</c> does not.</summary>
    public static bool EndsAsOutlet(string text) =>
        IsKnown(text) || (LooksLikeOutlet(text) && OutletWords.Contains(text[(text.LastIndexOf(' ') + 1)..]));

    /// <summary>Tells whether the text is the name of a known agency, or has the look of an outlet's name (<c>The Northern Herald</c>).</summary>
    public static bool LooksLikeOutlet(string text)
    {
        if (IsKnown(text))
        {
            return true;
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 6 && Array.Exists(words, OutletWords.Contains)
            && Array.TrueForAll(words, word => char.IsUpper(word[0]) || word is "of" or "the" or "and" or "&" or "for");
    }
}
