using System.Text;
using Pipeline.Testing.Archives;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Unpacking;

public sealed class ZipUnpackerTests
{
    private const ushort Utf8Flag = 1 << 11;

    private static readonly byte[] Trade = Unpack.Text("trade");
    private static readonly byte[] Climate = Unpack.Text("climate");

    [Fact]
    public void Parse_Entries_AreNamedByTheirPaths() => Assert.Equal(
        ["news/trade.txt: Talks on trade resume", "climate.txt: Talks on climate resume"],
        Unpack.Outcome(ZipBuilder.Of(("news/trade.txt", Trade), ("climate.txt", Climate))));

    [Fact]
    public void Parse_OneEntry_KeepsItsPath() =>
        Assert.Equal(["trade.txt: Talks on trade resume"], Unpack.Outcome(ZipBuilder.Of(("trade.txt", Trade))));

    [Fact]
    public void Parse_EntryThatCannotBeRead_IsAnItemBesideTheOthers() => Assert.Equal(
        ["a.bin: not-text", "trade.txt: Talks on trade resume", "empty.txt: empty"],
        Unpack.Outcome(ZipBuilder.Of(("a.bin", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]), ("trade.txt", Trade), ("empty.txt", []))));

    [Fact]
    public void Parse_ArchivesInAnArchive_AreNamedThroughAllOfThem() => Assert.Equal(
        ["a/inner.zip/trade.txt: Talks on trade resume", "climate.txt.gz: Talks on climate resume"],
        Unpack.Outcome(ZipBuilder.Of(("a/inner.zip", ZipBuilder.Of(("trade.txt", Trade))), ("climate.txt.gz", Gzip.Compress(Climate)))));

    [Fact]
    public void Parse_WhatSystemsLeave_IsSkipped() => Assert.Equal(
        ["trade.txt: Talks on trade resume"],
        Unpack.Outcome(ZipBuilder.Of(
            ("folder/", []), ("__MACOSX/._trade.txt", [0, 5, 22, 7]), (".DS_Store", [0, 0, 0, 1]), ("folder/Thumbs.db", [1]), ("._trade.txt", [0, 5]), ("trade.txt", Trade))));

    [Fact]
    public void Parse_WhatBelongsToASavedPage_IsSkipped() => Assert.Equal(
        ["notes_files/trade.txt: Talks on trade resume", "trade.txt: Talks on trade resume"],
        Unpack.Outcome(ZipBuilder.Of(
            ("page_files/app.js", Trade), ("page_files/frame.html", Trade), ("style.css", Trade), ("logo.svg", Trade), ("photo.JPG", [0xFF, 0xD8]), ("notes_files/trade.txt", Trade), ("trade.txt", Trade), ("page.html", [])))
            .Where(outcome => !outcome.StartsWith("page.html", StringComparison.Ordinal)));

    [Fact]
    public void Parse_NoFiles_RejectsAsEmpty()
    {
        Assert.Equal([": empty"], Unpack.Outcome(ZipBuilder.Of(("a.png", Trade))));
        Assert.Equal([": empty"], Unpack.Outcome(ZipBuilder.Of()));
        Assert.Equal([": empty"], Unpack.Outcome(ZipBuilder.Of(("folder/", []))));
    }

    [Theory]
    [InlineData(@"news\trade.txt", "news/trade.txt")]
    [InlineData("/news//./trade.txt", "news/trade.txt")]
    [InlineData(@"C:\news\trade.txt", "news/trade.txt")]
    [InlineData("\\\\server\\share\\trade.txt", "server/share/trade.txt")]
    [InlineData("Zu\u0308rich.txt", "Z\u00FCrich.txt")]
    [InlineData(" .txt", " .txt")]
    public void Parse_Name_IsNormalised(string name, string expected) =>
        Assert.Equal([$"{expected}: Talks on trade resume"], Unpack.Outcome(new ZipBuilder().Add(name, Trade).Build()));

    [Theory]
    [InlineData("../trade.txt")]
    [InlineData("a/../../trade.txt")]
    [InlineData(@"..\trade.txt")]
    [InlineData("a\nb.txt")]
    [InlineData("a\0b.txt")]
    [InlineData("a\u202Etxt.exe")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("C:")]
    public void Parse_NameThatIsRefused_RejectsTheEntryUnderANameThatCanBeShown(string name)
    {
        var items = Unpack.Parse(new ZipBuilder().Add(name, Trade).Add("climate.txt", Climate).Build());

        Assert.Equal(2, items.Count);
        var refused = items[0];
        Assert.Equal(RejectionReason.Malformed, refused.Rejection?.Reason);
        Assert.Contains("name", refused.Rejection!.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain(refused.ItemId!, c => char.IsControl(c) || c == '\u202E');
        Assert.Equal("Talks on climate resume", items[1].Article?.Title);
    }

    [Fact]
    public void Parse_NameOfTenThousandCharacters_IsRefusedAndCut()
    {
        var item = Unpack.Parse(new ZipBuilder().Add(new string('a', 10_000), Trade).Build())[0];

        Assert.Equal(RejectionReason.Malformed, item.Rejection?.Reason);
        Assert.InRange(item.ItemId!.Length, 10, 150);
    }

    [Fact]
    public void Parse_NameInTheCodePageOfDos_IsReadAsThat()
    {
        Assert.Equal(["Zürich.txt: Talks on trade resume"], Unpack.Outcome(new ZipBuilder().Add([(byte)'Z', 0x81, .. "rich.txt"u8], Trade).Build()));
    }

    [Fact]
    public void Parse_NameInUtf8WithoutTheFlag_IsReadAsThat()
    {
        Assert.Equal(["Zürich.txt: Talks on trade resume"], Unpack.Outcome(new ZipBuilder().Add("Zürich.txt", Trade).Build()));
        Assert.Equal(["Zürich.txt: Talks on trade resume"], Unpack.Outcome(new ZipBuilder().Add(Encoding.UTF8.GetBytes("Zürich.txt"), Trade, Utf8Flag).Build()));
    }

    [Fact]
    public void Parse_NamesThatAreTheSame_AreToldApartByContentAndNotByOrder()
    {
        var first = Unpack.Outcome(new ZipBuilder().Add("a.txt", Trade).Add("A/../a.txt", Trade).Add("./a.txt", Climate).Build());
        var second = Unpack.Outcome(new ZipBuilder().Add("a.txt", Climate).Add("a.txt", Trade).Add("a.txt", Trade).Build());

        Assert.Equal(2, second.Length);
        Assert.All(second, outcome => Assert.StartsWith("a.txt#", outcome, StringComparison.Ordinal));
        Assert.Equal(second.Order(StringComparer.Ordinal), first.Where(outcome => outcome.StartsWith("a.txt#", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(0, 99)]
    public void Parse_EncryptedEntry_IsRejectedAsThat(int flags, int method) => Assert.Equal(
        ["secret.txt: encrypted", "trade.txt: Talks on trade resume"],
        Unpack.Outcome(new ZipBuilder().Add("secret.txt"u8.ToArray(), Climate, (ushort)flags, (ushort)method).Add("trade.txt", Trade).Build()));

    [Theory]
    [InlineData(9, "Deflate64")]
    [InlineData(14, "LZMA")]
    [InlineData(93, "Zstandard")]
    [InlineData(200, "number 200")]
    public void Parse_MethodThatIsNotRead_IsRejectedWithItsName(int method, string name)
    {
        var item = Unpack.Parse(new ZipBuilder().Add("a.txt"u8.ToArray(), Trade, method: (ushort)method).Build())[0];

        Assert.Equal(RejectionReason.Unsupported, item.Rejection?.Reason);
        Assert.Contains(name, item.Rejection!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_StoredEntry_IsRead() =>
        Assert.Equal(["a.txt: Talks on trade resume"], Unpack.Outcome(new ZipBuilder().Add("a.txt"u8.ToArray(), Trade, deflate: false).Build()));

    [Fact]
    public void Parse_Zip64_IsRead()
    {
        byte[] extra = [1, 0, 16, 0, .. BitConverter.GetBytes((long)Trade.Length), .. BitConverter.GetBytes((long)Gzip.Deflate(Trade).Length)];
        var zip = new ZipBuilder()
            .Add("a.txt"u8.ToArray(), Trade, length: uint.MaxValue, compressedLength: uint.MaxValue, extra: extra)
            .Add("b.txt", Climate);

        Assert.Equal(["a.txt: Talks on trade resume", "b.txt: Talks on climate resume"], Unpack.Outcome(zip.Build(zip64: true)));
    }

    [Fact]
    public void Parse_DamagedEntry_IsRejectedAndTheOthersGoOn()
    {
        var zip = new ZipBuilder()
            .Add("crc.txt"u8.ToArray(), Climate, crc: 1)
            .Add("short.txt"u8.ToArray(), Climate, length: 10)
            .Add("past.txt"u8.ToArray(), Climate, compressedLength: 5_000_000)
            .Add("nowhere.txt"u8.ToArray(), Climate, offset: 4_000_000_000)
            .Add("trade.txt", Trade);

        Assert.Equal(
            ["crc.txt: malformed", "short.txt: malformed", "past.txt: malformed", "nowhere.txt: malformed", "trade.txt: Talks on trade resume"],
            Unpack.Outcome(zip.Build()));
    }

    [Fact]
    public void Parse_CutShort_RejectsAsMalformed()
    {
        var zip = ZipBuilder.Of(("trade.txt", Trade), ("climate.txt", Climate));
        for (var length = 4; length < zip.Length; length += 7)
        {
            Assert.Equal([": malformed"], Unpack.Outcome(zip[..length]));
        }
    }

    [Fact]
    public void Parse_EntriesThatShareTheirData_AreRejectedButForTheFirst() => Assert.Equal(
        ["a.txt: Talks on trade resume", "b.txt: malformed", "c.txt: malformed"],
        Unpack.Outcome(new ZipBuilder().Add("a.txt", Trade).AddAlias("b.txt", Trade, 0).AddAlias("c.txt", Trade, 0).Build()));

    [Fact]
    public void Parse_EntryThatExpandsTooFar_IsRejectedAndTheOthersGoOn() => Assert.Equal(
        ["bomb.txt: expands-too-far", "trade.txt: Talks on trade resume"],
        Unpack.Outcome(ZipBuilder.Of(("bomb.txt", new byte[15_000_000]), ("trade.txt", Trade))));

    [Fact]
    public void Parse_EntryOverTheLengthOfAFile_IsRejectedAndTheOthersGoOn() => Assert.Equal(
        ["long.txt: too-large", "trade.txt: Talks on trade resume"],
        Unpack.Outcome(ZipBuilder.Of(("long.txt", new byte[10_001]), ("trade.txt", Trade)), new ParsingOptions { MaxFileBytes = 10_000 }));

    [Fact]
    public void Parse_EntryThatLiesAboutItsLength_IsStoppedAtTheLimit() => Assert.Equal(
        ["long.txt: too-large"],
        Unpack.Outcome(new ZipBuilder().Add("long.txt"u8.ToArray(), new byte[10_001], length: 10).Build(), new ParsingOptions { MaxFileBytes = 10_000 }));

    [Fact]
    public void Parse_ArchivesOfArchives_StopAtTheBytesThatMayBeExpanded()
    {
        // As in the archive known as 42.zip: each level holds the one below many times over; four levels make 16^4 files.
        var random = new Random(1);
        var content = new byte[50_000];
        random.NextBytes(content);
        for (var level = 0; level < 4; level++)
        {
            content = ZipBuilder.Of(Enumerable.Range(0, 16).Select(i => ($"{level}-{i}.zip", content)));
            if (level < 2)
            {
                // Like files side by side hardly shrink; the levels above do.
                content = ZipBuilder.Of(("like.zip", Gzip.Compress(new byte[200_000])));
            }
        }

        var items = Unpack.Parse(content, new ParsingOptions { MaxExpandedBytes = 1_000_000 });

        Assert.All(items, item => Assert.Contains(item.Rejection!.Reason, new[] { RejectionReason.ExpandsTooFar, RejectionReason.TooDeep, RejectionReason.NotText }));
        Assert.Contains(items, item => item.Rejection!.Reason == RejectionReason.ExpandsTooFar);
    }

    [Fact]
    public void Parse_MoreEntriesThanTheLimit_RejectsTheFile()
    {
        var zip = ZipBuilder.Of(Enumerable.Range(0, 11).Select(i => ($"{i}.txt", Unpack.Text($"trade {i}"))));

        Assert.Equal([": too-many"], Unpack.Outcome(zip, new ParsingOptions { MaxItems = 10 }));
        Assert.Equal(11, Unpack.Outcome(zip, new ParsingOptions { MaxItems = 11 }).Length);
    }

    [Fact]
    public void Parse_MoreEntriesThanTheLimitAcrossArchives_RejectsTheFile()
    {
        var inner = ZipBuilder.Of(Enumerable.Range(0, 4).Select(i => ($"{i}.txt", Unpack.Text($"trade {i}"))));
        var zip = ZipBuilder.Of(("a.zip", inner), ("b.zip", inner));

        Assert.Equal([": too-many"], Unpack.Outcome(zip, new ParsingOptions { MaxItems = 9 }));
        Assert.Equal(8, Unpack.Outcome(zip, new ParsingOptions { MaxItems = 10 }).Length);
    }

    [Theory]
    [InlineData("[Content_Types].xml", "xl/workbook.xml", "an Excel workbook")]
    [InlineData("[Content_Types].xml", "ppt/presentation.xml", "a PowerPoint presentation")]
    [InlineData("META-INF/container.xml", "chapter.xhtml", "an EPUB book")]
    [InlineData("META-INF/MANIFEST.MF", "Main.class", "a Java archive")]
    public void Parse_DocumentThatIsAnArchiveInside_IsRejectedAsADocument(string first, string second, string expected)
    {
        var item = Assert.Single(Unpack.Parse(ZipBuilder.Of((first, Trade), (second, Trade))));

        Assert.Equal(RejectionReason.Unsupported, item.Rejection?.Reason);
        Assert.Contains(expected, item.Rejection!.Detail, StringComparison.Ordinal);
        Assert.Null(item.ItemId);
    }

    [Fact]
    public void Parse_OpenDocument_IsKnownByItsFirstEntry()
    {
        var odt = new ZipBuilder().Add("mimetype"u8.ToArray(), "application/vnd.oasis.opendocument.text"u8.ToArray(), deflate: false).Add("content.xml", Trade).Build();

        Assert.Contains("OpenDocument", Assert.Single(Unpack.Parse(odt)).Rejection!.Detail, StringComparison.Ordinal);
    }
}
