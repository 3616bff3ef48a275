using Pipeline.Text.Parsing.Elements.Names;

namespace Pipeline.Text.Parsing.Elements.Quotations;

/// <summary>
/// Tells for whom the pronoun beside a quotation stands: the speaker named last, in the same paragraph or the one before it; where
/// there is none, the only person whose full name stands there. Else nobody: a wrong name is worse than none.
/// </summary>
internal sealed class PronounResolver(string text, IReadOnlyList<Block> blocks)
{
    // The bound keeps the whole linear. Chosen: two long paragraphs.
    private const int MaxDistance = 1_500;

    private readonly List<ReportToken> _tokens = [];

    private TextSpan? _speaker;
    private int _block;
    private string? _pronoun;

    /// <summary>Takes note of a speaker who was named.</summary>
    public void Named(TextSpan speaker, int block)
    {
        _pronoun = _speaker is { } known && SharesWord(known, speaker) ? _pronoun : null;
        (_speaker, _block) = (speaker, block);
    }

    /// <summary>Resolves a pronoun; null where it may stand for several, or for none who is named.</summary>
    public TextSpan? Resolve(TextSpan pronoun, int block)
    {
        var word = text.Substring(pronoun.Start, pronoun.Length).ToLowerInvariant();
        var near = _speaker is not null && _block >= block - 1;
        if (near && (_pronoun is null || _pronoun == word))
        {
            (_pronoun, _block) = (word, block);
            return _speaker;
        }

        if (near || OnlyPerson(pronoun.Start, block) is not { } person)
        {
            return null;
        }

        (_speaker, _block, _pronoun) = (person, block, word);
        return person;
    }

    private TextSpan? OnlyPerson(int before, int block)
    {
        var from = Math.Max(blocks[Math.Max(0, block - 1)].Span.Start, before - MaxDistance);
        ReportToken.Read(text, from, before, _tokens);
        TextSpan? person = null;
        for (var i = 0; i < _tokens.Count; i++)
        {
            var last = i;
            while (last + 1 < _tokens.Count && IsCapital(i) && IsCapital(last + 1))
            {
                last++;
            }

            var span = new TextSpan(_tokens[i].Start, _tokens[last].End - _tokens[i].Start);
            if (last > i && PersonName.IsLikely(text.Substring(span.Start, span.Length)))
            {
                if (person is { } other && !SharesWord(other, span))
                {
                    return null;
                }

                person = span;
            }

            i = last;
        }

        return person;
    }

    private bool IsCapital(int index) => _tokens[index].Kind == ReportTokenKind.Word && char.IsUpper(text[_tokens[index].Start]);

    private bool SharesWord(TextSpan one, TextSpan other)
    {
        var name = text.AsSpan(one.Start, one.Length);
        foreach (var range in text.AsSpan(other.Start, other.Length).Split(' '))
        {
            var word = text.AsSpan(other.Start, other.Length)[range];
            if (word.Length > 2 && char.IsUpper(word[0]) && name.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
