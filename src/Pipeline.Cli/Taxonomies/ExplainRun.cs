using System.Globalization;
using System.Text.Json;
using Pipeline.Cli.Terminal;
using Pipeline.Text;
using Pipeline.Text.Matching;
using Pipeline.Text.Tagging;
using Spectre.Console;

namespace Pipeline.Cli.Taxonomies;

/// <summary>Shows one issue of a taxonomy.</summary>
internal sealed class ExplainRun(CommandTerminal terminal, Taxonomy taxonomy)
{
    private const int MostSuggestions = 5;

    /// <summary>Shows the issue.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="CommandException">There is no such issue.</exception>
    public int Run(string id, bool json)
    {
        var concept = taxonomy.Find(id) ?? throw new CommandException(Unknown(id));
        if (json)
        {
            terminal.Out.WriteLine(JsonSerializer.Serialize(ConceptJson.Of(concept), PipelineJson.Options));
        }
        else
        {
            Write(concept);
        }

        return ExitCode.Ok;
    }

    private string Unknown(string id)
    {
        var words = id.Split('-', StringSplitOptions.RemoveEmptyEntries);
        var near = taxonomy.Concepts
            .Select(concept => (concept.Id, Shared: words.Count(word => concept.Id.Contains(word, StringComparison.OrdinalIgnoreCase))))
            .Where(candidate => candidate.Shared > 0)
            .OrderByDescending(candidate => candidate.Shared)
            .ThenBy(candidate => candidate.Id, StringComparer.Ordinal)
            .Take(MostSuggestions)
            .Select(candidate => candidate.Id)
            .ToList();
        return near.Count > 0 ? $"There is no issue {id}. There are: {string.Join(", ", near)}." : $"There is no issue {id}.";
    }

    private void Write(Concept concept)
    {
        terminal.Console.MarkupLineInterpolated($"[bold]{PlainText.Clean(concept.PreferredLabel)}[/] [dim]{concept.Id}[/]");
        if (concept.Definition is { } definition)
        {
            terminal.Console.MarkupLineInterpolated($"{PlainText.Clean(definition)}");
        }

        terminal.Console.WriteLine();
        var facts = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        Add(facts, "Also", concept.AlternativeLabels);
        Add(facts, "Part of", concept.Broader.Select(Describe));
        Add(facts, "Parts", taxonomy.Concepts.Where(other => other.Broader.Contains(concept.Id)).Select(other => other.Id));
        Add(facts, "Related", concept.Related);
        Add(facts, "Media Topic", concept.Medtop is { } medtop ? [medtop] : []);
        Add(facts, "Wikidata", concept.Wikidata is { } wikidata ? [wikidata] : []);
        Add(facts, "CAP", concept.Cap is { } cap ? [cap.ToString(CultureInfo.InvariantCulture)] : []);
        foreach (var kind in concept.Terms.GroupBy(term => term.Kind).OrderBy(kind => kind.Key))
        {
            Add(facts, Name(kind.Key), kind.Select(Describe));
        }

        Add(facts, "But not", concept.Except);
        terminal.Console.Write(facts);
    }

    private static void Add(Grid facts, string label, IEnumerable<string> values)
    {
        var text = string.Join(" · ", values);
        if (text.Length > 0)
        {
            facts.AddRow(new Markup($"[blue]{label}[/]"), new Markup(Markup.Escape(PlainText.Clean(text))));
        }
    }

    private string Describe(string id) => taxonomy.Find(id) is { Broader: [_, ..] broader } ? $"{id} ({string.Join(", ", broader)})" : id;

    private static string Describe(Term term)
    {
        var notes = new List<string>();
        if (term.Weight != 1 && term.Kind != TermKind.Weak)
        {
            notes.Add(term.Weight.ToString("0.##", CultureInfo.InvariantCulture));
        }

        AddContext(notes, "with", term.Requires);
        AddContext(notes, "without", term.Excludes);
        if (term.Requires.Count + term.Excludes.Count > 0)
        {
            notes.Add($"in the same {JsonNamingPolicy.CamelCase.ConvertName($"{term.Within}")}");
        }

        if (term.Text.Contains(Term.Gap, StringComparison.Ordinal))
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"gaps of up to {term.MaxGap} words"));
        }

        if (term.MatchCase)
        {
            notes.Add("capitals as written");
        }

        if (term.Inflection is { } inflection)
        {
            notes.Add(Name(inflection));
        }

        return notes.Count == 0 ? term.Text : $"{term.Text} [{string.Join("; ", notes)}]";
    }

    private static void AddContext(List<string> notes, string word, IReadOnlyList<string> contexts)
    {
        if (contexts.Count > 0)
        {
            notes.Add($"{word} {string.Join(" and ", contexts)}");
        }
    }

    private static string Name(Inflection inflection) => inflection switch
    {
        Inflection.None => "no other forms",
        Inflection.Noun => "its plural too",
        _ => "all its forms",
    };

    private static string Name(TermKind kind) => kind switch
    {
        TermKind.Strong => "Strong",
        TermKind.Weak => "Weak",
        _ => "In context",
    };
}
