using Pipeline.Evaluation.Data;

namespace Pipeline.Evaluation.Topics;

/// <summary>All issues of an article, marked by reading it.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Issues">The ids of its issues; may be empty.</param>
internal sealed record GoldIssues(string Id, IReadOnlyList<string> Issues)
{
    /// <summary>Reads a file of JSON lines, <c>{"id","issues":[…]}</c>.</summary>
    /// <exception cref="EvaluationException">It cannot be read, or a line has no id.</exception>
    public static IReadOnlyList<GoldIssues> ReadAll(string path) =>
    [
        .. JsonLines.Read(path).Select(row => new GoldIssues(row.Text("id") ?? throw new EvaluationException($"A line of {path} has no id."), row.Texts("issues"))),
    ];
}
