using FsCheck.Xunit;
using Pipeline.Text.Matching;
using Xunit;

namespace Pipeline.Text.Tests.Matching;

public sealed class WordFormsTests
{
    [Theory]
    [InlineData("tariff", "tariffs")]
    [InlineData("tax", "taxes")]
    [InlineData("policy", "policies")]
    [InlineData("attorney", "attorneys")]
    [InlineData("woman", "women")]
    [InlineData("crisis", "crises")]
    [InlineData("bus", "buses")]
    public void IsFormOf_Plural_IsForm(string word, string form)
    {
        Assert.True(WordForms.IsFormOf(form, word, Inflection.Noun));
        Assert.False(WordForms.IsFormOf(form, word, Inflection.None));
    }

    [Theory]
    [InlineData("invade", "invaded")]
    [InlineData("invade", "invading")]
    [InlineData("ban", "banned")]
    [InlineData("ban", "banning")]
    [InlineData("deny", "denied")]
    [InlineData("shoot", "shot")]
    [InlineData("strike", "struck")]
    [InlineData("die", "dying")]
    public void IsFormOf_VerbForm_IsFormOfVerbOnly(string word, string form)
    {
        Assert.True(WordForms.IsFormOf(form, word, Inflection.Verb));
        Assert.False(WordForms.IsFormOf(form, word, Inflection.Noun));
    }

    [Theory]
    [InlineData("housing", "house")]
    [InlineData("police", "policy")]
    [InlineData("arms", "arm")]
    public void IsFormOf_OtherWord_IsNotForm(string word, string form) =>
        Assert.False(WordForms.IsFormOf(form, word, Inflection.Verb));

    [Theory]
    [InlineData("vote", "votes", "voted", "voting")]
    [InlineData("process", "processes", "processed", "processing")]
    [InlineData("bill", "bills", "billed", "billing")]
    [InlineData("gas", "gases", "gassed", "gassing")]
    [InlineData("carry", "carries", "carried", "carrying")]
    [InlineData("agree", "agrees", "agreed", "agreeing")]
    [InlineData("shoot", "shoots", "shot", "shooting")]
    [InlineData("feed", "feeds", "fed", "feeding")]
    public void KeyOf_FormsOfOneWord_IsOneKey(params string[] forms)
    {
        var keys = forms.Select(form => WordForms.KeyOf(form)).Distinct();

        Assert.Single(keys);
    }

    [Property]
    public bool KeyOf_RegularFormsOfAnyWord_IsOneKey(byte[] letters)
    {
        var word = string.Concat((letters ?? []).Take(12).Select(letter => (char)('a' + (letter % 26))));
        string[] endings = ["s", "es", "d", "ed", "ing"];
        return word.Length < 3 || endings
            .Select(ending => word + ending)
            .Concat([word[..^1] + "ies", word[..^1] + "ied", word[..^1] + "ing", word + word[^1] + "ed", word + word[^1] + "ing"])
            .Where(form => WordForms.IsFormOf(form, word, Inflection.Verb))
            .All(form => WordForms.KeyOf(form) == WordForms.KeyOf(word));
    }
}
