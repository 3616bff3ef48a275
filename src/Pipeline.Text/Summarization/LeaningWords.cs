using System.Collections.Frozen;

namespace Pipeline.Text.Summarization;

/// <summary>English words by which sentences lean on others. Written by hand.</summary>
internal static class LeaningWords
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Openings = Create(
        "he she it they him her his hers its their them such but and or nor so yet also moreover furthermore nevertheless nonetheless then therefore thus otherwise " +
        "additionally similarly likewise consequently accordingly hence another others both either neither again later afterwards afterward which whose indeed");

    // Only before a comma, or contracted ("That's" is a demonstrative; "Here's"): "Instead, …" leans, "Instead of steel, …" does not.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> OpeningsBeforeComma = Create(
        "however meanwhile instead still besides there here earlier previously finally specifically elsewhere now too perhaps maybe yes no well");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Demonstratives = Create("this that these those");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Today = Create(
        "week weekend month year morning afternoon evening night summer autumn fall winter spring season days time century decade");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Links = Create(
        "after although among as at because before behind beyond by despite due during even for from given if in like of on once over since though to under until upon while " +
        "with within without one two three some many most few several much none all each half part more rather except based is was were are has had have will would can could may might said says");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Quantifiers = Create("some many most few several none one all each half more");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Adverbs = Create("also still even now already then later just only reportedly apparently simply never always often");

    // What follows a subject at once; of others ("Many fear", "Some schools close") a word alone does not tell whether it is a noun.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = Create(
        "is are was were has have had do does did will would can could might must should said say says told went came became began remain remained seem seemed got took made gave found fled died " +
        "wore held left ran argue argued believe believed think thought want wanted");

    // Behind "in", "for", "as a", "on the other" and the like, before a comma.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Connectives = Create(
        "result consequence addition response reply return turn contrast comparison example instance fact short words course hand contrary rule");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ReferencesAfterThe = Create("meantime same latter interim process aftermath");

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Authors = Create("I me my myself we our ours ourselves you your yours", StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NounSigns = Create("a an the who one each every no some someone anyone everyone nobody");

    // What news calls by its kind once it was told of: people, happenings, writings, things.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KnownThings = Create(
        "suspect suspects victim victims man men woman women boy boys girl girls teen teens teenager teenagers couple pair duo trio two three four gunman gunmen shooter attacker attackers " +
        "assailant assailants driver pilot defendant defendants plaintiff plaintiffs officer officers soldier soldiers teacher student students child children baby family families mother father " +
        "son daughter brother sister husband wife author authors researchers scientists organisers organizers protesters passengers crew company firm group organisation organization charity school " +
        "incident accident crash attack attacks shooting blast explosion fire raid arrest arrests move moves decision ruling announcement proposal proposals plan plans bill measure measures " +
        "legislation law deal agreement case charge charges allegation allegations accusation accusations claim claims comment comments remark remarks statement tweet tweets message messages letter " +
        "email emails video footage clip photo photos image images post posts article report study survey poll book film documentary memo document documents files meeting event visit trip " +
        "appearance vote debate findings test tests project programme program scheme site building ship boat vessel plane aircraft helicopter vehicle car figure figures change changes policy order " +
        "orders rule rules issue problem question idea controversy dispute scandal investigation inquiry probe search operation mission lawsuit suit complaint petition appeal sentence verdict " +
        "latter bureau delay defeat victory win loss feud pact treaty sanctions tariffs cuts levels exchange interview speech address confrontation standoff strike strikes");

    /// <summary>Says whether a sentence that opens with a word leans on the one before it: "He", "But".</summary>
    public static bool IsOpening(ReadOnlySpan<char> word) => Openings.Contains(word);

    /// <summary>Says the same of a word with a comma after it: "However,".</summary>
    public static bool IsOpeningBeforeComma(ReadOnlySpan<char> word) => OpeningsBeforeComma.Contains(word);

    /// <summary>Says whether a word points: "this", "those".</summary>
    public static bool IsDemonstrative(ReadOnlySpan<char> word) => Demonstratives.Contains(word);

    /// <summary>Says whether "this" before a word points at the day of writing and not at the text: "this week".</summary>
    public static bool PointsAtToday(ReadOnlySpan<char> word) => Today.Contains(word);

    /// <summary>Says whether what follows a word may be what a sentence leans on: "after" that, "some" of them.</summary>
    public static bool IsLink(ReadOnlySpan<char> word) => Links.Contains(word);

    /// <summary>Says whether a word counts: "some", "one".</summary>
    public static bool IsQuantifier(ReadOnlySpan<char> word) => Quantifiers.Contains(word);

    /// <summary>Says whether a word may stand between a subject and its verb: "also".</summary>
    public static bool IsAdverb(ReadOnlySpan<char> word) => Adverbs.Contains(word);

    /// <summary>Says whether a word is a verb that is no noun as well: "had".</summary>
    public static bool IsVerb(ReadOnlySpan<char> word) => Verbs.Contains(word);

    /// <summary>Says whether a word goes on with what was said, behind a preposition and before a comma: "as a result,".</summary>
    public static bool IsConnective(ReadOnlySpan<char> word) => Connectives.Contains(word);

    /// <summary>Says whether "the" and a word refer back: "in the meantime".</summary>
    public static bool IsReferenceAfterThe(ReadOnlySpan<char> word) => ReferencesAfterThe.Contains(word);

    /// <summary>Says whether a word is the author's voice or speaks to the reader: "I", "your"; in this case.</summary>
    public static bool IsAuthor(ReadOnlySpan<char> word) => Authors.Contains(word);

    /// <summary>Says whether a word announces somebody or something for whom a pronoun may stand: "a", "who".</summary>
    public static bool AnnouncesNoun(ReadOnlySpan<char> word) => NounSigns.Contains(word);

    /// <summary>Says whether "the" and a word name what must have been told of before: "the suspect".</summary>
    public static bool IsKnownThing(ReadOnlySpan<char> word) => KnownThings.Contains(word);

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Create(string words, StringComparer? comparer = null) =>
        words.Split(' ').ToFrozenSet(comparer ?? StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
