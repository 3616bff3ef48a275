using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Model;

namespace Pipeline.Evaluation.Topics;

/// <summary>Tags articles as <c>pipeline inspect</c> does.</summary>
internal static class TopicTagger
{
    /// <summary>Makes a tagger.</summary>
    /// <param name="taxonomy">The taxonomy.</param>
    /// <param name="model">A file of a learned model; null for the one that ships.</param>
    /// <exception cref="EvaluationException">There is no such file, or it is no model.</exception>
    public static IssueTagger Create(Taxonomy taxonomy, string? model)
    {
        if (model is null)
        {
            return new IssueTagger(taxonomy);
        }

        try
        {
            using var file = File.OpenRead(model);
            return new IssueTagger(taxonomy, IssueModelReader.Read(file));
        }
        catch (Exception ex) when (ex is IOException or FormatException)
        {
            throw new EvaluationException($"{model} cannot be read as a model: {ex.Message}", ex);
        }
    }

    /// <summary>Tags articles, on all cores; a rejected one has no tags.</summary>
    public static IReadOnlyList<IReadOnlyList<IssueTag>> Tag(IssueTagger tagger, IReadOnlyList<TopicArticle> articles) =>
    [
        .. articles.AsParallel().AsOrdered().Select(article => article.Article is null ? [] : tagger.Tag(article.Article)),
    ];
}
