using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Pipeline.Benchmarks.Compute;

/// <summary>What Lucene.NET does to a text before a single term is looked up: its chain for English of tokens, small letters, stop words and stems.</summary>
internal sealed class LuceneAnalysis : IDisposable
{
    private readonly EnglishAnalyzer _analyzer = new(LuceneVersion.LUCENE_48);

    /// <summary>Goes through the tokens of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>How many characters the stems have.</returns>
    public int Analyze(string text)
    {
        using var tokens = _analyzer.GetTokenStream("text", text);
        var term = tokens.AddAttribute<ICharTermAttribute>();
        tokens.Reset();
        var characters = 0;
        while (tokens.IncrementToken())
        {
            characters += term.Length;
        }

        tokens.End();
        return characters;
    }

    public void Dispose() => _analyzer.Dispose();
}
