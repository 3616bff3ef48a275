using System.Text.Json;

namespace Pipeline.Text.Summarization.Rewriting;

/// <summary>Reads the answer of a language model.</summary>
public static class RewriteAnswer
{
    /// <summary>Returns the sentences of an answer; null where it is not the JSON that was asked for. A fence of Markdown around it does not matter.</summary>
    /// <param name="answer">The answer.</param>
    public static IReadOnlyList<CitedSentence>? Read(string answer)
    {
        try
        {
            using var document = JsonDocument.Parse(Unfence(answer));
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("sentences", out var sentences) && sentences.ValueKind == JsonValueKind.Array
                ? ReadAll(sentences)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The second where a text has half of a surrogate pair.
            return null;
        }
    }

    private static List<CitedSentence>? ReadAll(JsonElement sentences)
    {
        var read = new List<CitedSentence>();
        foreach (var sentence in sentences.EnumerateArray())
        {
            if (sentence.ValueKind != JsonValueKind.Object || !sentence.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            var cites = new List<int>();
            if (sentence.TryGetProperty("cites", out var numbers))
            {
                if (numbers.ValueKind != JsonValueKind.Array)
                {
                    return null;
                }

                foreach (var number in numbers.EnumerateArray())
                {
                    if (number.ValueKind != JsonValueKind.Number || !number.TryGetInt32(out var cite))
                    {
                        return null;
                    }

                    if (!cites.Contains(cite))
                    {
                        cites.Add(cite);
                    }
                }
            }

            read.Add(new CitedSentence(text.GetString()!.Trim(), cites));
        }

        return read;
    }

    private static string Unfence(string answer)
    {
        var text = answer.Trim();
        if (!text.StartsWith("```", StringComparison.Ordinal) || !text.EndsWith("```", StringComparison.Ordinal) || text.IndexOf('\n', StringComparison.Ordinal) is not (> 0 and var line))
        {
            return text;
        }

        return text[line..^3];
    }
}
