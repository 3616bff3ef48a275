using System.Text;
using Pipeline.Testing.Archives;
using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Unpacking;

public sealed class WarcUnpackerTests
{
    private const string Uri = "https://news.example/trade";
    private const string Other = "https://news.example/climate";

    private static readonly byte[] Trade = Unpack.Text("trade");
    private static readonly byte[] Climate = Unpack.Text("climate");
    private static readonly string[] Both = [$"{Uri}: Talks on trade resume", $"{Other}: Talks on climate resume"];

    private static WarcBuilder TwoPages => new WarcBuilder().Response(Uri, Trade).Response(Other, Climate);

    [Fact]
    public void Parse_Responses_AreNamedByTheirAddresses() => Assert.Equal(Both, Unpack.Outcome(TwoPages.Build()));

    [Fact]
    public void Parse_GzipWithOneMemberARecord_IsRead() => Assert.Equal(Both, Unpack.Outcome(TwoPages.BuildGzip()));

    [Fact]
    public void Parse_GzipWithOneMember_IsRead() => Assert.Equal(Both, Unpack.Outcome(Gzip.Compress(TwoPages.Build())));

    [Fact]
    public void Parse_InAZip_IsNamedByBoth() =>
        Assert.Equal([.. Both.Select(outcome => "crawl.warc/" + outcome)], Unpack.Outcome(ZipBuilder.Of(("crawl.warc", TwoPages.Build()))));

    [Fact]
    public void Parse_WhatIsNoPage_IsPassedOver() => Assert.Equal(
        [Both[0]],
        Unpack.Outcome(new WarcBuilder()
            .Record("warcinfo", null, "software: example"u8.ToArray(), "application/warc-fields")
            .Record("request", Uri, "GET /trade HTTP/1.1\r\n\r\n"u8.ToArray(), "application/http;msgtype=request")
            .Response(Uri, Trade)
            .Record("metadata", Uri, "fetchTimeMs: 12"u8.ToArray(), "application/warc-fields")
            .Record("revisit", Other, "HTTP/1.1 200 OK\r\n\r\n"u8.ToArray(), "application/http;msgtype=response")
            .Record("response", "dns:news.example", "20240503 news.example. 60 IN A 192.0.2.1"u8.ToArray(), "text/dns")
            .Response("https://news.example/gone", Climate, status: "404 Not Found")
            .Response("https://news.example/moved", Climate, status: "301 Moved Permanently")
            .Response("https://news.example/logo.svg", "<svg/>"u8.ToArray(), "image/svg+xml")
            .Response("https://news.example/app.js", Climate, "text/javascript")
            .Response("https://news.example/robots.txt", Climate)
            .Build()));

    [Fact]
    public void Parse_NoPage_RejectsWithWhatThereIs()
    {
        var item = Assert.Single(Unpack.Parse(new WarcBuilder()
            .Record("warcinfo", null, "software: example"u8.ToArray())
            .Response(Uri, Trade, status: "404 Not Found")
            .Response(Other, Climate, "image/png")
            .Build()));

        Assert.Equal(RejectionReason.Empty, item.Rejection?.Reason);
        Assert.Equal(
            "The web archive holds 3 records and no page: 1 are no content, 1 have another status than 200, 1 are of types that are not read.",
            item.Rejection!.Detail);
    }

    [Theory]
    [InlineData("resource")]
    [InlineData("conversion")]
    public void Parse_ContentWithoutHttp_IsRead(string type) =>
        Assert.Equal([Both[0]], Unpack.Outcome(new WarcBuilder().Record(type, Uri, Trade).Build()));

    [Fact]
    public void Parse_AddressInAngleBrackets_LosesThem() =>
        Assert.Equal([Both[0]], Unpack.Outcome(new WarcBuilder().Response($"<{Uri}>", Trade).Build()));

    [Fact]
    public void Parse_SameAddressTwice_IsToldApartOnlyWhereContentDiffers()
    {
        Assert.Equal([Both[0]], Unpack.Outcome(new WarcBuilder().Response(Uri, Trade).Response(Uri, Trade).Build()));

        var outcome = Unpack.Outcome(new WarcBuilder().Response(Uri, Trade).Response(Uri, Climate).Build());

        Assert.Equal(2, outcome.Length);
        Assert.All(outcome, item => Assert.StartsWith(Uri + "#", item, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("yesterday")]
    public void Parse_DateThatIsDamaged_IsPassedOver(string date) =>
        Assert.Equal([Both[0]], Unpack.Outcome(new WarcBuilder().Record("resource", Uri, Trade, date: date).Build()));

    [Theory]
    [InlineData("2024-04-20T10:00:00Z", null)]
    [InlineData("2024-05-03T10:00:00Z", "2024-05-02")]
    [InlineData("2030-05-03T10:00:00Z", "2024-05-02")]
    public void Parse_DayOfTheFetch_IsTheLastThatAnArticleCanHave(string fetched, string? expected)
    {
        var warc = new WarcBuilder().Record("resource", Uri, Trade, date: fetched).Build();

        var item = Assert.Single(Unpack.Parse(warc, received: new DateTimeOffset(2024, 6, 1, 0, 0, 0, TimeSpan.Zero)));

        Assert.Equal(expected, item.Article?.Published?.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Parse_AddressTypeAndDate_ReachTheReader()
    {
        var seen = new CapturingReader();
        var warc = new WarcBuilder().Response(Uri + "?page=1", Trade, "text/html; charset=windows-1252").Build();

        seen.Parse(warc);

        var file = Assert.Single(seen.Files);
        Assert.Equal(Uri + "?page=1", file.Address);
        Assert.Equal("text/html; charset=windows-1252", file.MediaType);
        Assert.Equal(new DateTimeOffset(2024, 5, 3, 10, 0, 0, TimeSpan.Zero), file.Received);
        Assert.Equal("drop.bin/" + Uri, file.Name);
        Assert.Equal(Trade, file.Content.ToArray());
    }

    public static TheoryData<string, byte[]> CodedBodies => new()
    {
        { "gzip", Gzip.Compress(Trade) },
        { "x-gzip", Gzip.Compress(Trade) },
        { "deflate", Gzip.Zlib(Trade) },
        { "deflate", Gzip.Deflate(Trade) },
        { "br", Gzip.Brotli(Trade) },
        { "identity", Trade },
        { "gzip, br", Gzip.Brotli(Gzip.Compress(Trade)) },
        { "gzip", Trade },
    };

    [Theory]
    [MemberData(nameof(CodedBodies))]
    public void Parse_CodedBody_IsDecoded(string coding, byte[] body) =>
        Assert.Equal([Both[0]], Unpack.Outcome(new WarcBuilder().Response(Uri, body, headers: $"Content-Encoding: {coding}").Build()));

    [Fact]
    public void Parse_CodingThatIsNotRead_IsRejectedAsThat() =>
        Assert.Equal([$"{Uri}: unsupported"], Unpack.Outcome(new WarcBuilder().Response(Uri, [0x28, 0xB5, 0x2F, 0xFD, 4], headers: "Content-Encoding: zstd").Build()));

    [Fact]
    public void Parse_CodedBodyThatExpandsTooFar_IsRejectedAsThat() => Assert.Equal(
        [$"{Uri}: expands-too-far", Both[1]],
        Unpack.Outcome(new WarcBuilder().Response(Uri, Gzip.Compress(new byte[15_000_000]), headers: "Content-Encoding: gzip").Response(Other, Climate).Build()));

    [Fact]
    public void Parse_CodedBodyThatBreaksOff_IsReadAsFarAsItGoes()
    {
        var body = Gzip.Compress(Trade);

        Assert.Equal([Both[0]], Unpack.Outcome(new WarcBuilder().Response(Uri, body[..^12], headers: "Content-Encoding: gzip").Build()));
    }

    [Theory]
    [InlineData("{0:x}\r\n{1}\r\n0\r\n\r\n")]
    [InlineData("{0:X};name=value\r\n{1}\r\n0\r\n\r\n")]
    [InlineData("{0:x}\n{1}\n0\n\n")]
    [InlineData("{0:x}\r\n{1}")]
    [InlineData("fffff\r\n{1}")]
    [InlineData("{1}")]
    public void Parse_ChunkedBody_IsJoined(string form)
    {
        var text = Encoding.UTF8.GetString(Trade);
        var body = string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Trade.Length, text);

        Assert.Equal([Both[0]], Unpack.Outcome(new WarcBuilder().Response(Uri, Encoding.UTF8.GetBytes(body), headers: "Transfer-Encoding: chunked").Build()));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("99999999999999999999999999")]
    [InlineData("9999999")]
    [InlineData("20")]
    [InlineData("12 bytes")]
    [InlineData("0x10")]
    [InlineData("")]
    public void Parse_WrongLength_IsRejectedAndReadingGoesOn(string length) => Assert.Equal(
        [$"{Uri}: malformed", Both[1]],
        Unpack.Outcome(new WarcBuilder().Record("resource", Uri, Trade, length: length).Response(Other, Climate).Build()));

    [Theory]
    [InlineData("-5")]
    [InlineData("9999999")]
    [InlineData("9999999999")]
    public void Parse_WrongLengthInGzip_IsRejectedAndReadingGoesOn(string length) => Assert.Equal(
        [$"{Uri}: malformed", Both[1]],
        Unpack.Outcome(new WarcBuilder().Record("resource", Uri, Trade, length: length).Response(Other, Climate).BuildGzip()));

    [Fact]
    public void Parse_LengthPastTheEndOfTheFile_IsRejected() =>
        Assert.Equal([Both[1], $"{Uri}: malformed"], Unpack.Outcome(new WarcBuilder().Response(Other, Climate).Record("resource", Uri, Trade, length: "5000").Build()));

    [Fact]
    public void Parse_NoVersionLine_IsRejectedAndReadingGoesOn()
    {
        var items = Unpack.Parse(new WarcBuilder().Response(Uri, Trade).Raw("WARC-Type: resource\r\n\r\nlost\r\n\r\n"u8.ToArray()).Response(Other, Climate).Build());

        Assert.Equal([true, false, true], items.Select(item => item.Article is not null));
        Assert.Contains("There is no WARC/1.x line at byte ", items[1].Rejection!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LineEndsOfLineFeedAlone_AreRead() => Assert.Equal(
        Both,
        Unpack.Outcome(new WarcBuilder().Record("resource", Uri, Trade, lineEnd: "\n").Record("resource", Other, Climate, lineEnd: "\n").Build()));

    [Fact]
    public void Parse_RecordOverTheLengthOfAFile_IsRejectedAndReadingGoesOn() => Assert.Equal(
        [$"{Uri}: too-large", Both[1]],
        Unpack.Outcome(
            new WarcBuilder().Record("resource", Uri, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("They left. ", 100_000)))).Response(Other, Climate).BuildGzip(),
            new ParsingOptions { MaxFileBytes = 100_000 }));

    [Fact]
    public void Parse_HeaderWithoutEnd_IsRejectedAndReadingGoesOn() => Assert.Equal(
        [$"{Other}: Talks on climate resume"],
        Unpack.Outcome(new WarcBuilder().Raw(Encoding.UTF8.GetBytes("WARC/1.0\r\nX: " + new string('a', 200_000) + "\r\n\r\n")).Response(Other, Climate).Build())[1..]);

    [Fact]
    public void Parse_GzipThatBreaksOff_KeepsWhatCameBefore()
    {
        var gzip = TwoPages.BuildGzip();

        Assert.Equal([Both[0], $"{Other}: malformed"], Unpack.Outcome(gzip[..^20]));
    }

    [Fact]
    public void Parse_GzipOverTheBytesThatMayBeExpanded_RejectsTheRest()
    {
        var warc = new WarcBuilder().Response(Uri, Trade).Record("resource", Other, new byte[2_000_000]).BuildGzip();

        var outcome = Unpack.Outcome(warc, new ParsingOptions { MaxExpandedBytes = 300_000 });

        Assert.Equal([Both[0], $"{Other}: expands-too-far"], outcome);
    }

    private sealed class CapturingReader : IArticleReader
    {
        public List<SourceFile> Files { get; } = [];

        public string Format => "captured";

        public bool CanRead(SourceFile file) => true;

        public void Parse(byte[] content) => new ArticleParser([this], [new Text.Parsing.Unpacking.Warc.WarcUnpacker()], new ParsingOptions(), TimeProvider.System)
            .Parse(new SourceFile("drop.bin", content), TestContext.Current.CancellationToken);

        public IReadOnlyList<ParsedItem> Read(SourceFile file, CancellationToken cancellationToken)
        {
            Files.Add(file with { Content = file.Content.ToArray() });
            return [ParsedItem.Rejected(RejectionReason.NotText, "It was seen.")];
        }
    }
}
