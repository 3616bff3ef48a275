using System.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Decoding;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Decoding;

public sealed class TextDecoderTests
{
    private const string French = "Le président a déclaré vendredi que les négociations se poursuivraient l’été prochain, à Genève. L’accord n’était pas prêt.";

    public static TheoryData<string, string> LegacyTexts => new()
    {
        { "windows-1252", French },
        { "windows-1252", "The mayor’s office said “no” to the plan — and that’s that, for now. Nothing else was said at all in the hall." },
        { "windows-1252", "The café was full, the mayor said." },
        { "windows-1252", "The jalapeño harvest was poor this year, growers in the valley said on Friday." },
        { "windows-1252", "The São Paulo court ruled on Friday that the dam’s owner must pay all of it." },
        { "windows-1252", "The scheme will cost £500m over three years, the ministry said on Friday." },
        { "iso-8859-1", "Der Präsident sagte, die Gespräche würden im nächsten März fortgesetzt." },
        { "windows-1251", "Президент заявил в пятницу, что переговоры продолжатся на следующей неделе." },
        { "koi8-r", "Президент заявил в пятницу, что переговоры продолжатся на следующей неделе." },
        { "windows-1250", "Prezydent powiedział w piątek, że rozmowy będą kontynuowane w przyszłym tygodniu." },
        { "windows-1253", "Ο πρόεδρος είπε την Παρασκευή ότι οι συνομιλίες θα συνεχιστούν." },
        { "windows-1254", "Cumhurbaşkanı cuma günü görüşmelerin süreceğini söyledi. Şimdi iş başladı." },
        { "windows-1255", "הנשיא אמר ביום שישי כי השיחות יימשכו בשבוע הבא." },
        { "windows-1256", "قال الرئيس يوم الجمعة إن المحادثات ستستمر الأسبوع المقبل." },
        { "shift_jis", "総統は金曜日、会談は来週も続くと述べた。詳細は明らかにしなかった。" },
        { "euc-jp", "総統は金曜日、会談は来週も続くと述べた。詳細は明らかにしなかった。" },
        { "iso-2022-jp", "総統は金曜日、会談は来週も続くと述べた。詳細は明らかにしなかった。" },
        { "gb18030", "总统周五表示，会谈将于下周继续进行。他没有透露细节。" },
        { "big5", "總統週五表示，會談將於下週繼續進行。他沒有透露細節。" },
        { "euc-kr", "대통령은 금요일 회담이 다음 주에도 계속될 것이라고 말했다." },
    };

    public static TheoryData<Encoding> UnicodeEncodings =>
    [
        new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UTF32Encoding(false, true), new UTF32Encoding(true, true),
    ];

    [Theory]
    [MemberData(nameof(LegacyTexts))]
    public void Decode_LegacyEncoding_ReturnsText(string encoding, string text)
    {
        var bytes = (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);

        var decoded = TextDecoder.Decode(bytes);

        Assert.Equal(text, decoded.Text);
    }

    [Fact]
    public void Decode_Utf8WithColoursOfATerminal_IsUtf8()
    {
        const string Text = "The café was \u001B[1mfull\u001B[0m, the mayor said.\u009B";

        var decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes(Text));

        Assert.Equal(Text, decoded.Text);
    }

    [Theory]
    [MemberData(nameof(UnicodeEncodings))]
    public void Decode_ByteOrderMark_ReturnsTextWithoutIt(Encoding encoding)
    {
        var decoded = TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(French)]);

        Assert.Equal(French, decoded.Text);
    }

    [Theory]
    [InlineData(false, French)]
    [InlineData(true, French)]
    [InlineData(false, "总统周五表示，会谈将于下周继续进行。\n他没有透露细节。\n")]
    [InlineData(true, "Президент заявил в пятницу, что переговоры продолжатся.")]
    public void Decode_Utf16WithoutMark_ReturnsText(bool bigEndian, string text)
    {
        var decoded = TextDecoder.Decode(new UnicodeEncoding(bigEndian, false).GetBytes(text));

        Assert.Equal(text, decoded.Text);
    }

    [Fact]
    public void Decode_Utf8CutInsideItsLastCharacter_DropsIt()
    {
        var bytes = Encoding.UTF8.GetBytes(French + "é");

        var decoded = TextDecoder.Decode(bytes.AsSpan(0, bytes.Length - 1));

        Assert.Equal(French, decoded.Text);
    }

    [Fact]
    public void Decode_Utf16WithOddLength_DropsTheLastByte()
    {
        var decoded = TextDecoder.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(French), 0x41]);

        Assert.Equal(French, decoded.Text);
    }

    [Fact]
    public void Decode_OneBrokenByteInUtf8_ReplacesIt()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(French), (byte)' ', 0x92, (byte)' ', .. Encoding.UTF8.GetBytes(French)];

        var decoded = TextDecoder.Decode(bytes);

        Assert.Equal($"{French} \uFFFD {French}", decoded.Text);
    }

    [Fact]
    public void Decode_Windows1252ThatEndsInAnAccent_IsNotTruncatedUtf8()
    {
        byte[] bytes = [.. "They met at the old caf"u8, 0xE9];

        Assert.Equal("They met at the old café", TextDecoder.Decode(bytes).Text);
    }

    [Fact]
    public void Decode_StrayControlCharacter_IsStillText()
    {
        var decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes(French + "\u001A"));

        Assert.True(decoded.IsText);
    }

    [Theory]
    [InlineData(0xFF, 0xFE)]
    [InlineData(0xFE, 0xFF)]
    public void Decode_Utf16MarkBeforeAscii_RejectsAsUndecodable(byte first, byte second)
    {
        var decoded = TextDecoder.Decode([first, second, .. "The council met on Friday and voted for the plan."u8]);

        Assert.Equal(RejectionReason.Undecodable, decoded.Rejection?.Reason);
        Assert.Contains("UTF-16", decoded.Rejection!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_Utf8MarkBeforeOtherBytes_RejectsAsUndecodable()
    {
        var legacy = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(French);

        var decoded = TextDecoder.Decode([0xEF, 0xBB, 0xBF, .. legacy]);

        Assert.Equal(RejectionReason.Undecodable, decoded.Rejection?.Reason);
    }

    [Fact]
    public void Decode_NoEncodingFits_RejectsAsUndecodable()
    {
        var random = new Random(7);
        var bytes = new byte[400];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(i % 2 == 0 ? random.Next(0x20, 0x7F) : random.Next(0x80, 0x100));
        }

        Assert.Equal(RejectionReason.Undecodable, TextDecoder.Decode(bytes).Rejection?.Reason);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D", "PNG")]
    [InlineData("FFD8FFE000104A464946", "JPEG")]
    [InlineData("504B0304140000000800", "ZIP")]
    [InlineData("1F8B0800000000000003", "gzip")]
    [InlineData("255044462D312E370A25", "PDF")]
    [InlineData("7F454C46020101000000", "ELF")]
    [InlineData("7B5C727466315C616E7369", "RTF")]
    [InlineData("D0CF11E0A1B11AE1", "Office")]
    [InlineData("000000186674797069736F6D", "MP4")]
    public void Decode_KnownSignature_NamesIt(string hex, string named)
    {
        var decoded = TextDecoder.Decode(Convert.FromHexString(hex));

        Assert.Equal(RejectionReason.NotText, decoded.Rejection?.Reason);
        Assert.Contains(named, decoded.Rejection!.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_ManyControlBytes_RejectsAsNotText()
    {
        var bytes = new byte[4096];
        new Random(1).NextBytes(bytes);
        (bytes[0], bytes[1]) = (1, 2);

        Assert.Equal(RejectionReason.NotText, TextDecoder.Decode(bytes).Rejection?.Reason);
    }
}
