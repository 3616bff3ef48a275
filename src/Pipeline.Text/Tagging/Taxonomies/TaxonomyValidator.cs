namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>Checks what a taxonomy file means: ids, references, hierarchy, patterns.</summary>
internal sealed class TaxonomyValidator(TaxonomySource source, List<TaxonomyProblem> problems)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _wordSets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Concept Concept, int Line)> _concepts = new(StringComparer.Ordinal);
    private readonly TaxonomyPatterns _patterns = new();

    /// <summary>Checks everything, and adds what is wrong to the problems.</summary>
    /// <returns>The patterns.</returns>
    public TaxonomyPatterns Validate()
    {
        foreach (var (name, words, line) in source.WordSets)
        {
            Require(words.Count > 0, line, $"the word set \"{name}\" is empty");
            _wordSets[name] = [.. words.SelectMany(word => Try(line, () => TermPattern.Expand(word, word, _wordSets)))];
            Require(_wordSets[name].All(TermPattern.HasWord), line, $"the word set \"{name}\" has an entry without a word");
        }

        foreach (var (concept, line, _) in source.Concepts)
        {
            Require(IsId(concept.Id), line, $"\"{concept.Id}\" is not an id: small letters, digits and single hyphens");
            Require(concept.PreferredLabel.Length > 0, line, $"\"{concept.Id}\" has no \"preferredLabel\"");
            Require(_concepts.TryAdd(concept.Id, (concept, line)), line, $"the id \"{concept.Id}\" is there twice");
        }

        foreach (var (concept, line, termLines) in source.Concepts)
        {
            ValidateIds(concept, line);
            ValidateTerms(concept, line, termLines);
        }

        FindCycles();
        return _patterns;
    }

    private void ValidateIds(Concept concept, int line)
    {
        foreach (var other in concept.Broader.Concat(concept.Related))
        {
            Require(_concepts.ContainsKey(other), line, $"\"{concept.Id}\" names the concept \"{other}\", which does not exist");
            Require(other != concept.Id, line, $"\"{concept.Id}\" names itself");
        }

        Require(concept.Medtop is null || IsMediaTopic(concept.Medtop), line, $"\"{concept.Medtop}\" is not a media topic, as \"medtop:20000000\"");
        Require(concept.Wikidata is null || IsWikidataItem(concept.Wikidata), line, $"\"{concept.Wikidata}\" is not a Wikidata item, as \"Q1\"");
        Require(concept.Cap is null or <= 23 or >= 100, line, $"{concept.Cap} is not a Comparative Agendas code");
    }

    private void ValidateTerms(Concept concept, int line, IReadOnlyList<int> termLines)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (term, termLine) in concept.Terms.Zip(termLines))
        {
            Require(term.Text.Length > 0, termLine, $"a term of \"{concept.Id}\" has no \"text\"");
            Require(texts.Add(term.Text), termLine, $"\"{concept.Id}\" has the term \"{term.Text}\" twice");
            Require(
                term.Kind == TermKind.NeedsContext || term.Requires.Count == 0,
                termLine,
                $"the term \"{term.Text}\" requires a context, so its kind must be \"needs-context\"");
            AddPattern(term.Text, termLine);
            foreach (var context in term.Requires.Concat(term.Excludes))
            {
                AddPhrases(context, termLine);
            }
        }

        foreach (var label in concept.AlternativeLabels.Prepend(concept.PreferredLabel))
        {
            Require(label.AsSpan().IndexOfAny("(){}|") < 0, line, $"the label \"{label}\" has one of the characters (){{}}|, which patterns use");
            AddPattern(label, line);
        }

        foreach (var phrase in concept.Except)
        {
            AddPhrases(phrase, line);
        }
    }

    private void AddPattern(string pattern, int line)
    {
        if (pattern.Length > 0 && !_patterns.Terms.ContainsKey(pattern))
        {
            _patterns.Terms.Add(pattern, Try(line, () => TermPattern.Parse(pattern, _wordSets)));
        }
    }

    private void AddPhrases(string pattern, int line)
    {
        if (!_patterns.Phrases.ContainsKey(pattern))
        {
            Require(!pattern.Contains(TermPattern.Gap, StringComparison.Ordinal), line, $"\"{pattern}\" has a gap, which only terms may have");
            var phrases = Try(line, () => TermPattern.Expand(pattern, pattern, _wordSets));
            Require(phrases.All(TermPattern.HasWord), line, $"\"{pattern}\" has a part without a word");
            _patterns.Phrases.Add(pattern, phrases);
        }
    }

    private IReadOnlyList<T> Try<T>(int line, Func<IReadOnlyList<T>> parse)
    {
        try
        {
            return parse();
        }
        catch (FormatException exception)
        {
            problems.Add(new TaxonomyProblem(line, exception.Message));
            return [];
        }
    }

    /// <summary>Takes away the concepts whose broader ones are all taken away, until there are none; what stays goes round in circles.</summary>
    private void FindCycles()
    {
        var left = _concepts.Keys.ToHashSet(StringComparer.Ordinal);
        while (left.Count > 0)
        {
            if (left.RemoveWhere(id => !BroaderLeft(id).Any()) > 0)
            {
                continue;
            }

            var path = new List<string>();
            var id = left.Min(StringComparer.Ordinal)!;
            while (!path.Contains(id))
            {
                path.Add(id);
                id = BroaderLeft(id).First();
            }

            var cycle = path.Skip(path.IndexOf(id)).ToList();
            problems.Add(new TaxonomyProblem(_concepts[id].Line, $"a concept cannot be broader than itself: {string.Join(" < ", cycle.Append(id))}"));
            left.ExceptWith(cycle);
        }

        IEnumerable<string> BroaderLeft(string id) => _concepts[id].Concept.Broader.Where(broader => broader != id && left.Contains(broader));
    }

    private void Require(bool condition, int line, string message)
    {
        if (!condition)
        {
            problems.Add(new TaxonomyProblem(line, message));
        }
    }

    private static bool IsId(string id) =>
        id.Length > 0 && id[0] != '-' && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal)
        && id.All(c => c == '-' || char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    private static bool IsMediaTopic(string id) =>
        id.Length == "medtop:00000000".Length && id.StartsWith("medtop:", StringComparison.Ordinal) && id["medtop:".Length..].All(char.IsAsciiDigit);

    private static bool IsWikidataItem(string id) =>
        id.Length > 1 && id[0] == 'Q' && id[1] != '0' && id[1..].All(char.IsAsciiDigit);
}
