using System.Text;
using Pipeline.Text;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>Finds names as users get them: the evidence of an article's actors.</summary>
internal static class NameFinder
{
    /// <summary>Returns the names in each sentence of a document, by tokens.</summary>
    /// <param name="tagger">The tagger.</param>
    /// <param name="sentences">The document's sentences.</param>
    public static IReadOnlyList<IReadOnlySet<(int Start, int End, NameType Type)>> Find(ActorTagger tagger, IReadOnlyList<LabelledSentence> sentences)
    {
        var text = new StringBuilder();
        var tokens = new List<(int Sentence, int Token, TextSpan Span)>();
        var blocks = new List<Block>();
        for (var i = 0; i < sentences.Count; i++)
        {
            var start = text.Length;
            tokens.AddRange(SentenceText.AppendSpaced(sentences[i].Tokens, text).Select((span, token) => (i, token, span)));
            blocks.Add(new Block(BlockKind.Paragraph, TextSpan.FromBounds(start, text.Length)));
            text.Append("\n\n");
        }

        var found = sentences.Select(_ => new HashSet<(int, int, NameType)>()).ToArray();
        var article = new Article { Format = "text", Text = text.ToString(), Language = "en", Blocks = blocks };
        foreach (var actor in tagger.Tag(article))
        {
            foreach (var evidence in actor.Evidence)
            {
                var first = FirstAfter(tokens, evidence.Start);
                var end = first;
                while (end < tokens.Count && tokens[end].Span.Start < evidence.End && tokens[end].Sentence == tokens[first].Sentence)
                {
                    end++;
                }

                if (end > first)
                {
                    found[tokens[first].Sentence].Add((tokens[first].Token, tokens[end - 1].Token + 1, TypeOf(actor.Type)));
                }
            }
        }

        return found;
    }

    private static NameType TypeOf(ActorType type) => type switch
    {
        ActorType.Person => NameType.Person,
        ActorType.Organization => NameType.Organization,
        ActorType.Country or ActorType.Place => NameType.Location,
        _ => NameType.Miscellaneous,
    };

    private static int FirstAfter(List<(int Sentence, int Token, TextSpan Span)> tokens, int offset)
    {
        var (low, high) = (0, tokens.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Span.End <= offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
