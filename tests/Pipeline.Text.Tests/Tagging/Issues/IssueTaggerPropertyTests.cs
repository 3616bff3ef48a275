using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Text.Matching;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Matching;
using Pipeline.Text.Tagging.Model;
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
            AssertEvidence(tag, article);
        });
        Assert.Equal(tags.OrderByDescending(tag => tag.Score).ThenBy(tag => tag.Id, StringComparer.Ordinal), tags);
        Assert.Equal(tags.Count, tags.DistinctBy(tag => tag.Id).Count());
        Assert.Equivalent(tags, IssueArticles.BuiltIn.Tag(article), strict: true);
    }

    private static void AssertEvidence(IssueTag tag, Article article)
    {
        var text = article.Text;
        Assert.NotEmpty(tag.Evidence);
        Assert.Equal(tag.Evidence.OrderByDescending(evidence => evidence.Share).ThenBy(evidence => evidence.Start), tag.Evidence);
        Assert.All(tag.Evidence, evidence =>
        {
            Assert.InRange(evidence.Start, 0, text.Length - 1);
            Assert.InRange(evidence.End, evidence.Start + 1, text.Length);
            Assert.InRange(evidence.Share, 0, 1);
            Assert.True(IsExplained(tag.Id, evidence, article), $"{tag.Id}: {evidence} is \"{text[evidence.Start..evidence.End]}\"");
        });
    }

    /// <summary>The text of a term is its words but for their forms and for the words in gaps; that of the model is words that the model knows, or another issue's term.</summary>
    private static bool IsExplained(string id, IssueEvidence evidence, Article article)
    {
        var span = article.Text.Substring(evidence.Start, evidence.Length);
        if (evidence.Kind == EvidenceKind.Term)
        {
            return IsForm(Keys(span), Keys(evidence.Term!)) && IsTermOf(evidence.Issue ?? id, article, evidence.Span);
        }

        return WordGrams.Read(new TokenizedText(span)).Any(gram => IsKnown(gram.Hash) || IsKnown(WordGrams.HashInHead(gram.Hash))) || IsTermOf(null, article, evidence.Span);
    }

    private static bool IsKnown(uint hash) => IssueModel.BuiltIn.Words.Find(hash) >= 0;

    private static bool IsTermOf(string? id, Article article, TextSpan span)
    {
        var text = new TaggedText(article);
        return new TermFinder(BuiltInTaxonomyTests.Terms, text.Words).Find()
            .Where(found => id is null || IssueArticles.BuiltIn.Taxonomy.Concepts[found.Concept].Id == id)
            .Any(found => found.Matches.Any(match => text.SpanOf(match.Tokens) == span));
    }

    private static bool IsForm(string[] span, string[] phrase) =>
        span.Length >= phrase.Length && span[0] == phrase[0] && span[^1] == phrase[^1];

    private static string[] Keys(string text) =>
        [.. Tokenizer.Tokenize(text).Select(token => WordForms.KeyOf(WordFolder.Fold(text.AsSpan(token.Start, token.Length))))];
}
