using Pipeline.Text.Matching;
using Xunit;

namespace Pipeline.Text.Tests.Matching;

public sealed class PhraseMatcherTests
{
    [Theory]
    [InlineData("a climate change bill", "climate change")]
    [InlineData("climate, change", "")]
    [InlineData("the political climate changes", "climate change")]
    [InlineData("change of climate", "")]
    public void Match_Phrase_IsFoundWhereWordsFollowEachOther(string text, string expected) =>
        Assert.Equal(expected == "" ? [] : [expected], Find(text, "climate change"));

    [Fact]
    public void Match_OverlappingPhrases_FindsAll()
    {
        var found = Find("the White House press corps", "White House", "House press corps", "press", "White House press");

        Assert.Equal(["White House", "White House press", "press", "House press corps"], found);
    }

    [Fact]
    public void Match_PhraseInsideFailedLongerOne_IsFound()
    {
        var found = Find("new york city hall", "new york city council", "york city hall", "city");

        Assert.Equal(["city", "york city hall"], found);
    }

    [Fact]
    public void Add_SamePhraseTwice_IsOnePhrase()
    {
        var builder = new PhraseMatcherBuilder();

        var first = builder.Add(Words("climate change"));
        var second = builder.Add(Words("climate change"));

        Assert.Equal(first, second);
        Assert.Single(builder.Build().Match(new TokenizedText("climate change")));
    }

    [Fact]
    public void Add_NoWord_Throws() =>
        Assert.Throws<ArgumentException>(() => new PhraseMatcherBuilder().Add([]));

    /// <summary>Finds phrases, written as they were added.</summary>
    private static string[] Find(string text, params string[] phrases)
    {
        var builder = new PhraseMatcherBuilder();
        var numbers = phrases.ToDictionary(phrase => builder.Add(Words(phrase)), phrase => phrase);
        return [.. builder.Build().Match(new TokenizedText(text)).Select(match => numbers[match.Phrase])];
    }

    private static PhraseWord[] Words(string phrase) =>
        [.. phrase.Split(' ').Select(word => PhraseWord.Create(word, Inflection.Verb, matchCase: false))];
}
