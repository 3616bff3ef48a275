using System.Text.Json;

namespace Pipeline.Text.Parsing.Markdown;

/// <summary>
/// The lines that services which turn pages into Markdown put above them (Jina Reader): <c>Title: …</c>, <c>URL Source: …</c>,
/// <c>Published Time: …</c>, and <c>Markdown Content:</c> in front of the text.
/// </summary>
internal static class LabelledHead
{
    /// <summary>The label of the first line.</summary>
    public const string Opening = "Title:";

    private const string Closing = "\nMarkdown Content:";

    // The head of a page has some lines. Chosen.
    private const int MaxLength = 4 * 1024;

    /// <summary>Returns the length of the head and where the text behind it starts; null where there is none. Line ends are LF.</summary>
    public static (int Length, int Body)? Find(string text)
    {
        var window = text.AsSpan(0, Math.Min(text.Length, MaxLength));
        var end = window.StartsWith(Opening, StringComparison.Ordinal) ? window.IndexOf(Closing, StringComparison.Ordinal) : -1;
        return end < 0 ? null : (end, end + Closing.Length);
    }

    /// <summary>Returns the lines as an object from label to value.</summary>
    public static JsonDocument Parse(string head)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (var line in head.Split('\n'))
            {
                if (line.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon)
                {
                    writer.WriteString(line[..colon], line[(colon + 2)..].Trim());
                }
            }

            writer.WriteEndObject();
        }

        return JsonDocument.Parse(bytes.ToArray());
    }
}
