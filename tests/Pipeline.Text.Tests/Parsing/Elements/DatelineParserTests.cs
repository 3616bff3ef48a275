using Pipeline.Text.Parsing.Elements;
using Xunit;

namespace Pipeline.Text.Tests.Parsing.Elements;

public sealed class DatelineParserTests
{
    private const string Sentence = "The two sides met on Friday and agreed to meet again.";

    [Theory]
    [InlineData("SAN FRANCISCO (Reuters) - ", "Reuters", null)]
    [InlineData("WASHINGTON, Nov. 17 (Reuters) — ", "Reuters", null)]
    [InlineData("LONDON (AP) — ", "AP", null)]
    [InlineData("London (AP) -- ", "AP", null)]
    [InlineData("PARIS, 17 November 2023 (AFP) – ", "AFP", "2023-11-17")]
    [InlineData("Paris, 17 November 2023 (AFP) – ", "AFP", "2023-11-17")]
    [InlineData("SEOUL, South Korea, Nov. 17, 2023 (AP) - ", "AP", "2023-11-17")]
    [InlineData("KYIV, Ukraine — ", null, null)]
    [InlineData("WASHINGTON, D.C. — ", null, null)]
    [InlineData("RIO DE JANEIRO - ", null, null)]
    [InlineData("BEIRUT/CAIRO (Reuters) - ", "Reuters", null)]
    [InlineData("Geneva, 17 November 2023 — ", null, "2023-11-17")]
    [InlineData("(CNN) -- ", "CNN", null)]
    [InlineData("(CNN)", "CNN", null)]
    [InlineData("(Reuters) - ", "Reuters", null)]
    [InlineData("Washington (CNN) ", "CNN", null)]
    [InlineData("BRUSSELS (AP) _ ", "AP", null)]
    [InlineData("MOSCOW (Reuters) -", "Reuters", null)]
    public void Parse_Dateline_ReturnsItsParts(string opening, string? source, string? day)
    {
        var dateline = DatelineParser.Parse(opening + Sentence);

        Assert.NotNull(dateline);
        Assert.Equal(Sentence, (opening + Sentence)[dateline.Length..]);
        Assert.Equal(source, dateline.Source);
        Assert.Equal(day, dateline.Published?.Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("STRIKE DAY — Dockworkers stopped work after midnight and closed the port.")]
    [InlineData("THE BIG IDEA — Cities on the coast want to charge for the use of their roads.")]
    [InlineData("FIRST IN PLAYBOOK — The governor will name a new chief of staff on Monday.")]
    [InlineData("The president — who spoke on Friday — said that the talks would go on.")]
    [InlineData("NATO — the alliance of 32 states — met on Friday to talk about the war.")]
    [InlineData("BREAKING — The two sides met on Friday and agreed to meet again.")]
    [InlineData("UPDATE - The two sides met on Friday and agreed to meet again.")]
    [InlineData("Paris — The two sides met on Friday and agreed to meet again.")]
    [InlineData("The union (IG Metall) - The two sides met on Friday and agreed.")]
    [InlineData("A well-known plan (see below) was met with doubt on Friday by all.")]
    [InlineData("WASHINGTON (Reuters) - ")]
    [InlineData("")]
    public void Parse_PlainProse_ReturnsNull(string paragraph) =>
        Assert.Null(DatelineParser.Parse(paragraph));
}
