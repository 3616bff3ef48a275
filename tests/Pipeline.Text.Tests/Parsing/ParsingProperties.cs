using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Testing;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing;

public sealed class ParsingProperties
{
    private static readonly ArticleParser Parser = ArticleParser.CreateDefault();

    // Pieces that the reader looks for, so that random texts reach its branches.
    private static readonly string[] Pieces =
    [
        "The two sides met on Friday and agreed to meet again.", "Talks resume", "By Jane Doe", "By ", "Nov. 17, 2023", "date 2023-11-17 ", "2023-11-17T10:32Z", "FAQ", "Q&A",
        "What is it?", "Q: What?", "A: This.", "GENEVA (AP) — ", "(Reuters) - ", "- item", "1. item", "# Heading", "Title:", "Source: ", "Updated: ", "(Reporting by Jane Doe)",
        "Copyright © 2023", "\n", "\n", "\n\n", "\n\n", " ", " ", "    ", "-", "\t", "é", "总统周五表示。", "😀", "\u0301", "\uFEFF", "?", ":", "|", "…", "\r\n", "( ", ")", "\u2029",
    ];

    [Property(MaxTest = 300)]
    public void Parse_AnyBytes_KeepsContract(byte[] bytes) => Check(bytes);

    [Property(MaxTest = 300)]
    public void Parse_AnyString_KeepsContract(string? text) => Check(Encoding.UTF8.GetBytes(text ?? string.Empty));

    [Property(MaxTest = 1000)]
    public Property Parse_AnyMixOfForms_KeepsContract() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text => Check(Encoding.UTF8.GetBytes(text)));

    [Property(MaxTest = 100)]
    public Property Parse_AnyMixInUtf16_GivesTheSameAsInUtf8() =>
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text =>
            Json(Parse([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)])) == Json(Parse([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)])));

    private static void Check(byte[] bytes)
    {
        var items = Parse(bytes);

        ArticleAssert.IsValid(items);
        ArticleAssert.HasDistinctIds(items);
        Assert.Equal(Json(items), Json(Parse(bytes)));
    }

    private static IReadOnlyList<ParsedItem> Parse(byte[] bytes) => Parser.Parse(new SourceFile("a.txt", bytes), CancellationToken.None);

    private static string Json(IReadOnlyList<ParsedItem> items) => JsonSerializer.Serialize(items, PipelineJson.Options);
}
