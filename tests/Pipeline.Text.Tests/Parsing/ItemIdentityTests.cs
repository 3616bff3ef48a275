using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing;

public sealed class ItemIdentityTests
{
    [Fact]
    public void Distinguish_DistinctIds_ChangesNothing()
    {
        ParsedItem[] items = [Item("a", "One."), Item("b", "Two.")];

        Assert.Same(items, ItemIdentity.Distinguish(items));
    }

    [Fact]
    public void Distinguish_EqualArticlesUnderOneId_KeepsOne()
    {
        var item = Assert.Single(ItemIdentity.Distinguish([Item("a", "One."), Item("a", "One.")]));

        Assert.Equal("a", item.ItemId);
    }

    [Fact]
    public void Distinguish_DifferentArticlesUnderOneId_NamesAllByTheirContentInAnyOrder()
    {
        var forward = ItemIdentity.Distinguish([Item("a", "One."), Item("b", "Two."), Item("a", "Three.")]);
        var backward = ItemIdentity.Distinguish([Item("a", "Three."), Item("b", "Two."), Item("a", "One.")]);

        Assert.Equal(3, forward.Count);
        Assert.Equal(2, forward.Count(item => item.ItemId!.StartsWith("a#", StringComparison.Ordinal)));
        Assert.Equal(Names(forward), Names(backward));
    }

    [Fact]
    public void Distinguish_DifferenceBehindFirstParagraph_StillTellsApart()
    {
        var items = ItemIdentity.Distinguish([Item("a", "One.", "Two."), Item("a", "One.", "Three.")]);

        Assert.Equal(2, items.Select(item => item.ItemId).Distinct().Count());
    }

    [Fact]
    public void Distinguish_RejectionBesideArticle_KeepsBoth()
    {
        var items = ItemIdentity.Distinguish([Item("a", "One."), ParsedItem.Rejected(RejectionReason.NoParagraphs, "None.", "a"), ParsedItem.Rejected(RejectionReason.NoParagraphs, "None.", "a")]);

        Assert.Equal(2, items.Count);
        Assert.Equal(2, items.Select(item => item.ItemId).Distinct().Count());
    }

    [Fact]
    public void Distinguish_IdThatLooksLikeOneMadeHere_EndsInDistinctIds()
    {
        var made = ItemIdentity.Distinguish([Item("a", "One."), Item("a", "Two.")])[0].ItemId!;

        var items = ItemIdentity.Distinguish([Item("a", "One."), Item("a", "Two."), Item(made, "Three.")]);

        Assert.Equal(items.Count, items.Select(item => item.ItemId).Distinct().Count());
    }

    [Property]
    public Property Distinguish_AnyItems_HasDistinctIdsThatDoNotDependOnOrder()
    {
        var item = Gen.Elements("a", "b", "a#x").SelectMany(id => Gen.Elements("One.", "Two.", "Three.").Select(text => Item(id, text)));
        return Prop.ForAll(item.ArrayOf().ToArbitrary(), items =>
        {
            var names = Names(ItemIdentity.Distinguish(items));
            return names.Distinct().Count() == names.Count && names.SequenceEqual(Names(ItemIdentity.Distinguish([.. items.Reverse()])));
        });
    }

    private static List<string?> Names(IReadOnlyList<ParsedItem> items) => [.. items.Select(item => item.ItemId).Order(StringComparer.Ordinal)];

    private static ParsedItem Item(string id, params string[] paragraphs)
    {
        var blocks = new List<Block>();
        var start = 0;
        foreach (var paragraph in paragraphs)
        {
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, paragraph.Length)));
            start += paragraph.Length + 2;
        }

        return ParsedItem.Read(new Article { Format = "json", Title = "T", Text = string.Join("\n\n", paragraphs), Blocks = blocks }, id);
    }
}
