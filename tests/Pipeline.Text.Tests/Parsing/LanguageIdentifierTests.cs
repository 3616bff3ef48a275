using Pipeline.Text.Parsing;
using Xunit;

namespace Pipeline.Text.Tests.Parsing;

public sealed class LanguageIdentifierTests
{
    private static readonly LanguageIdentifier Identifier = new();

    [Theory]
    [InlineData("en", "The president said on Friday that the talks would go on next week.")]
    [InlineData("fr", "Le président a déclaré vendredi que les pourparlers se poursuivraient.")]
    [InlineData("de", "Der Präsident sagte am Freitag, die Gespräche würden fortgesetzt.")]
    [InlineData("es", "El presidente dijo el viernes que las conversaciones continuarían.")]
    [InlineData("it", "Il presidente ha detto venerdì che i colloqui continueranno la prossima settimana.")]
    [InlineData("pt", "O presidente disse na sexta-feira que as negociações vão continuar na próxima semana.")]
    [InlineData("nl", "De president zei vrijdag dat de gesprekken volgende week worden voortgezet.")]
    [InlineData("sv", "Presidenten sade på fredagen att samtalen ska fortsätta nästa vecka.")]
    [InlineData("pl", "Prezydent powiedział w piątek, że rozmowy będą kontynuowane.")]
    [InlineData("ru", "Президент заявил в пятницу, что переговоры продолжатся.")]
    [InlineData("uk", "Президент заявив у п’ятницю, що переговори триватимуть.")]
    [InlineData("tr", "Cumhurbaşkanı cuma günü görüşmelerin gelecek hafta süreceğini söyledi.")]
    [InlineData("ar", "قال الرئيس يوم الجمعة إن المحادثات ستستمر الأسبوع المقبل.")]
    [InlineData("hi", "राष्ट्रपति ने शुक्रवार को कहा कि वार्ता अगले सप्ताह जारी रहेगी।")]
    [InlineData("ja", "総統は金曜日、会談は来週も続くと述べた。")]
    [InlineData("zh", "总统周五表示，会谈将继续进行。")]
    [InlineData("ko", "대통령은 금요일 회담이 다음 주에도 계속될 것이라고 말했다.")]
    [InlineData("th", "ประธานาธิบดีกล่าวเมื่อวันศุกร์ว่าการเจรจาจะดำเนินต่อไป")]
    public void Identify_NewsSentence_ReturnsLanguage(string expected, string text)
    {
        var language = Identifier.Identify(text);

        Assert.Equal(expected, language?.Code);
        Assert.InRange(language!.Value.Confidence, 0.6, 1);
    }

    [Theory]
    [InlineData("Apple 总统周五表示，会谈将继续进行。 The talks", "zh")]
    [InlineData("The president said on Friday 总统 that the talks 会谈 would go on next week, and the week after it.", "en")]
    [InlineData("大統領 총통 総統は金曜日、会談は来週も続くと述べた。", "ja")]
    [InlineData("S\uFFFD]]>telli 中e reac 文 reac>telli 中e reac>telli 文e reac>telli 中e reac>telli", null)]
    public void Identify_MixedScripts_GoesByTheLargerPart(string text, string? expected) =>
        Assert.True(expected is null || Identifier.Identify(text)?.Code == expected);

    [Theory]
    [InlineData("")]
    [InlineData("ok")]
    [InlineData("1234 5678 9012 3456 7890")]
    [InlineData("Jane Doe")]
    public void Identify_TooShort_ReturnsNull(string text) =>
        Assert.Null(Identifier.Identify(text));

    [Fact]
    public void Identify_ManyThreads_AgreeToTheDigit()
    {
        var results = new IdentifiedLanguage?[64];

        Parallel.For(0, results.Length, i => results[i] = Identifier.Identify("Presidenten sa fredag at samtalene vil fortsette i neste uke."));

        Assert.Single(results.Distinct());
    }

    [Fact]
    public void Identify_MarkupOfNoLanguage_Returns()
    {
        const string text = "</inlineData></newsItem><description></rss></title></channel></entry>&</inlineData><guid>a</guid></p></feed><channel><title></contentSet>é</p><![CDATA[</title><newsItem guid='a'><channel>--><content type='xhtml'></inlineData><<newsMessage>&</description><guid>a</guid><newsMessage><contentSet>é<channel><title></title></inlineData></newsItem><body><item>é<description><p><contentSet><content type='xhtml'></feed>&b;<?xml version='1.0'?><newsItem guid='a'>&&<title><contentSet></item></content><newsItem guid='a'>><newsMessage><newsItem guid='a'><nitf>--></inlineData>é</nitf><feed><?xml version='1.0'?><entry></contentSet>&nbsp;&nbsp;";

        Assert.InRange(Identifier.Identify(text)?.Confidence ?? 1, 0.6, 1);
    }

    [Fact]
    public void Identify_EndlessText_ReadsItsStart()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 1_000_000));

        Assert.Null(Identifier.Identify(text));
    }

    [Fact]
    public void Codes_Always_AreTwoLetters() =>
        Assert.All(LanguageIdentifier.Codes, code => Assert.Matches("^[a-z]{2}$", code));
}
