using Pipeline.Evaluation.Names;
using Pipeline.Text.Tagging.Actors.Recognition;
using Xunit;

namespace Pipeline.Text.Tests.Evaluation;

public sealed class NameScoringTests
{
    [Theory]
    [InlineData("B-PER I-PER O", "0-2 PER")]
    [InlineData("I-PER B-PER I-LOC", "0-1 PER|1-2 PER|2-3 LOC")]
    [InlineData("O B-LOC B-LOC", "1-2 LOC|2-3 LOC")]
    public void Read_Tags_GivesNamesAsConllevalDoes(string tags, string expected) =>
        Assert.Equal(expected, string.Join('|', NameTags.Read(tags.Split(' ')).Select(name => $"{name.Start}-{name.End} {name.Tag}")));

    [Fact]
    public void Add_Sets_CountsWhatIsRightWrongAndMissed()
    {
        var score = new NameScore();

        score.Add(new HashSet<int> { 1, 2, 3, 4 }, new HashSet<int> { 1, 2, 5 });

        Assert.Equal(2.0 / 3, score.Precision, 6);
        Assert.Equal(0.5, score.Recall, 6);
        Assert.Equal(4.0 / 7, score.F1, 6);
    }

    [Fact]
    public void Make_Lines_NamesOnlyWhatStandsForNames()
    {
        var lines = new ResultTables(new NamePools(new Random(1))).Make(500).ToList();

        Assert.All(lines.SelectMany(line => line.Names.Select(name => string.Concat(line.Tokens.Skip(name.Start).Take(name.End - name.Start)))), name => Assert.Contains(name, char.IsLetter));
        Assert.Equal(Enum.GetValues<NameType>(), lines.SelectMany(line => line.Names).Select(name => name.Type!.Value).Distinct().Order());
    }
}
