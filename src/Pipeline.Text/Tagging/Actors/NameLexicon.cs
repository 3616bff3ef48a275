using System.Collections.Frozen;
using LargeWordSet = System.Collections.Generic.HashSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;
using WordSet = System.Collections.Frozen.FrozenSet<string>.AlternateLookup<System.ReadOnlySpan<char>>;

namespace Pipeline.Text.Tagging.Actors;

/// <summary>The words that names, and what they name, are told by. Written by hand from news prose, but for given names and everyday words.</summary>
internal sealed class NameLexicon
{
    private NameLexicon(LargeWordSet givenNames, LargeWordSet commonWords)
    {
        GivenNames = givenNames;
        CommonWords = commonWords;
    }

    /// <summary>Gets given names, with their capital.</summary>
    public LargeWordSet GivenNames { get; }

    /// <summary>Gets words that are seldom written with a capital but at a sentence's start; any case.</summary>
    public LargeWordSet CommonWords { get; }

    /// <summary>Gets words that stand between the parts of a person's name, in small letters.</summary>
    public static WordSet Particles { get; } = Exact("de da do dos del della di du van von der den bin ibn al el la le ter ten zu ben abu as ul ur");

    /// <summary>Gets forms of address: they show a person, but are no role.</summary>
    public static WordSet Honorifics { get; } = AnyCase("mr mrs ms miss dr sir dame lady lord madam mme mx hon messrs st sr sra");

    /// <summary>Gets what abbreviates an office, with the office.</summary>
    public static FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> AbbreviatedOffices { get; } = (
        "Sen=Senator Sens=Senator Rep=Representative Reps=Representative Gov=Governor Gen=General Lt=Lieutenant Col=Colonel Maj=Major Capt=Captain " +
        "Sgt=Sergeant Cpl=Corporal Adm=Admiral Cmdr=Commander Brig=Brigadier Prof=Professor Rev=Reverend Supt=Superintendent Det=Detective " +
        "Insp=Inspector Amb=Ambassador Pvt=Private Del=Delegate Pres=President")
        .Split(' ')
        .Select(pair => pair.Split('='))
        .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Gets the nouns of offices and professions that stand beside people's names.</summary>
    public static WordSet OfficeHeads { get; } = AnyCase(
        "president minister premier chancellor secretary adviser advisor director chairman chairwoman chairperson chair chief ceo cfo coo cto governor mayor " +
        "senator congressman congresswoman representative rep ambassador envoy diplomat spokesman spokeswoman spokesperson general admiral colonel captain major " +
        "lieutenant sergeant corporal commander brigadier marshal judge justice attorney lawyer solicitor barrister prosecutor sheriff detective inspector superintendent constable professor king queen " +
        "prince princess duke duchess pope bishop archbishop cardinal reverend pastor imam ayatollah rabbi sheikh emir sultan leader lawmaker legislator " +
        "candidate nominee officer official commissioner analyst economist author activist founder co-founder cofounder executive coach manager editor " +
        "reporter correspondent journalist columnist speaker counsel treasurer comptroller whip strategist aide president-elect governor-elect billionaire " +
        "delegate councilman councilwoman councillor alderman mp mep msp researcher scientist historian physicist biologist epidemiologist psychologist doctor physician actor actress singer rapper " +
        "comedian producer filmmaker novelist poet writer artist musician philanthropist entrepreneur businessman businesswoman investor owner chef " +
        "footballer striker midfielder defender goalkeeper winger quarterback pitcher boxer driver champion whistleblower dictator warlord militant gunman suspect superstar " +
        "head vice-president vice-chairman undersecretary under-secretary parliamentarian peer baroness baron viscount host anchor pollster organizer campaigner astronaut guitarist drummer bassist vocalist composer songwriter dj partner fellow");

    /// <summary>Gets the words that stand before or within an office.</summary>
    public static WordSet OfficeModifiers { get; } = AnyCase(
        "prime foreign vice deputy national security defense defence finance interior press former acting interim chief executive attorney majority minority house senate " +
        "special supreme district state managing trade health justice education energy home communications campaign political economic economics military police general " +
        "assistant under crown opposition party co senior top associate lead legal medical scientific fire treasury commerce labor labour transportation transport " +
        "agriculture environment climate cabinet shadow permanent presidential republican democratic democrat conservative liberal army navy staff inspector field " +
        "counterterrorism intelligence homeland surgeon solicitor lieutenant major brigadier first second lady outgoing incoming longtime founding regional federal " +
        "provincial city county town council committee board club team research policy human rights religious spiritual supreme");

    /// <summary>Gets the small words within an office: "director of the".</summary>
    public static WordSet OfficeLinks { get; } = Exact("of the for and to at");

    /// <summary>Gets what may end an office after "of": "secretary of state".</summary>
    public static WordSet OfficeDomains { get; } = AnyCase(
        "state defense defence treasury exchequer commerce labor energy education transportation agriculture interior security services affairs intelligence justice house staff police war");

    /// <summary>Gets the nouns that say whose relative somebody is: "the president's wife".</summary>
    public static WordSet Relatives { get; } = Exact("wife husband widow widower son daughter brother sister father mother grandson granddaughter nephew niece cousin uncle aunt fiancé fiancée girlfriend boyfriend");

    /// <summary>Gets the offices that are held by spouses, after "first" or "second".</summary>
    public static WordSet Spouses { get; } = AnyCase("lady gentleman");

    /// <summary>Gets what only states of a federation have, and who holds office there.</summary>
    public static WordSet StateOffices { get; } = AnyCase("state governor gov legislature senator sen representative rep congressman congresswoman");

    /// <summary>Gets the nouns that end the names of organisations.</summary>
    public static WordSet OrganizationHeads { get; } = Exact(
        "Inc Corp Corporation Ltd Limited LLC PLC plc Co Company Companies Group Holdings Bank University College Institute Institution School Academy Hospital Clinic " +
        "Ministry Department Agency Authority Bureau Commission Committee Subcommittee Council Board Court Tribunal Party Union Association Federation Confederation League Society Foundation " +
        "Fund Trust Organization Organisation Alliance Coalition Front Movement Army Brigade Brigades Forces Force Guard Guards Police Office Service Services Press " +
        "News Times Post Journal Tribune Herald Gazette Chronicle Telegraph Magazine Media Airlines Airways Motors Industries Partners Capital Technologies Systems Networks " +
        "Labs Laboratories Laboratory Pharmaceuticals Records Entertainment Studios Studio Pictures Productions Church Parliament Assembly Congress Senate Club FC Center Centre Museum " +
        "Library Network Initiative Project Caucus Patrol Command Chamber Orchestra Militia Consulate Embassy Exchange Railways Railway Railroad Consortium Corps Battalion Regiment Squadron " +
        "Enterprises Ventures Investments Securities Insurance Financial Software Electronics Communications Communication Telecom Broadcasting Television Radio Publishing Publications Books Stores Foods Brewery " +
        "Synod Diocese Archdiocese Seminary Cathedral Conference Congregation Secretariat Directorate Administration Archives Gallery Theatre Theater Ballet Choir Band Energy Petroleum Steel Airline");

    /// <summary>Gets the words that end the names of organisations only, never people's.</summary>
    public static WordSet CompanyForms { get; } = Exact(
        "Inc Corp Corporation Ltd LLC PLC plc Group Holdings Industries Technologies Systems Foundation University College Institute Institution Association Federation Agency Ministry Committee Council");

    /// <summary>Gets what storms are called before their name.</summary>
    public static WordSet StormNouns { get; } = Exact("Hurricane Typhoon Cyclone Storm Tropical");

    /// <summary>Gets words of sport reports, by which a town is read as its club.</summary>
    public static IReadOnlyList<string> SportWords { get; } =
    [
        "match", "goal", "goals", "striker", "midfielder", "defender", "goalkeeper", "winger", "Premier League", "Champions League", "league", "half-time", "halftime",
        "penalty", "fixture", "derby", "kick-off", "kickoff", "quarterback", "touchdown", "inning", "innings", "playoff", "playoffs", "relegation", "equalizer", "equaliser",
    ];

    /// <summary>Gets the nouns that end the names of places and buildings.</summary>
    public static WordSet PlaceHeads { get; } = Exact(
        "River Lake Mountain Mountains Island Islands Valley County City Province District Airport Street Avenue Road Square Bay Sea Ocean Strait Peninsula Beach Park " +
        "Hill Hills Heights Desert Forest Bridge Tower Village Town Township Governorate Prefecture Region Coast Canyon Creek Falls Canal Plaza Boulevard Lane Highway Stadium Arena Hotel Airfield Harbor Harbour Gulf Hall Palace Castle Station Reservoir Basin Point Cemetery Raceway Ridge Plateau Oblast");

    /// <summary>Gets the nouns in the names of events.</summary>
    public static WordSet EventHeads { get; } = AnyCase(
        "war battle siege olympics olympiad games cup championship championships tournament open prix masters festival summit conference congress convention election elections referendum revolution uprising " +
        "massacre hurricane typhoon cyclone earthquake marathon derby bowl series final finals playoffs tour rally fair expo exhibition parade carnival trial inquiry campaign operation crisis attack attacks riots");

    /// <summary>Gets the prepositions after which a place is meant.</summary>
    public static WordSet PlacePrepositions { get; } = AnyCase("in near outside from to at around across into through throughout toward towards visiting leaving");

    /// <summary>Gets what states and places have, and people rarely do: "Jordan's parliament".</summary>
    public static WordSet Institutions { get; } = Exact("government army parliament capital economy constitution military border borders ambassador king queen ruling opposition foreign interior defense defence prime supreme central people population northern southern eastern western governor legislature");

    /// <summary>Gets the nouns that say what a place is: "the town of".</summary>
    public static WordSet PlaceNouns { get; } = Exact("city town village province district region county suburb port island state capital municipality neighborhood neighbourhood airport area");

    /// <summary>Gets the verbs of speaking and the like, which people and bodies are subjects of.</summary>
    public static WordSet SpeechVerbs { get; } = Exact(
        "said says told tells added adds asked argued argues wrote writes tweeted announced announces warned warns claimed claims insisted insists noted notes explained " +
        "testified replied declared stated emphasized emphasised acknowledged admitted believes thinks recalled suggested denied tweeted confirmed vowed pledged urged called responded");

    /// <summary>Gets the days and the months, but those that are also names: "May", "April", "June".</summary>
    public static WordSet CalendarWords { get; } = AnyCase(
        "monday tuesday wednesday thursday friday saturday sunday january february march july august september october november december mon tue wed thu fri sat sun " +
        "jan feb mar apr jun jul aug sep sept oct nov dec");

    /// <summary>Gets words with a capital that are no names of actors: days, feasts, programmes, offices, languages and the like.</summary>
    public static WordSet NeverNames { get; } = AnyCase(
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december mon tue wed thu fri sat sun " +
        "jan feb mar apr jun jul aug sep sept oct nov dec i i'm i've i'd i'll god internet web tv constitution amendment act christmas easter thanksgiving ramadan halloween english spanish " +
        "latin arabic hebrew obamacare medicare medicaid covid ebola aids hiv dna gdp ceo cfo phd ms bc ad am pm est edt gmt utc bst ok dvd cd pc usb gps faq pdf url rna nuclear north south east west " +
        "northern southern eastern western muslim muslims christian christians jew jews jewish catholic catholics islam islamic christianity arab arabs hispanic latino latinos asian european african black white " +
        "republican democrat democratic earth moon sun mars brexit olympics olympic bible koran quran ii iii iv vi cup championship award awards prize bill law plan deal treaty accord agreement hurricane typhoon cyclone storm operation tropical " +
        "war revolution day week year month century age era season series game album song film movie book show street");

    private static WordSet Months { get; } = AnyCase("march may april june august january");

    /// <summary>Says whether a word may be a month.</summary>
    /// <param name="word">The word.</param>
    public static bool IsMonth(ReadOnlySpan<char> word) => Months.Contains(word);

    /// <summary>Loads the word lists that ship with the product.</summary>
    public static NameLexicon LoadBuiltIn() => new(
        Load("first-names.txt", StringComparer.Ordinal),
        Load("common-words.txt", StringComparer.OrdinalIgnoreCase));

    // Not frozen: freezing thousands of words takes longer than it saves.
    private static LargeWordSet Load(string fileName, StringComparer comparer) =>
        EmbeddedTable.Read(fileName).Select(row => row[0]).ToHashSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();

    private static WordSet Exact(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static WordSet AnyCase(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
}
