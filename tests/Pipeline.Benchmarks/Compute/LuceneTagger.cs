using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Synonym;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using Pipeline.Text.Tagging;

namespace Pipeline.Benchmarks.Compute;

/// <summary>
/// What one would take of Lucene.NET to look for the terms of a taxonomy: its chain for English, and its filter of synonyms (a finite-state transducer) with
/// all phrases, each of which stands for its issue. It only finds phrases: of a term with gaps each part by itself, no contexts, no scores.
/// </summary>
internal sealed class LuceneTagger : IDisposable
{
    private readonly EnglishAnalyzer _plain = new(LuceneVersion.LUCENE_48);
    private readonly Analyzer _tagging;

    /// <summary>Makes the transducer.</summary>
    /// <param name="taxonomy">The issues.</param>
    public LuceneTagger(Taxonomy taxonomy)
    {
        var builder = new SynonymMap.Builder(dedup: true);
        foreach (var concept in taxonomy.Concepts)
        {
            var issue = new CharsRef(concept.Id);
            foreach (var phrase in concept.Terms.SelectMany(term => taxonomy.Patterns.Terms[term.Text]).SelectMany(parts => parts).SelectMany(part => part.Phrases))
            {
                if (Stems(phrase) is { Length: > 0 } stems)
                {
                    builder.Add(stems, issue, includeOrig: true);
                }
            }
        }

        var phrases = builder.Build();
        _tagging = new PhraseAnalyzer(_plain, phrases);
    }

    /// <summary>Finds the issues of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>How many phrases it found.</returns>
    public int Tag(string text)
    {
        using var tokens = _tagging.GetTokenStream("text", text);
        var type = tokens.AddAttribute<ITypeAttribute>();
        tokens.Reset();
        var found = 0;
        while (tokens.IncrementToken())
        {
            found += type.Type == SynonymFilter.TYPE_SYNONYM ? 1 : 0;
        }

        tokens.End();
        return found;
    }

    public void Dispose()
    {
        _tagging.Dispose();
        _plain.Dispose();
    }

    private CharsRef? Stems(string phrase)
    {
        using var tokens = _plain.GetTokenStream("text", phrase);
        var term = tokens.AddAttribute<ICharTermAttribute>();
        tokens.Reset();
        var stems = new List<string>();
        while (tokens.IncrementToken())
        {
            stems.Add(term.ToString()!);
        }

        tokens.End();
        return stems.Count == 0 ? null : SynonymMap.Builder.Join([.. stems], new CharsRef());
    }

    /// <summary>The chain for English with the filter behind it.</summary>
    private sealed class PhraseAnalyzer(Analyzer plain, SynonymMap phrases) : AnalyzerWrapper(PER_FIELD_REUSE_STRATEGY)
    {
        protected override Analyzer GetWrappedAnalyzer(string fieldName) => plain;

        protected override TokenStreamComponents WrapComponents(string fieldName, TokenStreamComponents components) =>
            new(components.Tokenizer, new SynonymFilter(components.TokenStream, phrases, ignoreCase: false));
    }
}
