using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Issues;

public sealed class IssueTaggerPropertyTests
{
    // Words that terms are made of, and what stands between words: texts from these are tagged, unlike random ones.
    private static readonly string[] Pieces =
    [
        "U.S.", "China", "Chinese", "military", "ties", "Israel", "Hamas", "war", "Russia", "Ukraine", "invasion", "trade", "tariffs",
        "fentanyl", "AI", "court", "Supreme Court", "ruling", "White House", "climate", "change", "police", "shooting", "vaccine",
        "-", "’s", ", ", ". ", "\n\n", " ", " of ", "\u200B", "é", "\uD83D", "🙂", "“", "…", "(", "\u202E", "漢字", "e\u0301",
    ];

    private static readonly Gen<string> Texts =
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces));

    [Property]
    public void Tag_AnyString_HoldsItsPromises(NonNull<string> text) => Check(IssueArticles.Of(text.Get));

    [Property(MaxTest = 300)]
    public Property Tag_TextOfTermWords_HoldsItsPromises() =>
        Prop.ForAll(Texts.ToArbitrary(), Texts.ToArbitrary(), (title, text) => Check(IssueArticles.Of(text, title)));

    private static void Check(Article article)
    {
        var tags = IssueArticles.BuiltIn.Tag(article);

        Assert.All(tags, tag =>
        {
            Assert.InRange(tag.Score, double.Epsilon, 1);
            Assert.NotNull(IssueArticles.BuiltIn.Taxonomy.Find(tag.Id));
            AssertEvidence(tag, article.Text);
        });
        Assert.Equal(tags.OrderByDescending(tag => tag.Score).ThenBy(tag => tag.Id, StringComparer.Ordinal), tags);
        Assert.Equal(tags.Count, tags.DistinctBy(tag => tag.Id).Count());
        Assert.Equivalent(tags, IssueArticles.BuiltIn.Tag(article), strict: true);
    }

    private static void AssertEvidence(IssueTag tag, string text)
    {
        Assert.NotEmpty(tag.Evidence);
        var end = 0;
        foreach (var span in tag.Evidence)
        {
            Assert.True(span.Start >= end && span.Length > 0 && span.End <= text.Length, $"{span} in {text.Length} characters, after {end}");
            end = span.End;
        }
    }
}
