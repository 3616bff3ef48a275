using Microsoft.Extensions.Time.Testing;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Unpacking;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Unpacking;

public sealed class FileWalkTests
{
    private static readonly SourceFile Drop = new("drop.bin", "They left."u8.ToArray());

    [Fact]
    public void Parse_FileThatHoldsItself_StopsAtTheDepth()
    {
        var items = Parse(new FakeUnpacker(file => [UnpackedEntry.Of(file, "a"), UnpackedEntry.Of(file, "b")]), new ParsingOptions { MaxFileDepth = 3 });

        Assert.Equal(8, items.Count);
        Assert.All(items, item => Assert.Equal(RejectionReason.TooDeep, item.Rejection?.Reason));
        Assert.Equal("a/a/a", items[0].ItemId);
    }

    [Fact]
    public void Parse_FileThatHoldsItselfWithoutAnId_StopsAtTheDepth()
    {
        var item = Assert.Single(Parse(new FakeUnpacker(file => [UnpackedEntry.Of(file, null)]), new ParsingOptions()));

        Assert.Equal(RejectionReason.TooDeep, item.Rejection?.Reason);
        Assert.Null(item.ItemId);
    }

    [Fact]
    public void Parse_DepthOfNone_UnpacksNothing() => Assert.Equal(
        RejectionReason.TooDeep,
        Assert.Single(Parse(new FakeUnpacker(_ => throw new InvalidOperationException()), new ParsingOptions { MaxFileDepth = 0 })).Rejection?.Reason);

    [Fact]
    public void Parse_EntriesWithoutEnd_StopAtTheNumber()
    {
        var item = Assert.Single(Parse(new FakeUnpacker(Endless), new ParsingOptions { MaxItems = 100 }));

        Assert.Equal(RejectionReason.TooMany, item.Rejection?.Reason);
        Assert.Null(item.ItemId);

        static IEnumerable<UnpackedEntry> Endless(SourceFile file)
        {
            for (var i = 0; ; i++)
            {
                yield return UnpackedEntry.Rejected(RejectionReason.Malformed, "It is broken.", $"{i}");
            }
        }
    }

    [Fact]
    public void Parse_FileThatHoldsTextAndFiles_GivesBoth()
    {
        var mail = new FakeUnpacker(_ => [UnpackedEntry.Of(new SourceFile("a.txt", "a"u8.ToArray()), "a.txt")]) { HoldsText = true };

        var items = Parse(mail, new ParsingOptions());

        Assert.Equal([null, "a.txt"], items.Select(item => item.ItemId));
    }

    [Fact]
    public void Parse_LongerThanTheTime_RejectsTheWholeFile()
    {
        var time = new FakeTimeProvider();
        var slow = new FakeUnpacker(file =>
        {
            time.Advance(TimeSpan.FromSeconds(20));
            return [UnpackedEntry.Of(Drop, "a"), UnpackedEntry.Of(Drop with { Content = new byte[1] }, "b")];
        });

        var item = Assert.Single(Parse(slow, new ParsingOptions { MaxDuration = TimeSpan.FromSeconds(19) }, time));

        Assert.Equal(RejectionReason.TooSlow, item.Rejection?.Reason);
        Assert.Null(item.ItemId);
    }

    [Fact]
    public void Parse_CancelledByTheCaller_Throws()
    {
        using var source = new CancellationTokenSource();
        var cancelling = new FakeUnpacker(file =>
        {
            source.Cancel();
            return [UnpackedEntry.Of(file, "a")];
        });

        Assert.ThrowsAny<OperationCanceledException>(() =>
            new ArticleParser([new FakeReader()], [cancelling], new ParsingOptions(), TimeProvider.System).Parse(Drop, source.Token));
    }

    [Fact]
    public void Parse_ItemsOfAFileWithinAFile_StandUnderItsId()
    {
        var packed = new FakeUnpacker(_ => [UnpackedEntry.Of(new SourceFile("b", "!"u8.ToArray()), "b")]);

        var items = new ArticleParser([new FakeReader("1", "2")], [packed], new ParsingOptions(), TimeProvider.System)
            .Parse(Drop, TestContext.Current.CancellationToken);

        Assert.Equal(["b/1", "b/2"], items.Select(item => item.ItemId));
    }

    private static IReadOnlyList<ParsedItem> Parse(FakeUnpacker unpacker, ParsingOptions options, TimeProvider? time = null) =>
        new ArticleParser([new FakeReader()], [unpacker], options, time ?? TimeProvider.System).Parse(Drop, TestContext.Current.CancellationToken);

    private sealed class FakeUnpacker(Func<SourceFile, IEnumerable<UnpackedEntry>> unpack) : IFileUnpacker
    {
        public string Format => "fake";

        public bool HoldsText { get; init; }

        public bool CanUnpack(SourceFile file) => file.Content.Span.SequenceEqual(Drop.Content.Span);

        public IEnumerable<UnpackedEntry> Unpack(SourceFile file, UnpackBudget budget, CancellationToken cancellationToken) => unpack(file);
    }

    private sealed class FakeReader(params string?[] ids) : IArticleReader
    {
        public string Format => "fake";

        public bool CanRead(SourceFile file) => true;

        public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return [.. (ids.Length == 0 ? [null] : ids).Select(id => ParsedItem.Rejected(RejectionReason.Malformed, "It is a fake.", id))];
        }
    }
}
