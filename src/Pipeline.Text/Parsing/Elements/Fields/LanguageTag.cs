using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Elements.Fields;

/// <summary>Reads how files declare a language: BCP 47 tags, ISO 639 codes of two or three letters, English names.</summary>
internal static class LanguageTag
{
    // ISO 639-2 (both forms where they differ), and the English names of the languages that are told apart.
    private static readonly FrozenDictionary<string, string> Codes =
        ("ar:ara,arabic bn:ben,bengali nb:nob,bokmal zh:zho,chi,chinese cs:ces,cze,czech da:dan,danish nl:nld,dut,dutch en:eng,english fi:fin,finnish fr:fra,fre,french "
        + "de:deu,ger,german el:ell,gre,greek he:heb,hebrew hi:hin,hindi hu:hun,hungarian id:ind,indonesian it:ita,italian ja:jpn,japanese ko:kor,korean fa:fas,per,persian "
        + "pl:pol,polish pt:por,portuguese ro:ron,rum,romanian ru:rus,russian es:spa,spanish sv:swe,swedish th:tha,thai tr:tur,turkish uk:ukr,ukrainian ur:urd,urdu vi:vie,vietnamese no:nor,norwegian "
        + "af:afr am:amh az:aze be:bel bg:bul bs:bos ca:cat cy:cym,wel eo:epo et:est eu:eus,baq fo:fao ga:gle gl:glg gu:guj ha:hau hr:hrv hy:hye,arm ig:ibo is:isl,ice ka:kat,geo kk:kaz km:khm kn:kan ku:kur la:lat lb:ltz lo:lao lt:lit "
        + "lv:lav mk:mkd,mac ml:mal mn:mon mr:mar ms:msa,may mt:mlt my:mya,bur ne:nep nn:nno pa:pan ps:pus si:sin sk:slk,slo sl:slv so:som sq:sqi,alb sr:srp sw:swa ta:tam te:tel tl:tgl uz:uzb xh:xho yo:yor zu:zul").Split(' ')
            .Select(entry => entry.Split(':'))
            .SelectMany(entry => entry[1].Split(',').Select(name => (name, code: entry[0])))
            .ToFrozenDictionary(pair => pair.name, pair => pair.code, StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns the ISO 639-1 code, or null where none is known: <c>en</c> of <c>en-GB</c>, <c>en_US</c>, <c>eng</c>, <c>en, de</c> and <c>English</c>.</summary>
    public static string? Parse(string? text)
    {
        if (OneLine.Of(text) is not { } tag)
        {
            return null;
        }

        var end = tag.AsSpan().IndexOfAny("-_, ");
        var primary = end < 0 ? tag : tag[..end];
        return primary.Length == 2 && primary.All(char.IsAsciiLetter) ? primary.ToLowerInvariant() : Codes.GetValueOrDefault(primary);
    }
}
