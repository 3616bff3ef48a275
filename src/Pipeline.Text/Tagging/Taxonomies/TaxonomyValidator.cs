namespace Pipeline.Text.Tagging.Taxonomies;

/// <summary>Checks what a taxonomy file means: ids, references, hierarchy, patterns.</summary>
internal sealed class TaxonomyValidator(TaxonomySource source, TaxonomyLimits limits, List<TaxonomyProblem> problems)
{
    private readonly Dictionary<string, IReadOnlyList<string>> _wordSets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ConceptSource> _concepts = new(StringComparer.Ordinal);
    private readonly TaxonomyPatterns _patterns = new();
    private long _phrases;

    /// <summary>Checks everything, and adds what is wrong to the problems.</summary>
    /// <returns>The patterns.</returns>
    public TaxonomyPatterns Validate()
    {
        Require(source.Concepts.Count <= limits.MaxConcepts, 1, $"there are more than {limits.MaxConcepts} concepts");
        Require(source.Concepts.Sum(item => (long)item.Concept.Terms.Count) <= limits.MaxTerms, 1, $"there are more than {limits.MaxTerms} terms");
        foreach (var (name, words, line) in source.WordSets)
        {
            Require(words.Count > 0, line, $"the word set \"{name}\" is empty");
            var all = new List<string>();
            foreach (var word in words)
            {
                var phrases = Try(line, () => TermPattern.Expand(word, word, _wordSets));
                Count(phrases.Count, line);
                all.AddRange(phrases);
            }

            _wordSets[name] = all;
            Require(_wordSets[name].All(TermPattern.HasWord), line, $"the word set \"{name}\" has an entry without a word");
        }

        foreach (var item in source.Concepts)
        {
            var concept = item.Concept;
            Require(IsId(concept.Id), item.LineOf("id"), $"\"{concept.Id}\" is not an id: small letters, digits and single hyphens");
            Require(concept.PreferredLabel.Length > 0, item.LineOf("preferredLabel"), $"\"{concept.Id}\" has no \"preferredLabel\"");
            Require(_concepts.TryAdd(concept.Id, item), item.LineOf("id"), $"the id \"{concept.Id}\" is there twice");
        }

        foreach (var item in source.Concepts)
        {
            ValidateReferences(item, "broader", item.Concept.Broader);
            ValidateReferences(item, "related", item.Concept.Related);
            ValidateIds(item);
            ValidateTerms(item);
        }

        FindCycles();
        return _patterns;
    }

    private void ValidateReferences(ConceptSource item, string property, IReadOnlyList<string> others)
    {
        foreach (var (i, other) in others.Index())
        {
            var line = item.LineOf(property, i);
            Require(_concepts.ContainsKey(other), line, $"\"{item.Concept.Id}\" names the concept \"{other}\", which does not exist");
            Require(other != item.Concept.Id, line, $"\"{item.Concept.Id}\" names itself");
        }
    }

    private void ValidateIds(ConceptSource item)
    {
        var concept = item.Concept;
        if (concept.Medtop is { } medtop)
        {
            var line = item.LineOf("medtop");
            Require(IsMediaTopic(medtop), line, $"\"{medtop}\" is not a media topic, as \"medtop:20000000\"");
            Require(!IsMediaTopic(medtop) || MediaTopics.Find(medtop) != MediaTopicState.Unknown, line, $"IPTC has no media topic \"{medtop}\"");
            Require(MediaTopics.Find(medtop) != MediaTopicState.Retired, line, $"IPTC retired the media topic \"{medtop}\"");
        }

        Require(concept.Wikidata is null || IsWikidataItem(concept.Wikidata), item.LineOf("wikidata"), $"\"{concept.Wikidata}\" is not a Wikidata item, as \"Q1\"");
        Require(concept.MajorAgenda is not { } major || IsAgenda(major), item.LineOf("cap"), $"{concept.Cap} is not a Comparative Agendas code: a major topic, or a hundred times one and a number");
    }

    private void ValidateTerms(ConceptSource item)
    {
        var concept = item.Concept;
        var texts = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, term) in concept.Terms.Index())
        {
            var termLine = item.LineOfTerm(i);
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

        ValidateLabel(concept.PreferredLabel, item.LineOf("preferredLabel"));
        foreach (var (i, label) in concept.AlternativeLabels.Index())
        {
            ValidateLabel(label, item.LineOf("alternativeLabels", i));
        }

        foreach (var (i, phrase) in concept.Except.Index())
        {
            AddPhrases(phrase, item.LineOf("except", i));
        }
    }

    private void ValidateLabel(string label, int line)
    {
        Require(label.AsSpan().IndexOfAny("(){}|") < 0, line, $"the label \"{label}\" has one of the characters (){{}}|, which patterns use");
        AddPattern(label, line);
    }

    private void AddPattern(string pattern, int line)
    {
        if (pattern.Length > 0 && !_patterns.Terms.ContainsKey(pattern))
        {
            var sequences = Try(line, () => TermPattern.Parse(pattern, _wordSets));
            _patterns.Terms.Add(pattern, sequences);
            Count(sequences.Sum(parts => parts.Sum(part => (long)part.Phrases.Count)), line);
        }
    }

    private void AddPhrases(string pattern, int line)
    {
        if (!_patterns.Phrases.ContainsKey(pattern))
        {
            Require(!pattern.Contains(Term.Gap, StringComparison.Ordinal), line, $"\"{pattern}\" has a gap, which only terms may have");
            var phrases = Try(line, () => TermPattern.Expand(pattern, pattern, _wordSets));
            Require(phrases.All(TermPattern.HasWord), line, $"\"{pattern}\" has a part without a word");
            _patterns.Phrases.Add(pattern, phrases);
            Count(phrases.Count, line);
        }
    }

    /// <summary>Counts phrases, and ends where there are too many: each takes memory.</summary>
    private void Count(long phrases, int line)
    {
        _phrases += phrases;
        if (_phrases > limits.MaxPhrases)
        {
            throw new TaxonomyException([.. problems, new TaxonomyProblem(line, $"up to here, the patterns stand for more than {limits.MaxPhrases} phrases")]);
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

    private void FindCycles()
    {
        foreach (var cycle in ConceptCycles.Find(_concepts.ToDictionary(item => item.Key, item => item.Value.Concept, StringComparer.Ordinal)))
        {
            var first = _concepts[cycle[0]];
            var line = first.LineOf("broader", first.Concept.Broader.Index().First(item => item.Item == cycle[1]).Index);
            Require(false, line, $"a concept cannot be broader than itself: {string.Join(" < ", cycle)}");
        }
    }

    private void Require(bool condition, int line, string message)
    {
        if (!condition)
        {
            problems.Add(new TaxonomyProblem(line, message));
        }
    }

    // https://www.comparativeagendas.net/pages/master-codebook: there is no major topic 11 and no 22.
    private static bool IsAgenda(int major) => major is >= 1 and <= 23 and not 11 and not 22;

    private static bool IsId(string id) =>
        id.Length > 0 && id[0] != '-' && id[^1] != '-' && !id.Contains("--", StringComparison.Ordinal)
        && id.All(c => c == '-' || char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c));

    private static bool IsMediaTopic(string id) =>
        id.Length == "medtop:00000000".Length && id.StartsWith("medtop:", StringComparison.Ordinal) && id["medtop:".Length..].All(char.IsAsciiDigit);

    private static bool IsWikidataItem(string id) =>
        id.Length > 1 && id[0] == 'Q' && id[1] != '0' && id[1..].All(char.IsAsciiDigit);
}
