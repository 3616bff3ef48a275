using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing;

public sealed class ItemIdentityTests
{
    [Fact]
    public void Resolve_DifferentIds_ChangesNothing()
    {
        ParsedItem[] items = [Item("a", "One."), Item("b", "One.")];

        Assert.Same(items, ItemIdentity.Resolve(items));
    }

    [Fact]
    public void Resolve_EqualItems_KeepsOneUnderItsId() =>
        Assert.Equal(["a", "b"], Ids(Item("a", "One."), Item("b", "Two."), Item("a", "One.")));

    [Fact]
    public void Resolve_DifferentItemsOfOneId_GetTheHashOfTheirContent()
    {
        var ids = Ids(Item("a", "One."), Item("a", "Two."));

        Assert.Equal([$"a#{ItemId.OfContent("Title", "One.")}", $"a#{ItemId.OfContent("Title", "Two.")}"], ids);
    }

    [Fact]
    public void Resolve_SameBeginningButAnotherText_IsToldApart()
    {
        var ids = Ids(Item("a", "One.", "Two."), Item("a", "One.", "Three."));

        Assert.Equal(2, ids.Distinct().Count());
    }

    [Fact]
    public void Resolve_ItemsWithoutId_GetOneWhereTheyAreSeveral()
    {
        Assert.Null(Assert.Single(Ids(Item(null, "One."))));
        Assert.Equal([$"#{ItemId.OfContent("Title", "One.")}", $"#{ItemId.OfContent("Title", "Two.")}"], Ids(Item(null, "One."), Item(null, "Two.")));
    }

    [Fact]
    public void Resolve_IdThatIsMadeAndThereAlready_IsToldApart()
    {
        var made = $"a#{ItemId.OfContent("Title", "One.")}";

        var ids = Ids(Item("a", "One."), Item("a", "Two."), Item(made, "Three."));

        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void Resolve_SameBrokenItemOnTwoLines_KeepsOneUnderItsId() =>
        Assert.Equal(["a"], Ids(ParsedItem.Rejected(RejectionReason.Malformed, "Line 1 is broken.", "a"), ParsedItem.Rejected(RejectionReason.Malformed, "Line 7 is broken.", "a")));

    [Property(MaxTest = 200)]
    public Property Resolve_AnyOrder_GivesTheSameIds() => Prop.ForAll(
        Gen.Elements("a", "b").SelectMany(id => Gen.Elements("One.", "Two.", "Three.").Select(text => Item(id, text))).ArrayOf().ToArbitrary(),
        items =>
        {
            var ids = Ids(items);
            Assert.Equal(ids.Order(StringComparer.Ordinal), Ids([.. items.Reverse()]).Order(StringComparer.Ordinal));
            Assert.Equal(ids.Count, ids.Distinct().Count());
        });

    private static List<string?> Ids(params ParsedItem[] items) => [.. ItemIdentity.Resolve(items).Select(item => item.ItemId)];

    private static ParsedItem Item(string? id, params string[] paragraphs)
    {
        var blocks = new List<Block>();
        var text = string.Join("\n\n", paragraphs);
        for (var (i, start) = (0, 0); i < paragraphs.Length; start += paragraphs[i].Length + 2, i++)
        {
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, paragraphs[i].Length)));
        }

        return ParsedItem.Read(new Article { Format = "text", Title = "Title", Text = text, Blocks = blocks }, id);
    }
}
