using Pipeline.Evaluation.Data;

namespace Pipeline.Evaluation.Names;

/// <summary>Reads sentences with their names: JSON lines <c>{"doc","tokens","tags"}</c>, or a token and its tag a line with blank lines between sentences.</summary>
internal static class NameCorpus
{
    // Data without this tag leave nationalities, works and events out, or some of them.
    private const string FullTag = "MISC";

    private const string DocumentStart = "-DOCSTART-";

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="EvaluationException">There is no such file, or it is neither.</exception>
    public static IReadOnlyList<LabelledSentence> Read(string path)
    {
        var rows = (Path.GetExtension(path) == ".jsonl" ? ReadJsonLines(path) : ReadColumns(path)).ToList();
        var mayMiss = !rows.Exists(row => row.Tags.Any(tag => tag.EndsWith(FullTag, StringComparison.Ordinal)));
        return [.. rows.Select(row => new LabelledSentence(
            row.Document,
            row.Tokens,
            [.. NameTags.Read(row.Tags).Select(name => new LabelledName(name.Start, name.End, NameTags.TypeOf(name.Tag)))],
            mayMiss))];
    }

    private static IEnumerable<(string? Document, IReadOnlyList<string> Tokens, IReadOnlyList<string> Tags)> ReadJsonLines(string path)
    {
        foreach (var row in JsonLines.Read(path))
        {
            var tokens = row.Texts("tokens");
            var tags = row.Texts("tags");
            if (tokens.Count != tags.Count)
            {
                throw new EvaluationException($"A row of {path} has {tokens.Count} tokens and {tags.Count} tags.");
            }

            yield return (row.Text("doc"), tokens, tags);
        }
    }

    private static IEnumerable<(string? Document, IReadOnlyList<string> Tokens, IReadOnlyList<string> Tags)> ReadColumns(string path)
    {
        string? document = null;
        var documents = 0;
        List<string> tokens = [];
        List<string> tags = [];
        using var reader = new StreamReader(JsonLines.Open(path));
        while (reader.ReadLine() is { } line)
        {
            var columns = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (columns is [DocumentStart, ..])
            {
                document = $"{++documents}";
            }
            else if (columns.Length > 1)
            {
                tokens.Add(columns[0]);
                tags.Add(columns[^1]);
            }
            else if (tokens.Count > 0)
            {
                yield return (document, tokens, tags);
                (tokens, tags) = ([], []);
            }
        }

        if (tokens.Count > 0)
        {
            yield return (document, tokens, tags);
        }
    }
}
