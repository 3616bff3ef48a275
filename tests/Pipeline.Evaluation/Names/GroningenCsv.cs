using System.Text;
using Pipeline.Evaluation.Data;

namespace Pipeline.Evaluation.Names;

/// <summary>
/// Reads sentences of the Groningen Meaning Bank as the "Annotated Corpus for Named Entity Recognition" publishes them: lines of
/// the sentence's number (on its first word only), word, part of speech and tag, separated by commas.
/// </summary>
internal static class GroningenCsv
{
    private const int WordColumn = 1;
    private const int TagColumn = 3;

    /// <summary>Reads the sentences, each text once.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="EvaluationException">There is no such file.</exception>
    public static IEnumerable<(IReadOnlyList<string> Tokens, IReadOnlyList<string> Tags)> Read(string path)
    {
        using var reader = new StreamReader(JsonLines.Open(path), Encoding.Latin1);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<string> tokens = [];
        List<string> tags = [];
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var columns = Columns(line);
            if (columns[0].Length > 0 && tokens.Count > 0)
            {
                if (seen.Add(string.Join(' ', tokens)))
                {
                    yield return (tokens, tags);
                }

                (tokens, tags) = ([], []);
            }

            if (columns.Count > TagColumn && columns[WordColumn].Length > 0)
            {
                tokens.Add(columns[WordColumn]);
                tags.Add(columns[TagColumn]);
            }
        }

        if (tokens.Count > 0 && seen.Add(string.Join(' ', tokens)))
        {
            yield return (tokens, tags);
        }
    }

    private static List<string> Columns(string line)
    {
        List<string> columns = [];
        var column = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                // A quotation mark within quotes is written twice.
                if (isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                {
                    column.Append('"');
                    i++;
                    continue;
                }

                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                columns.Add(column.ToString());
                column.Clear();
            }
            else
            {
                column.Append(line[i]);
            }
        }

        columns.Add(column.ToString());
        return columns;
    }
}
