using System.Runtime.InteropServices;
using System.Text.Json;
using Pipeline.Text.Parsing.Dates;
using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Elements.Fields;
using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.Json;

/// <summary>The members of an object that say something of an article, by what they say; read once, in time linear in the members.</summary>
internal sealed class ArticleFields
{
    private const int EnvelopeRank = 1_000;
    private const int MaxEnvelopes = 2;
    private const int MaxListed = 100;

    private readonly Dictionary<ArticleField, List<(int Rank, JsonElement Value)>> _values = [];
    private readonly JsonGraph _graph;

    private ArticleFields(JsonGraph graph) => _graph = graph;

    /// <summary>Gets a value indicating whether nothing is said at all.</summary>
    public bool IsEmpty => _values.Count == 0;

    /// <summary>Gets a value indicating whether there is text that can be a body.</summary>
    public bool HasBody => BodyText.Find(Values(ArticleField.Body), HasTitle) is not null;

    /// <summary>Gets a value indicating whether the object looks like an article among others: with text, or a title and something else.</summary>
    /// <remarks>A mere name is a title where an address and a date stand beside it.</remarks>
    public bool LooksLikeArticle =>
        HasBody || (HasTitle ? Text(ArticleField.Summary) is not null || Published is not null || Modified is not null : Title is not null && Url is not null && Published is not null);

    /// <summary>Gets the title, one line.</summary>
    public string? Title => OneLine.OfMarkup(Text(ArticleField.Title));

    /// <summary>Gets the item's own id.</summary>
    public string? Id => OneLine.Of(Text(ArticleField.Id));

    /// <summary>Gets the address; what names an address as its source is taken from there.</summary>
    public string? Url => First(ArticleField.Url, value => WebAddress.Parse(JsonText.Of(value) ?? Member(value, "@id") ?? JsonText.Within(value)))
        ?? First(ArticleField.Source, value => WebAddress.Parse(JsonText.Of(value)) is { } address && new Uri(address).AbsolutePath.Length > 1 ? address : null);

    /// <summary>Gets the date of publication.</summary>
    public PublicationDate? Published => Date(ArticleField.Published);

    /// <summary>Gets the date of the last change.</summary>
    public PublicationDate? Modified => Date(ArticleField.Modified);

    /// <summary>Gets the publisher: its name, else its domain.</summary>
    public string? Source => First(ArticleField.Source, value => SourceName(value) is { } name && !IsDomain(name) ? name : null) ?? First(ArticleField.Source, SourceName);

    /// <summary>Gets the ISO 639-1 code of the declared language.</summary>
    public string? Language => First(ArticleField.Language, value => LanguageTag.Parse(JsonText.Within(value)));

    /// <summary>Gets a value indicating whether the publisher has withdrawn the article (IPTC publishing status <c>canceled</c> or <c>withheld</c>).</summary>
    public bool IsWithdrawn => Text(ArticleField.Status) is { } status && PublishingStatus.IsWithdrawn(status);

    private bool HasTitle => Values(ArticleField.Title).Any(entry => entry.Rank != NameRank && JsonText.Within(entry.Value) is not null);

    // A "name" is the title of a work in schema.org, but of anything at all elsewhere.
    private static int NameRank { get; } = ArticleFieldNames.Find("name"u8)[0].Rank;

    /// <summary>Reads an object; anything else has no fields.</summary>
    /// <param name="element">The object.</param>
    /// <param name="graph">The objects that it may refer to; null where there are none.</param>
    public static ArticleFields Read(JsonElement element, JsonGraph? graph = null)
    {
        var fields = new ArticleFields(graph ?? JsonGraph.None);
        fields.Add(element, 0);
        foreach (var values in fields._values.Values)
        {
            values.Sort((left, right) => left.Rank.CompareTo(right.Rank));
        }

        return fields;
    }

    /// <summary>Returns the text to read as body: the whole text, else one that is cut short, else the summary.</summary>
    public string? Body() =>
        BodyText.Find(Values(ArticleField.Body), HasTitle) ?? BodyText.Find(Values(ArticleField.Summary), HasTitle);

    /// <summary>Returns the authors, of the first field that names any.</summary>
    public AuthorList Authors()
    {
        foreach (var (_, value) in Values(ArticleField.Authors))
        {
            var names = JsonAuthors.Read(value, _graph);
            if (names.Names.Count > 0 || names.Source is not null)
            {
                return names;
            }
        }

        return new AuthorList();
    }

    /// <summary>Returns what the publisher says the article is about, each subject once.</summary>
    public IReadOnlyList<Subject> Subjects() =>
        [.. Values(ArticleField.Subjects).SelectMany(entry => JsonSubjects.Read(entry.Value)).Distinct().Take(MaxListed)];

    /// <summary>Returns the questions and answers beside the text, of the first field that has any.</summary>
    public IReadOnlyList<QuestionAnswer> Faq() =>
        Values(ArticleField.Faq).Select(entry => JsonFaq.Read(entry.Value)).FirstOrDefault(pairs => pairs.Count > 0) ?? [];

    private void Add(JsonElement element, int envelopes)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            var meanings = ArticleFieldNames.Find(JsonMarshal.GetRawUtf8PropertyName(property));
            if (property.Value.ValueKind == JsonValueKind.Object && IsEnvelope(meanings))
            {
                if (envelopes < MaxEnvelopes)
                {
                    Add(property.Value, envelopes + 1);
                }

                continue;
            }

            foreach (var (field, rank) in meanings)
            {
                if (field != ArticleField.Envelope && property.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.True or JsonValueKind.False))
                {
                    Take(field, rank + (envelopes * EnvelopeRank), property.Value);
                }
            }
        }
    }

    /// <summary>Keeps a value; of a member that is there twice, the last, as JSON's readers mostly do.</summary>
    private void Take(ArticleField field, int rank, JsonElement value)
    {
        if (!_values.TryGetValue(field, out var values))
        {
            _values[field] = values = [];
        }

        var same = values.FindIndex(entry => entry.Rank == rank);
        if (same >= 0)
        {
            values[same] = (rank, value);
        }
        else
        {
            values.Add((rank, value));
        }
    }

    private List<(int Rank, JsonElement Value)> Values(ArticleField field) => _values.TryGetValue(field, out var values) ? values : [];

    private string? Text(ArticleField field) => First(field, JsonText.Within);

    private PublicationDate? Date(ArticleField field)
    {
        foreach (var (_, value) in Values(field))
        {
            if (MachineDate.Parse(JsonText.Within(value)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private string? First(ArticleField field, Func<JsonElement, string?> read)
    {
        foreach (var (_, value) in Values(field))
        {
            if (read(value) is { } text)
            {
                return text;
            }
        }

        return null;
    }

    private static bool IsEnvelope(ReadOnlySpan<(ArticleField Field, int Rank)> meanings)
    {
        foreach (var (field, _) in meanings)
        {
            if (field == ArticleField.Envelope)
            {
                return true;
            }
        }

        return false;
    }

    private static string? Member(JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetMember(name, out var member) ? JsonText.Of(member) : null;

    private static bool IsDomain(string name) =>
        name.Contains('.', StringComparison.Ordinal) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');

    private string? SourceName(JsonElement value) =>
        OneLine.OfMarkup(JsonText.Within(_graph.Resolve(value))) is { } name && WebAddress.Parse(name) is null ? name : null;
}
