using Pipeline.Text;
using Pipeline.Text.Parsing.Html.Blocks;
using Pipeline.Text.Parsing.Html.Content;

namespace Pipeline.Evaluation.Training;

/// <summary>A page made ready for learning: what its blocks should be, how much each counts, and its rows of features.</summary>
internal sealed class LabelledPage
{
    private LabelledPage(TrainingPage page, float[] labels, float[] weights, IReadOnlyDictionary<string, float> nameShares, IReadOnlyDictionary<string, float> wordShares)
    {
        (Page, Labels, Weights, NameShares, WordShares) = (page, labels, weights, nameShares, wordShares);
    }

    public TrainingPage Page { get; }

    public float[] Labels { get; }

    public float[] Weights { get; }

    /// <summary>Gets, for each word in the classes and ids above the text of the page, which part of that text is the article.</summary>
    public IReadOnlyDictionary<string, float> NameShares { get; }

    /// <summary>Gets, for each word of the page, which part of the blocks that have it is the article.</summary>
    public IReadOnlyDictionary<string, float> WordShares { get; }

    /// <summary>Gets or sets the features, row by row.</summary>
    public float[] Features { get; set; } = [];

    /// <summary>Labels a page.</summary>
    public static LabelledPage Read(TrainingPage page)
    {
        var (blocks, _) = page.Read();
        var words = blocks.Select(block => TrainingPage.Words(block.Text)).ToArray();
        var gold = page.GoldWords;
        var labels = LabelAligner.Align(words, gold).Select(share => share >= 0.5 ? 1f : 0f).ToArray();
        var unsure = new ShingleSet(page.Gold.Summary);
        var weights = new float[labels.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            // What is long decides more of a page's score, a page of many words is one page nevertheless. Chosen.
            weights[i] = (float)(Math.Pow(Math.Min(words[i].Length, 200) + 3, 0.7) / Math.Sqrt(gold.Length + 100)) * 4;
            if (labels[i] == 0 && ((page.Gold.Sections.Count > 0 && blocks[i].Kind is not BlockKind.Paragraph && IsBetween(labels, i)) || unsure.Share(blocks[i].Text) > 0.5f))
            {
                weights[i] = 0;
            }
        }

        return new LabelledPage(page, labels, weights, NameSharesOf(blocks, labels, words), WordSharesOf(blocks, labels));
    }

    private static bool IsBetween(float[] labels, int index) => labels.AsSpan(0, index).Contains(1f) && labels.AsSpan(index + 1).Contains(1f);

    private static Dictionary<string, float> NameSharesOf(List<HtmlBlock> blocks, float[] labels, string[][] words)
    {
        var counts = new Dictionary<string, (float Article, float All)>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            var tokens = new HashSet<string>(StringComparer.Ordinal);
            for (var element = blocks[i].Element; element is not null && element.LocalName is not ("body" or "html"); element = element.ParentElement!)
            {
                Collect(element.ClassName, tokens);
                Collect(element.Id, tokens);
            }

            foreach (var token in tokens)
            {
                var (article, all) = counts.GetValueOrDefault(token);
                counts[token] = (article + (labels[i] * words[i].Length), all + words[i].Length);
            }
        }

        return Shares(counts);
    }

    private static Dictionary<string, float> WordSharesOf(List<HtmlBlock> blocks, float[] labels)
    {
        var counts = new Dictionary<string, (float Article, float All)>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            foreach (var word in new TextWords(blocks[i].Text))
            {
                if (word.Length <= WordScores.MaxLength)
                {
                    words.Add(word.ToString().ToLowerInvariant());
                }
            }

            foreach (var word in words)
            {
                var (article, all) = counts.GetValueOrDefault(word);
                counts[word] = (article + labels[i], all + 1);
            }
        }

        return Shares(counts);
    }

    private static Dictionary<string, float> Shares(Dictionary<string, (float Article, float All)> counts) =>
        counts.Where(count => count.Value.All > 0).ToDictionary(count => count.Key, count => count.Value.Article / count.Value.All, StringComparer.Ordinal);

    private static void Collect(string? name, HashSet<string> tokens)
    {
        foreach (var token in new NameTokens(name))
        {
            if (token.Length is > 1 and <= 24)
            {
                tokens.Add(token.ToString().ToLowerInvariant());
            }
        }
    }
}
