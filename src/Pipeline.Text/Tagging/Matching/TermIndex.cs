using System.Text;
using Pipeline.Text.Matching;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging.Taxonomies;

namespace Pipeline.Text.Tagging.Matching;

/// <summary>
/// All terms of a taxonomy, ready to be found. Each part of a pattern, each context and each exception is an element:
/// a set of phrases, any of which stands for it. Equal elements are one.
/// </summary>
internal sealed class TermIndex
{
    private readonly PhraseMatcherBuilder _builder = new();
    private readonly Dictionary<(string Name, Inflection? Inflection, bool MatchCase), int> _elements = [];
    private readonly Dictionary<(Inflection Forms, bool MatchCase), Dictionary<string, PhraseWord>> _words = [];
    private readonly List<List<int>> _elementsOfPhrase = [];
    private readonly List<string> _texts = [];
    private readonly List<int> _subjectWords = [];
    private readonly TaxonomyPatterns _patterns;

    /// <summary>Initializes a new instance of the <see cref="TermIndex"/> class.</summary>
    /// <param name="taxonomy">The taxonomy; valid.</param>
    public TermIndex(Taxonomy taxonomy)
    {
        _patterns = taxonomy.Patterns;
        var terms = new List<CompiledTerm>();
        for (var i = 0; i < taxonomy.Concepts.Count; i++)
        {
            foreach (var term in taxonomy.Concepts[i].Terms)
            {
                var number = terms.Count;
                int[] requires = [.. term.Requires.Select(AddContext)];
                int[] excludes = [.. term.Excludes.Select(AddContext)];
                terms.AddRange(_patterns.Terms[term.Text]
                    .Select(parts => new CompiledTerm(i, number, term, [.. parts.Select(part => Compile(part, term, parts.Count))], requires, excludes)));
            }
        }

        Terms = [.. terms];
        Exceptions = [.. taxonomy.Concepts.Select(concept => concept.Except.Select(AddContext).ToArray())];
        Matcher = _builder.Build();
        TermsOfElement = [.. Enumerable.Repeat(0, _elements.Count).Select(_ => new List<int>())];
        for (var i = 0; i < Terms.Length; i++)
        {
            TermsOfElement[Terms[i].Parts[0].Element].Add(i);
        }
    }

    /// <summary>Gets the matcher of all phrases.</summary>
    public PhraseMatcher Matcher { get; }

    /// <summary>Gets the sequences of parts that terms stand for, those of one concept together.</summary>
    public CompiledTerm[] Terms { get; }

    /// <summary>Gets the elements that are exceptions, by concept.</summary>
    public int[][] Exceptions { get; }

    /// <summary>Gets the terms that begin with an element, by element.</summary>
    public List<int>[] TermsOfElement { get; }

    /// <summary>Gets the elements that a phrase stands for.</summary>
    /// <param name="phrase">The phrase's number in the matcher.</param>
    public List<int> ElementsOf(int phrase) => _elementsOfPhrase[phrase];

    /// <summary>Counts the words that a match found, without those that carry no subject ("in", "the") and those that fill gaps.</summary>
    /// <param name="match">The match.</param>
    public int SubjectWordsOf(TermMatch match)
    {
        var words = 0;
        foreach (var phrase in match.Phrases)
        {
            words += _subjectWords[phrase];
        }

        return words;
    }

    /// <summary>Gives the words of a term that a match found, as the taxonomy writes them: "war … Gaza".</summary>
    /// <param name="match">The match.</param>
    public string WordsOf(TermMatch match)
    {
        var parts = Terms[match.Term].Parts;
        var words = new StringBuilder();
        for (var i = 0; i < parts.Length; i++)
        {
            words.Append(i == 0 ? "" : parts[i].MaxGap is null ? " " : " … ").AppendJoin(' ', _texts[match.Phrases[i]].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }

        return words.ToString();
    }

    private CompiledPart Compile(PatternPart part, Term term, int parts)
    {
        // The forms of a verb are safe in company; by itself "strike" would also be found in "a striking resemblance".
        var inflection = term.Inflection ?? (parts > 1 && !part.IsWordSet ? Inflection.Verb : null);
        return new CompiledPart(AddElement(part.Name, part.Phrases, inflection, term.MatchCase), part.AfterGap ? term.MaxGap : null);
    }

    private int AddContext(string pattern) =>
        AddElement(pattern, _patterns.Phrases[pattern], inflection: null, matchCase: false);

    private int AddElement(string name, IReadOnlyList<string> phrases, Inflection? inflection, bool matchCase)
    {
        if (_elements.TryGetValue((name, inflection, matchCase), out var element))
        {
            return element;
        }

        element = _elements.Count;
        _elements.Add((name, inflection, matchCase), element);
        foreach (var text in phrases)
        {
            var words = WordsOf(text, inflection, matchCase);
            if (Array.Exists(words, word => word.Folded.Length == 0))
            {
                // A word longer than any that is looked at: no text matches it.
                continue;
            }

            var phrase = _builder.Add(words);
            if (phrase == _elementsOfPhrase.Count)
            {
                _elementsOfPhrase.Add([]);
                _texts.Add(text);
                _subjectWords.Add(words.Count(word => !StopWords.Contains(word.Folded)));
            }

            // Elements come one after the other, so that this one can only be the last.
            if (_elementsOfPhrase[phrase] is not [.., var last] || last != element)
            {
                _elementsOfPhrase[phrase].Add(element);
            }
        }

        return element;
    }

    private Dictionary<string, PhraseWord> WordsLike(Inflection forms, bool matchCase)
    {
        if (!_words.TryGetValue((forms, matchCase), out var words))
        {
            words = new Dictionary<string, PhraseWord>(StringComparer.Ordinal);
            _words.Add((forms, matchCase), words);
        }

        return words;
    }

    private PhraseWord[] WordsOf(string text, Inflection? inflection, bool matchCase)
    {
        var tokens = Tokenizer.Tokenize(text);
        var words = new PhraseWord[tokens.Length];
        var forms = inflection ?? (tokens.Length > 1 ? Inflection.Verb : Inflection.Noun);
        var known = WordsLike(forms, matchCase).GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < words.Length; i++)
        {
            // Most words stand in many phrases: each is made once.
            var word = text.AsSpan(tokens[i].Start, tokens[i].Length);
            if (!known.TryGetValue(word, out words[i]))
            {
                known[word] = words[i] = PhraseWord.Create(word, forms, matchCase);
            }
        }

        return words;
    }
}
