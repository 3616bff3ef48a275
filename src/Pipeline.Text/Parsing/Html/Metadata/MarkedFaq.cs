using Pipeline.Text.Parsing.Elements;
using Pipeline.Text.Parsing.Html.Metadata.JsonLd;

namespace Pipeline.Text.Parsing.Html.Metadata;

/// <summary>Reads the questions and answers that a page marks as such: JSON-LD and microdata of <c>Question</c> with <c>acceptedAnswer</c>.</summary>
internal static class MarkedFaq
{
    // A page with more is a catalogue. Chosen.
    private const int MaxQuestions = 100;

    /// <summary>Returns the pairs in order; empty where there are none.</summary>
    public static IReadOnlyList<QuestionAnswer> Read(HtmlPage page)
    {
        var pairs = new List<QuestionAnswer>();
        foreach (var node in page.Graph.Nodes)
        {
            if (pairs.Count < MaxQuestions && JsonLdValues.IsOfType(node, "Question"))
            {
                var answer = page.Article.Values(node, "acceptedAnswer").OfType<System.Text.Json.Nodes.JsonObject>().Select(value => JsonLdValues.Text(value["text"])).FirstOrDefault(text => text is not null);
                Add(pairs, JsonLdValues.Text(node["name"]) ?? JsonLdValues.Text(node["text"]), answer);
            }
        }

        if (pairs.Count == 0)
        {
            foreach (var question in page.Questions.Take(MaxQuestions))
            {
                var answer = question.QuerySelector("[itemprop='acceptedAnswer']");
                Add(pairs, question.QuerySelector("[itemprop='name']")?.TextContent, (answer?.QuerySelector("[itemprop='text']") ?? answer)?.TextContent);
            }
        }

        return pairs;
    }

    private static void Add(List<QuestionAnswer> pairs, string? question, string? answer)
    {
        var (asked, answered) = (OneLine.FoldMarkup(question), OneLine.FoldMarkup(answer));
        if (asked.Length > 0 && answered.Length > 0 && !pairs.Exists(pair => pair.Question == asked))
        {
            pairs.Add(new QuestionAnswer(asked, answered));
        }
    }
}
