using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Html.Blocks;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Reads <c>details</c> elements whose <c>summary</c> asks a question: what they disclose is its answer.</summary>
internal static class DisclosureFaq
{
    /// <summary>Returns the pairs in order; empty where there are none, or where none of the questions is among the article's passages: then they are the site's.</summary>
    /// <param name="page">The page.</param>
    /// <param name="passages">The passages of the article.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public static IReadOnlyList<QuestionAnswer> Read(HtmlPage page, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        var pairs = new List<QuestionAnswer>();
        foreach (var disclosure in page.Disclosures)
        {
            var blocks = BlockReader.Read(disclosure, cancellationToken);
            if (blocks.Count > 1 && blocks[0].Level == BlockReader.SummaryLevel && blocks[1].Level != BlockReader.SummaryLevel && SentenceShape.EndsInQuestion(blocks[0].Text))
            {
                pairs.Add(new QuestionAnswer(blocks[0].Text, string.Join("\n\n", blocks.Skip(1).Select(block => block.Text))));
            }
        }

        var questions = pairs.Select(pair => pair.Question).ToHashSet(StringComparer.Ordinal);
        return passages.Any(passage => passage.Level == BlockReader.SummaryLevel && questions.Contains(passage.Text)) ? pairs : [];
    }
}
