using Pipeline.Evaluation.Data;

namespace Pipeline.Evaluation.Topics;

/// <summary>All issues of an article, marked by reading it.</summary>
/// <param name="Id">The article's id.</param>
/// <param name="Issues">The ids of its issues; may be empty.</param>
/// <param name="Allowed">The ids of issues on which readers may differ: neither right nor wrong.</param>
internal sealed record GoldIssues(string Id, IReadOnlyList<string> Issues, IReadOnlyList<string> Allowed)
{
    /// <summary>Reads a file of JSON lines, <c>{"id","issues":[…],"allowed":[…]}</c>.</summary>
    /// <exception cref="EvaluationException">It cannot be read, or a line has no id.</exception>
    public static IReadOnlyList<GoldIssues> ReadAll(string path) =>
    [
        .. JsonLines.Read(path).Select(row => new GoldIssues(row.Text("id") ?? throw new EvaluationException($"A line of {path} has no id."), row.Texts("issues"), row.Texts("allowed"))),
    ];

    /// <summary>Returns the tags that count: those on which readers may differ do not.</summary>
    public IReadOnlyList<string> WithoutAllowed(IEnumerable<string> tags) => [.. tags.Except(Allowed, StringComparer.Ordinal)];
}
