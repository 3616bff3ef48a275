using System.Collections.Frozen;

namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>The words by which a language names the speaker of a quotation. Gathered by hand from news prose.</summary>
internal sealed class ReportingWords
{
    private static readonly ReportingWords English = new(
        verbs: "said says say saying told tells telling added adds adding asked asks asking replied replies wrote writes writing tweeted posted stated states explained explains "
            + "argued argues arguing warned warns warning noted notes noting insisted insists insisting claimed claims claiming declared declares announced acknowledged "
            + "acknowledges admitted admits recalled recalls remarked continued responded testified confirmed predicted joked quipped concluded concludes observed vowed pledged "
            + "suggested suggests urged urges countered complained lamented conceded asserted contended cautioned stressed emphasized emphasised reiterated proclaimed called calls "
            + "calling described describes describing quoted",
        auxiliaries: "has had have also then later once recently repeatedly who which reportedly already again always often still just even",
        passives: "was were is are be been being",
        pronouns: "he she",
        otherPronouns: "i we you they it this that one",
        articles: "the a an his her their its our my one another some many several two three",
        links: "of for from at with in on",
        ends: "in on at during after before when while as who that to by with about following because but and if since until",
        groups: "officials police authorities scientists researchers experts prosecutors critics supporters lawyers analysts doctors witnesses residents investigators organizers "
            + "organisers economists lawmakers republicans democrats activists opponents advocates families neighbors neighbours teachers workers campaigners protesters firefighters",
        according: ["according to"]);

    private static readonly FrozenDictionary<string, ReportingWords> ByLanguage = new Dictionary<string, ReportingWords>(StringComparer.Ordinal)
    {
        ["en"] = English,
        ["de"] = new(
            "sagte sagt sagten erklärte erklärt betonte betont meinte meint schrieb schreibt teilte fügte ergänzte berichtete warnte warnt forderte fordert kritisierte kritisiert antwortete fragte",
            "hat hatte auch dann später zuvor", "wurde wurden wird", "er", "ich wir sie es man",
            "der die das ein eine seine ihre sein ihr", "der des von aus in bei für im vom", "am im in auf nach vor bei zu als während dem gegenüber", "",
            ["laut", "so", "nach angaben von"]),
        ["fr"] = new(
            "dit disait déclaré déclare déclarait affirmé affirme affirmait expliqué explique expliquait ajouté ajoute ajoutait estimé estime estimait assuré assure assurait indiqué indique "
            + "souligné souligne précisé précise lancé lance écrit confié confie répondu répond réagi regretté regrette rappelé rappelle raconté raconte prévenu averti insiste conclu conclut poursuit",
            "a ont avait avaient aussi encore ensuite notamment qui", "est était été", "il elle", "je nous vous ils elles on",
            "le la les un une l' son sa ses leur leurs", "de du des d' à au", "à au aux lors dans sur en après avant pendant qui que devant mardi lundi mercredi jeudi vendredi samedi dimanche", "",
            ["selon", "d'après"]),
        ["es"] = new(
            "dijo dice dijeron afirmó afirma declaró declara explicó explica aseguró asegura señaló señala agregó añadió indicó indica sostuvo manifestó advirtió expresó escribió respondió preguntó "
            + "comentó contó destacó subrayó reconoció insistió concluyó lamentó dicho afirmado declarado asegurado señalado explicado",
            "ha han había habían también luego después que quien", "fue fueron es era sido", "él ella", "yo nosotros ellos ellas",
            "el la los las un una su sus", "de del", "en al a durante tras antes después cuando mientras que ante este", "",
            ["según", "de acuerdo con"]),
        ["pt"] = new(
            "disse diz disseram afirmou afirma declarou declara explicou explica acrescentou destacou ressaltou contou escreveu respondeu perguntou avaliou alertou informou garantiu comentou defendeu",
            "tem tinha também depois que quem", "foi foram é era sido", "ele ela", "eu nós eles elas",
            "o a os as um uma seu sua", "de do da dos das", "em no na ao à durante após antes quando enquanto que nesta neste", "",
            ["segundo", "de acordo com"]),
        ["it"] = new(
            "detto dice disse dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge scritto scrive sottolineato sottolinea commentato commenta osservato osserva ribadito replicato",
            "ha hanno aveva avevano anche poi che", "è era stato stata", "lui lei", "io noi loro",
            "il lo la i gli le un uno una l' suo sua", "di del della dei delle dello dell'", "in a al nel durante dopo prima quando mentre che", "",
            ["secondo"]),
        ["nl"] = new(
            "zei zegt zeiden verklaarde verklaart stelde stelt schreef schrijft vertelde vertelt liet benadrukte benadrukt voegde vroeg antwoordde waarschuwde waarschuwt reageerde reageert",
            "heeft had ook later die", "werd werden wordt is was", "hij zij ze", "ik wij we het",
            "de het een zijn haar hun", "van voor uit bij", "in op tegen tijdens na voor toen terwijl die dat tegenover", "",
            ["volgens", "aldus"]),
        ["ru"] = new(
            "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили отметил отметила отметили добавил добавила добавили подчеркнул подчеркнула пояснил пояснила рассказал рассказала "
            + "написал написала ответил ответила говорит считает уверен уверена объяснил объяснила",
            "также ранее затем который которая", "был была было", "он она", "я мы они",
            "", "", "в на во по о об что после до журналистам", "",
            ["по словам", "по мнению"]),
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Particles =
        "de da di del della du des dos das la le van von der den ter bin ibn al el y e af av zu".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _verbs;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _auxiliaries;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _passives;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _pronouns;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _otherPronouns;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _articles;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _links;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _ends;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _groups;

    private ReportingWords(
        string verbs,
        string auxiliaries,
        string passives,
        string pronouns,
        string otherPronouns,
        string articles,
        string links,
        string ends,
        string groups,
        string[] according)
    {
        _verbs = Set(verbs);
        _auxiliaries = Set(auxiliaries);
        _passives = Set(passives);
        _pronouns = Set(pronouns);
        _otherPronouns = Set(otherPronouns);
        _articles = Set(articles);
        _links = Set(links);
        _ends = Set(ends);
        _groups = Set(groups);
        According = [.. according.Select(phrase => phrase.Split(' '))];
    }

    /// <summary>Gets the phrases before a speaker that have no verb, word by word.</summary>
    public IReadOnlyList<string[]> According { get; }

    /// <summary>Returns the words of a language; those of English where the language is not known; null where there are none for it.</summary>
    /// <param name="language">The ISO 639-1 code.</param>
    public static ReportingWords? For(string? language) => language is null ? English : ByLanguage.GetValueOrDefault(language);

    /// <summary>Tells whether a word is a small one inside of names.</summary>
    public static bool IsParticle(ReadOnlySpan<char> word) => Particles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Tells whether a word reports speech.</summary>
    public bool IsVerb(ReadOnlySpan<char> word) => _verbs.Contains(word);

    /// <summary>Tells whether a word may stand between a subject and its verb.</summary>
    public bool IsAuxiliary(ReadOnlySpan<char> word) => _auxiliaries.Contains(word) || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal));

    /// <summary>Tells whether a word makes the verb after it one of what is done to the subject.</summary>
    public bool IsPassive(ReadOnlySpan<char> word) => _passives.Contains(word);

    /// <summary>Tells whether a word stands for a person named before.</summary>
    public bool IsPronoun(ReadOnlySpan<char> word) => _pronouns.Contains(word);

    /// <summary>Tells whether a word stands for somebody whom it does not pay to look for.</summary>
    public bool IsOtherPronoun(ReadOnlySpan<char> word) => _otherPronouns.Contains(word);

    /// <summary>Tells whether a word begins a noun phrase.</summary>
    public bool IsArticle(ReadOnlySpan<char> word) => _articles.Contains(word)
        || (word.Length > 2 && word[^1] is 's' or 'S' && word[^2] is '\'' or '’')
        || (word.Length > 2 && word[1] is '\'' or '’' && word[0] is 'l' or 'L');

    /// <summary>Tells whether a word ties what follows it to the noun before it.</summary>
    public bool IsLink(ReadOnlySpan<char> word) => _links.Contains(word);

    /// <summary>Tells whether a word ends a noun phrase.</summary>
    public bool IsEnd(ReadOnlySpan<char> word) => _ends.Contains(word);

    /// <summary>Tells whether a word names people that speak together, without an article.</summary>
    public bool IsGroup(ReadOnlySpan<char> word) => _groups.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
