using Pipeline.Text.Tagging.Actors;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Actors;

public sealed class SentenceWordsTests
{
    private static readonly NameLexicon Lexicon = NameLexicon.LoadBuiltIn();

    [Theory]
    [InlineData("China 's army and Peru’s.", "China|army|and|Peru")]
    [InlineData("U.S.-China ties (J. Doe & Co)", "U.S.|China|ties|J.|Doe|Co")]
    [InlineData("AT&T's \"Big\" plan", "AT&T|Big|plan")]
    public void Read_Sentence_GivesItsWords(string text, string expected)
    {
        var words = Read(text);

        Assert.Equal(expected, string.Join('|', Enumerable.Range(0, words.Count).Select(i => words.Text(i).ToString())));
    }

    [Theory]
    [InlineData("a b-c, d (e) f \"g\" h: i. j / k — l", "* -,()\"\":./*")]
    public void Read_Marks_AreTheGapsBetweenWords(string text, string expected)
    {
        var words = Read(text);

        Assert.Equal(expected, string.Concat(Enumerable.Range(0, words.Count).Select(i => words[i].Gap)));
    }

    [Theory]
    [InlineData("FRANCE AND SPAIN SIGN PACT", nameof(CaseStyle.Capitals))]
    [InlineData("NATO met.", nameof(CaseStyle.Sentence))]
    [InlineData("France And Spain Sign Grand Pact", nameof(CaseStyle.Title))]
    [InlineData("France and Spain signed a grand pact.", nameof(CaseStyle.Sentence))]
    public void Style_Sentence_SaysHowCapitalsAreUsed(string text, string expected) => Assert.Equal(expected, $"{Read(text).Style}");

    private static SentenceWords Read(string text)
    {
        var words = new SentenceWords(Lexicon);
        words.Read(text, new TextSpan(0, text.Length));
        return words;
    }
}
