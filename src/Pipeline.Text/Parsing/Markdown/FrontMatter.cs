using System.Text.Json;
using Pipeline.Text.Parsing.Json;

namespace Pipeline.Text.Parsing.Markdown;

/// <summary>The block of metadata at the top of a Markdown file: YAML between <c>---</c>, TOML between <c>+++</c>, or labelled lines (<see cref="LabelledHead"/>).</summary>
/// <param name="Fence">The three characters around it, or the first label; null where there is none.</param>
/// <param name="Text">What stands between them.</param>
/// <param name="Body">What follows.</param>
internal readonly record struct FrontMatter(string? Fence, string Text, string Body)
{
    // Front matter holds a few lines; a longer block is none. Chosen.
    private const int MaxLength = 32 * 1024;

    /// <summary>Splits a file; line ends are LF.</summary>
    public static FrontMatter Split(string text)
    {
        foreach (var fence in (ReadOnlySpan<string>)["---", "+++"])
        {
            if (text.StartsWith(fence, StringComparison.Ordinal) && LineEnd(text, 0) is > 0 and var first && text.AsSpan(3, first - 3).IsWhiteSpace() && FindFence(text, fence, first + 1) is { } end)
            {
                return new FrontMatter(fence, text[(first + 1)..end], text[LineEnd(text, end)..]);
            }
        }

        return LabelledHead.Find(text) is { } head
            ? new FrontMatter(LabelledHead.Opening, text[..head.Length], text[head.Body..])
            : new FrontMatter(null, string.Empty, text);
    }

    /// <summary>Tells whether the block names something that articles have, so that a rule at the top of a plain text is none.</summary>
    public static bool HasKnownField(FrontMatter frontMatter)
    {
        using var document = frontMatter.Parse();
        return document is not null && ArticleFields.Read(document.RootElement) is { IsEmpty: false };
    }

    /// <summary>Returns the metadata as an object, so that the names of its fields are read as those of JSON; null where there is none that can be read.</summary>
    public JsonDocument? Parse() => Fence switch
    {
        "---" => YamlFrontMatter.Parse(Text),
        "+++" => TomlFrontMatter.Parse(Text),
        LabelledHead.Opening => LabelledHead.Parse(Text),
        _ => null,
    };

    private static int? FindFence(string text, string fence, int start)
    {
        while (start < text.Length && start < MaxLength)
        {
            var end = LineEnd(text, start);
            var line = text.AsSpan(start, end - start).TrimEnd();
            if (line.SequenceEqual(fence) || (fence == "---" && line is "..."))
            {
                return start;
            }

            start = end + 1;
        }

        return null;
    }

    private static int LineEnd(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;
}
