using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Text.Tests.Summarization;

public sealed class QuotationMarksTests
{
    [Theory]
    [InlineData("He said “it is over” and left.")]
    [InlineData("„Es ist vorbei“, sagte er.")]
    [InlineData("Er sagte »so« und ging.")]
    [InlineData("« C'est fini », dit-il.")]
    [InlineData("Han sade ”så” och gick.")]
    [InlineData("「雨だ」と言った。")]
    [InlineData("He left.")]
    public void AreTorn_WholeQuotation_IsFalse(string sentence) => Assert.False(QuotationMarks.AreTorn(sentence));

    [Theory]
    [InlineData("“It is over, he said.")]
    [InlineData("We are leaving,” he said.")]
    [InlineData("„Es ist vorbei, sagte er.")]
    [InlineData("Wir gehen“, sagte er.")]
    [InlineData("Nous partons », dit-il.")]
    [InlineData("« C'est fini.")]
    [InlineData("雨だ」と言った。")]
    public void AreTorn_HalfAQuotation_IsTrue(string sentence) => Assert.True(QuotationMarks.AreTorn(sentence));
}
