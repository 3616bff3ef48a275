using System.Diagnostics;
using System.Globalization;
using FsCheck.Xunit;
using Pipeline.Text.Sentences;
using Xunit;

namespace Pipeline.Text.Tests.Sentences;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData(" \n\t ", "")]
    [InlineData("One sentence", "One sentence")]
    [InlineData("  Dr. Lee spoke. She left.  ", "Dr. Lee spoke.|She left.")]
    [InlineData("Did she? Yes! Good.", "Did she?|Yes!|Good.")]
    public void Split_Prose_ReturnsTrimmedSentences(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("Mr. Smith met Gen. Jones and Sen. Lee. They talked.", "Mr. Smith met Gen. Jones and Sen. Lee.|They talked.")]
    [InlineData("Acme Inc. shares fell. Acme Inc. It was sold.", "Acme Inc. shares fell.|Acme Inc.|It was sold.")]
    [InlineData("It opens on Nov. 17 at No. 10. Bring a coat.", "It opens on Nov. 17 at No. 10.|Bring a coat.")]
    [InlineData("Harris vs. Brown goes on. Nobody won.", "Harris vs. Brown goes on.|Nobody won.")]
    [InlineData("It overturned Roe v. Wade in June. Many had expected it.", "It overturned Roe v. Wade in June.|Many had expected it.")]
    [InlineData("They rose 3.5 percent to $1.25. Analysts cheered.", "They rose 3.5 percent to $1.25.|Analysts cheered.")]
    [InlineData("J. K. Rowling wrote it. T. S. Eliot did not.", "J. K. Rowling wrote it.|T. S. Eliot did not.")]
    [InlineData("Albert I. Jones left. The rest stayed.", "Albert I. Jones left.|The rest stayed.")]
    [InlineData("We took plan B. The rest stayed.", "We took plan B.|The rest stayed.")]
    [InlineData("We waited, you and I. Then it rained.", "We waited, you and I.|Then it rained.")]
    public void Split_Abbreviations_DoNotEndSentences(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("He met the U.S. President. He left.", "He met the U.S. President.|He left.")]
    [InlineData("He lives in the U.S. The rest moved.", "He lives in the U.S.|The rest moved.")]
    [InlineData("It began at 9 p.m. Monday in Rome.", "It began at 9 p.m. Monday in Rome.")]
    [InlineData("The vote ended late at 9 p.m. Nobody stayed.", "The vote ended late at 9 p.m.|Nobody stayed.")]
    [InlineData("At 9 p.m. Mr. Hall rose.", "At 9 p.m. Mr. Hall rose.")]
    public void Split_AcronymsAndTimes_EndOnlyBeforeAStarter(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("“It is over.” She sat down.", "“It is over.”|She sat down.")]
    [InlineData("\"Is it over?\" she asked. \"Yes.\"", "\"Is it over?\" she asked.|\"Yes.\"")]
    [InlineData("“Is it over?” Mr. Hall asked.", "“Is it over?” Mr. Hall asked.")]
    [InlineData("It fell (by 2 percent). It rose.", "It fell (by 2 percent).|It rose.")]
    [InlineData("He paused ... and left. She stayed....  They ate.", "He paused ... and left.|She stayed....|They ate.")]
    [InlineData("Yahoo! in Sunnyvale agreed.", "Yahoo! in Sunnyvale agreed.")]
    public void Split_QuotationsAndEllipses_KeepClosersWithTheirSentence(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("1. Milk 2. Bread 3. Eggs", "1. Milk|2. Bread|3. Eggs")]
    [InlineData("First line\n• one\n• two", "First line|• one|• two")]
    [InlineData("A line\nwrapped here.\n\nA paragraph", "A line\nwrapped here.|A paragraph")]
    [InlineData("今日は雨です。明日は晴れます。", "今日は雨です。|明日は晴れます。")]
    [InlineData("it is closed. they moved away.", "it is closed.|they moved away.")]
    public void Split_ListsLinesAndOtherScripts_FollowTheLayout(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("It fell silent. . . . The rest was lost.", "It fell silent.|. . . The rest was lost.")]
    [InlineData("It fell silent . . . . The rest was lost.", "It fell silent . . . .|The rest was lost.")]
    [InlineData("... He left. She stayed.", "... He left.|She stayed.")]
    public void Split_SpacedEllipsis_OpensTheNextSentenceAfterAFullStop(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("who was it? nobody knew.", "who was it?|nobody knew.")]
    [InlineData("Call 555-0100. they answer late.", "Call 555-0100.|they answer late.")]
    [InlineData("It was closed. i left early.", "It was closed.|i left early.")]
    [InlineData("It is a work of art. Nobody bought it.", "It is a work of art.|Nobody bought it.")]
    [InlineData("We can meet on Sun. Please call.", "We can meet on Sun.|Please call.")]
    public void Split_InformalProse_EndsBeforeSmallLetters(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("The shop closed. -- The owners", "The shop closed.|-- The owners")]
    [InlineData("NEWARK, N.J. -- The mayor left.", "NEWARK, N.J. -- The mayor left.")]
    [InlineData("“It closed.” -- The mayor", "“It closed.” -- The mayor")]
    [InlineData("http://a.example/1 http://a.example/2", "http://a.example/1|http://a.example/2")]
    [InlineData("See http://a.example/1 for more.", "See http://a.example/1 for more.")]
    public void Split_DashesAndAddresses_EndOnlyWhereAnotherLineBegins(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("« C'est fini. Nous partons », dit-il. Elle reste.", "« C'est fini. Nous partons », dit-il.|Elle reste.")]
    [InlineData("Il a dit : « C'est fini. » Elle reste.", "Il a dit : « C'est fini. »|Elle reste.")]
    [InlineData("„Es ist vorbei. Wir gehen“, sagte er. Sie blieb.", "„Es ist vorbei. Wir gehen“, sagte er.|Sie blieb.")]
    [InlineData("„Es ist vorbei.“ Sie blieb.", "„Es ist vorbei.“|Sie blieb.")]
    [InlineData("Sie blieb. »Es ist vorbei. Wir gehen«, sagte er.", "Sie blieb.|»Es ist vorbei. Wir gehen«, sagte er.")]
    [InlineData("「雨だ。帰ろう。」と彼は言った。皆は帰った。", "「雨だ。帰ろう。」と彼は言った。|皆は帰った。")]
    [InlineData("「雨だ。」皆は帰った。", "「雨だ。」|皆は帰った。")]
    [InlineData("“下雨了。回家吧。”他说。大家走了。", "“下雨了。回家吧。”他说。|大家走了。")]
    [InlineData("“下雨了。”大家走了。", "“下雨了。”|大家走了。")]
    public void Split_QuotationsOfOtherLanguages_AreNotTorn(string text, string expected) => AssertSplit(text, expected);

    [Fact]
    public void Split_QuotationThatNeverEnds_IsSplitLikeProse() =>
        Assert.Equal(["« C'est fini.", "Elle reste."], Texts("« C'est fini. Elle reste."));

    [Fact]
    public void Split_QuotationTooLongForASentence_IsSplitLikeProse()
    {
        var sentence = "La ville ferme le vieux pont du port pour deux ans.";

        Assert.True(Texts($"« {string.Join(' ', Enumerable.Repeat(sentence, 10))} »").Count >= 10);
    }

    [Theory]
    [InlineData("Sie kam am 3. März nach Bonn. Er blieb.", "Sie kam am 3. März nach Bonn.|Er blieb.")]
    [InlineData("Die Wahl ist am Montag, 3. April, in Bonn.", "Die Wahl ist am Montag, 3. April, in Bonn.")]
    [InlineData("Das Haus stammt aus dem 19. Jahrhundert. Es steht leer.", "Das Haus stammt aus dem 19. Jahrhundert.|Es steht leer.")]
    [InlineData("We won in 2019. April was cold.", "We won in 2019.|April was cold.")]
    [InlineData("She is number 3. The rest lost.", "She is number 3.|The rest lost.")]
    public void Split_GermanOrdinals_GoOn(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("پل بند ہے۔ لوگ پریشان ہیں۔", "پل بند ہے۔|لوگ پریشان ہیں۔")]
    [InlineData("पुल बंद है। लोग परेशान हैं।", "पुल बंद है।|लोग परेशान हैं।")]
    public void Split_FullStopsOfOtherScripts_EndSentences(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("Yahoo! Inc. said so. Nobody cared.", "Yahoo! Inc. said so.|Nobody cared.")]
    [InlineData("We won! Incoming calls rose.", "We won!|Incoming calls rose.")]
    public void Split_ExclamationMarkInACompanysName_EndsNothing(string text, string expected) => AssertSplit(text, expected);

    [Theory]
    [InlineData("a\thttp://a.example\t", 20_000)]
    [InlineData("at 5 p.m. Monday ", 20_000)]
    [InlineData("a \t\t  .  ", 20_000)]
    [InlineData("« a. ", 20_000)]
    [InlineData("„", 100_000)]
    [InlineData(". \n - ", 20_000)]
    public void Split_LongRuns_TakesTimeThatGrowsWithTheText(string piece, int count)
    {
        // The square would take 64 times as long. Other work on the machine may disturb an attempt.
        Assert.Contains(Enumerable.Range(0, 5), _ => Time(8 * count) < (24 * Time(count)) + TimeSpan.FromMilliseconds(20));

        TimeSpan Time(int times)
        {
            var text = string.Concat(Enumerable.Repeat(piece, times));
            return Enumerable.Range(0, 3).Min(_ =>
            {
                var start = Stopwatch.GetTimestamp();
                SentenceSplitter.Split(text);
                return Stopwatch.GetElapsedTime(start);
            });
        }
    }

    [Property(MaxTest = 500)]
    public void Split_AnyText_CoversItInOrder(string? input)
    {
        var text = input ?? string.Empty;

        var sentences = SentenceSplitter.Split(text);

        AssertCovers(text, sentences);
    }

    [Property(MaxTest = 500)]
    public void Split_AnyPunctuation_CoversItInOrder(byte[] seeds)
    {
        string[] pieces = [". ", "? ", "!", "U.S.", " ", "\n", "\n\n", "\"", "’", "Mr.", "1.", "a) ", "He ", "left", "5 p.m.", "...", "(", ")", "•", "。", "\ud83d\ude00", "«", " »", "„", "“", "”", "「", "」", "۔", "3. März "];
        var text = string.Concat(seeds.Select(seed => pieces[seed % pieces.Length]));

        var sentences = SentenceSplitter.Split(text);

        AssertCovers(text, sentences);
    }

    [Fact]
    public void Split_TurkishCulture_ChangesNothing()
    {
        const string Text = "It was IN THE U.S. I left. INC. Then he said so. At 9 P.M. In Izmir it rained.";
        var expected = SentenceSplitter.Split(Text);
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
        try
        {
            Assert.Equal(expected, SentenceSplitter.Split(Text));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static void AssertSplit(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Texts(text)));

    private static List<string> Texts(string text) => [.. SentenceSplitter.Split(text).Select(span => text[span.Start..span.End])];

    private static void AssertCovers(string text, IReadOnlyList<TextSpan> sentences)
    {
        var end = 0;
        foreach (var sentence in sentences)
        {
            Assert.True(sentence.Start >= end && sentence.Length > 0 && sentence.End <= text.Length);
            Assert.True(string.IsNullOrWhiteSpace(text[end..sentence.Start]));
            Assert.False(char.IsWhiteSpace(text[sentence.Start]) || char.IsWhiteSpace(text[sentence.End - 1]));
            end = sentence.End;
        }

        Assert.True(string.IsNullOrWhiteSpace(text[end..]));
    }

    [Theory]
    [InlineData("It rained. They left.", "It rained.")]
    [InlineData("Mr. Doe met Dr. Roe. They left.", "Mr. Doe met Dr. Roe.")]
    [InlineData("The U.S. President spoke. They left.", "The U.S. President spoke.")]
    [InlineData("“It rained.” They left.", "“It rained.”")]
    [InlineData("It cost 3.5 million. They paid.", "It cost 3.5 million.")]
    [InlineData("雨が降った。彼らは去った。", "雨が降った。")]
    public void FirstEnd_Prose_IsPastItsStop(string text, string expected) =>
        Assert.Equal(expected, text[..SentenceSplitter.FirstEnd(text)]);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("No stop here")]
    [InlineData("Mr. Doe of the U.S. Army")]
    public void FirstEnd_NoSentenceEnds_IsMinusOne(string text) =>
        Assert.Equal(-1, SentenceSplitter.FirstEnd(text));
}
