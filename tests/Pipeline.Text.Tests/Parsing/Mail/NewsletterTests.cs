using System.Text;
using Pipeline.Text.Parsing;
using Pipeline.Text.Parsing.Assembly;
using Pipeline.Text.Parsing.Mail;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Mail;

public sealed class NewsletterTests
{
    private const string First = "Café owners in the old town said on Friday that they would back the plan to close two streets to cars.";
    private const string Second = "The council votes next week, and the office of the mayor puts the cost at three million euros.";

    [Theory]
    [InlineData("<p>Forwarded this email? Subscribe here for more</p><p>Jane Doe</p><p>Nov 17</p><p>∙ <a>Paid</a></p><p><a>READ IN APP</a></p>FIRST SECOND")]
    [InlineData("<p>Presented by Harbour Bank</p><p>With help from John Roe</p>FIRST SECOND")]
    [InlineData("FIRST<p><i>Harbour Notes is a reader-supported publication. To receive new posts and support my work, consider becoming a free or paid subscriber.</i></p>SECOND<p><a>Like</a> <a>Comment</a> <a>Restack</a></p>")]
    [InlineData("FIRST<div><a>Facebook</a><a>Twitter</a><a>Flag as irrelevant</a></div>SECOND<div>See more results | Edit this alert</div>")]
    [InlineData("FIRST<p><i>A message from Harbour Bank:</i></p><p>We put a million euros into small shops each year. Learn more about it.</p><p>Harbour Bank is where the town banks.</p>SECOND")]
    [InlineData("FIRST<p>A message from Harbour Bank:</p><p>We put a million euros into small shops each year.</p><p>A message from Harbour Bank</p>SECOND")]
    [InlineData("FIRST SECOND<p>Thanks for spending part of your morning with us. See you tomorrow.</p><p>Sign up here to get this newsletter in your inbox.</p><p>Need help? Review our newsletter help page or contact us for assistance.</p>")]
    public void Read_WhatStandsAroundTheText_IsLeftOut(string html) =>
        Assert.Equal($"{First}\n\n{Second}", Read("Jane Doe from Harbour Notes <jane@notes.test>", html).Text);

    [Theory]
    [InlineData("<p>A message from the mayor was read out to the owners on Friday, and they cheered.</p>FIRST SECOND", "A message from the mayor was read out to the owners on Friday, and they cheered.")]
    [InlineData("<p>Jane Doe said on Friday that she would pay for it, and Mr. Paid would not.</p>FIRST SECOND", "Jane Doe said on Friday that she would pay for it, and Mr. Paid would not.")]
    public void Read_ProseThatStartsAlike_Stays(string html, string expected) =>
        Assert.StartsWith(expected, Read("Harbour Notes <jane@notes.test>", html).Text, StringComparison.Ordinal);

    [Fact]
    public void Read_TitleThatIsALink_GivesTheAddress() =>
        Assert.Equal("https://notes.test/p/plan", Read("Harbour Notes <jane@notes.test>", "<h1><a href=\"https://notes.test/p/plan\">Owners back the plan</a></h1>FIRST").Url);

    [Theory]
    [InlineData("Harbour Playbook <harbourplaybook@email.test>", "Harbour Playbook")]
    [InlineData("Harbour Alerts <alerts-noreply@harbour.test>", "Harbour Alerts")]
    public void Read_NewsletterAsSender_IsTheSource(string from, string expected)
    {
        var article = Read(from, "FIRST SECOND");

        Assert.Empty(article.Authors);
        Assert.Equal(expected, article.Source);
    }

    [Fact]
    public void Read_DomainThatOnlySendsMail_IsNoSource() =>
        Assert.Null(Read("Jane Doe <jane@email.test>", "FIRST SECOND").Source);

    private static Article Read(string from, string html)
    {
        var body = html.Replace("FIRST", $"<p>{First}</p>", StringComparison.Ordinal).Replace("SECOND", $"<p>{Second}</p>", StringComparison.Ordinal);
        var mail = $"From: {from}\nTo: desk@example.test\nSubject: Owners back the plan\nDate: Fri, 17 Nov 2023 10:32:00 +0100\nMessage-ID: <1@notes.test>\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{body}\n";
        var reader = new MailArticleReader(new ArticleAssembler(new LanguageIdentifier()), new ParsingOptions());
        return reader.Read(new SourceFile("a.eml", Encoding.UTF8.GetBytes(mail)), TestContext.Current.CancellationToken)[0].Article!;
    }
}
