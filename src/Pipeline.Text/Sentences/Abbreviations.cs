using System.Collections.Frozen;

namespace Pipeline.Text.Sentences;

/// <summary>What a full stop after a word says about the end of a sentence.</summary>
internal enum AbbreviationKind
{
    /// <summary>The word is no abbreviation.</summary>
    None,

    /// <summary>A title or a word that always goes on: "Mr.", "vs.". Never the end.</summary>
    BeforeName,

    /// <summary>An abbreviation before a number: "No. 5", "Nov. 17", "p. 55".</summary>
    BeforeNumber,

    /// <summary>An abbreviation that may stand last: "Inc.", "Jr.", "etc.". The end where the next word often starts sentences.</summary>
    Either,
}

/// <summary>The abbreviations of English news prose. Written by hand from newspapers' style: titles, states, months, companies, units, references.</summary>
internal static class Abbreviations
{
    private const string BeforeNames =
        "mr mrs ms messrs mme mlle dr drs prof rev fr gen brig maj lt col cmdr cpl sgt pfc pvt capt adm sen sens rep reps gov govs " +
        "pres hon supt det insp mt mts ft st ste v vs viz cf e.g i.e eg ie asst assoc atty dist natl intl msgr amb vice-adm ald dep " +
        "maj-gen lt-gen lt-col sec-gen spc cllr p.s ps";

    private const string BeforeNumbers =
        "no nos n° nr vol vols pp p pg fig figs ch sec sect art arts ext ca approx para tel op chap eq jan feb mar apr jun jul aug sep sept oct nov dec";

    private const string States =
        "ala ariz ark calif cal colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore pa tenn tex " +
        "va vt wash wis wyo n.h n.j n.m n.y n.c n.d r.i s.c s.d w.va d.c b.c ont que alta sask";

    private const string CompanyForms = "inc corp co cos ltd llc plc";

    private const string Eithers =
        CompanyForms + " jr sr bros etc al dept univ est ave blvd rd hwy sq bldg " + States +
        " mon tue tues wed thu thur thurs fri sat sun ph.d m.d b.a m.a d.phil ll.b ed eds trans rev'd oz lb lbs mph min max avg inst mfg gmbh s.a s.p.a";

    private const string SentenceStarters =
        "a about according after all also although among an and another any are as asked at because before besides between both but by can click could " +
        "despite did do does during each earlier either even every few finally first for from had has have he her here his how however if in indeed " +
        "instead into is it its it's just last later let like many may maybe meanwhile more moreover most much my neither nevertheless next no nobody none nor not " +
        "nothing now of officials on once one only or other others our out over people perhaps please police recently same several shares she should since so some " +
        "someone something sometimes soon still such thank thanks than that that's the their them then there there's therefore these they they're this those though three through " +
        "thus to today together too two under unless unlike until up was we we're were what when where whether which while who why will with within without " +
        "would yes yesterday yet you your i i'm i've";

    private static readonly FrozenDictionary<string, AbbreviationKind> Kinds = CreateKinds();
    private static readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> KindOf =
        Kinds.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Starters = Lookup(SentenceStarters);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NeverNames = Lookup(
        "the a it he she they we this that these those in on at but and if when after before was were is are did does there his their its as for with however then by since while " +
        "although according what who why how");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Companies = Lookup(CompanyForms);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StateNames = Lookup(States);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Offices = Lookup(
        "mayor gov governor sen senator rep representative police sheriff attorney district circuit superior supreme council councilman councilwoman city county state democrat republican chief judge mr mrs ms dr");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterTimes = Lookup(
        "monday tuesday wednesday thursday friday saturday sunday et est edt pt pst pdt gmt bst cet utc eastern pacific central " +
         "january february march april may june july august september october november december");

    /// <summary>Says what kind of abbreviation a word is.</summary>
    /// <param name="word">The word without its last full stop, in any case.</param>
    public static AbbreviationKind Classify(ReadOnlySpan<char> word) =>
        KindOf.TryGetValue(word, out var kind) ? kind : AbbreviationKind.None;

    /// <summary>Says whether a capitalised word often starts sentences and seldom a name.</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool IsSentenceStarter(ReadOnlySpan<char> word) => Starters.Contains(word);

    /// <summary>Says whether a capitalised word starts sentences and is nobody's family name: "The", but not "May".</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool IsNeverName(ReadOnlySpan<char> word) => NeverNames.Contains(word);

    /// <summary>Says whether an abbreviation ends a company's name: then what stands before it is a part of the name, "Yahoo! Inc." too.</summary>
    /// <param name="word">The word without its last full stop, in any case.</param>
    public static bool IsCompanyForm(ReadOnlySpan<char> word) => Companies.Contains(word);

    /// <summary>Says whether an abbreviation is that of a state or a province of North America.</summary>
    /// <param name="word">The word without its last full stop, in any case.</param>
    public static bool IsState(ReadOnlySpan<char> word) => StateNames.Contains(word);

    /// <summary>Says whether a capitalised word may follow a place within a sentence: "Newark, N.J. Mayor".</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool IsOffice(ReadOnlySpan<char> word) => Offices.Contains(word);

    /// <summary>Says whether a capitalised word may follow a time of day within a sentence: a day, a month, a time zone.</summary>
    /// <param name="word">The word, in any case.</param>
    public static bool FollowsTimeOfDay(ReadOnlySpan<char> word) => AfterTimes.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static FrozenDictionary<string, AbbreviationKind> CreateKinds()
    {
        var kinds = new Dictionary<string, AbbreviationKind>(StringComparer.OrdinalIgnoreCase);
        Add(Eithers, AbbreviationKind.Either);
        Add(BeforeNumbers, AbbreviationKind.BeforeNumber);
        Add(BeforeNames, AbbreviationKind.BeforeName);
        return kinds.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(string words, AbbreviationKind kind)
        {
            foreach (var word in words.Split(' '))
            {
                kinds[word] = kind;
            }
        }
    }
}
