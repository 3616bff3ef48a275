using System.Runtime.InteropServices;

namespace Pipeline.Text.Tagging.Actors;

/// <summary>The actors that are known by name: countries, places, organisations, people.</summary>
public sealed class Gazetteer
{
    private static readonly string[] LegislatorContext =
        ["Congress", "Senate", "House", "Sen", "Rep", "senator", "senators", "congressman", "congresswoman", "lawmaker", "lawmakers", "Senator", "Representative"];

    // ISO 3166-1 alpha-2; ISO 3166-2 goes on with a hyphen and the state.
    private const int CountryCodeLength = 2;

    private readonly Dictionary<string, List<KnownName>>.AlternateLookup<ReadOnlySpan<char>> _names;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _longestByFirstWord;

    private Gazetteer(Dictionary<string, List<KnownName>> names, NameLexicon lexicon)
    {
        Lexicon = lexicon;
        Count = names.Values.SelectMany(list => list).Select(name => name.Actor).Distinct().Count();
        _names = names.GetAlternateLookup<ReadOnlySpan<char>>();
        _longestByFirstWord = LongestByFirstWord(names.Keys).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Gets the number of actors.</summary>
    public int Count { get; }

    /// <summary>Gets the words that names are told by.</summary>
    internal NameLexicon Lexicon { get; }

    /// <summary>Loads the gazetteer that ships with the product.</summary>
    public static Gazetteer LoadBuiltIn()
    {
        var names = new Dictionary<string, List<KnownName>>(StringComparer.Ordinal);
        foreach (var row in EmbeddedTable.Read("countries.tsv"))
        {
            var country = new KnownActor(row[2], ActorType.Country, row[1], EmbeddedTable.Values(row, 5), row[0]);
            Add(names, country, [row[2], .. EmbeddedTable.Values(row, 3)], isAdjective: false);
            Add(names, country, EmbeddedTable.Values(row, 4), isAdjective: true);
        }

        Load(names, "places.tsv", ActorType.Place, []);
        Load(names, "organizations.tsv", ActorType.Organization, []);
        Load(names, "people.tsv", ActorType.Person, []);
        Load(names, "us-legislators.tsv", ActorType.Person, LegislatorContext);
        return new Gazetteer(names, NameLexicon.LoadBuiltIn());
    }

    /// <summary>Returns the entries of a name by its key; empty where there is none.</summary>
    /// <param name="key">The name's key.</param>
    internal ReadOnlySpan<KnownName> Find(ReadOnlySpan<char> key) => _names.TryGetValue(key, out var found) ? CollectionsMarshal.AsSpan(found) : [];

    /// <summary>Returns how many words the longest name has that starts with a word; 0 where none does.</summary>
    /// <param name="firstWordKey">The word's key.</param>
    internal int LongestFrom(ReadOnlySpan<char> firstWordKey) => _longestByFirstWord.TryGetValue(firstWordKey, out var words) ? words : 0;

    private static Dictionary<string, int> LongestByFirstWord(IEnumerable<string> keys)
    {
        var longest = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var space = key.IndexOf(' ', StringComparison.Ordinal);
            var first = space < 0 ? key : key[..space];
            longest[first] = Math.Max(longest.GetValueOrDefault(first), key.AsSpan().Count(' ') + 1);
        }

        return longest;
    }

    private static void Load(Dictionary<string, List<KnownName>> names, string fileName, ActorType type, string[] context)
    {
        foreach (var row in EmbeddedTable.Read(fileName))
        {
            var code = EmbeddedTable.Values(row, 4).FirstOrDefault();
            var actor = new KnownActor(
                row[1],
                type,
                row[0].Length > 0 ? row[0] : null,
                context.Length > 0 ? context : EmbeddedTable.Values(row, 3),
                code?[..CountryCodeLength],
                IsState: code?.Length > CountryCodeLength);
            Add(names, actor, [row[1], .. EmbeddedTable.Values(row, 2)], isAdjective: false);
        }
    }

    private static void Add(Dictionary<string, List<KnownName>> names, KnownActor actor, IEnumerable<string> spellings, bool isAdjective)
    {
        foreach (var key in spellings.Select(NameKey.Of).Distinct(StringComparer.Ordinal))
        {
            if (!names.TryGetValue(key, out var known))
            {
                names[key] = known = [];
            }

            // One name of one actor: the people's own file comes before the legislators'.
            if (!known.Exists(name => name.Actor.Name == actor.Name && name.Actor.Type == actor.Type && name.IsAdjective == isAdjective))
            {
                known.Add(new KnownName(actor, isAdjective));
            }
        }
    }
}
