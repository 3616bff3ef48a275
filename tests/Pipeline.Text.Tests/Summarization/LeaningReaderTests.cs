using Pipeline.Text.Summarization;
using Xunit;

namespace Pipeline.Text.Tests.Summarization;

public sealed class LeaningReaderTests
{
    [Theory]
    [InlineData("He also said that the bridge was safe.")]
    [InlineData("But Lund refused.")]
    [InlineData("This started when the bridge closed.")]
    [InlineData("It’s a hard choice.")]
    [InlineData("Which is why the bridge closed.")]
    [InlineData("However, the bridge stayed open.")]
    [InlineData("On Tuesday, however, the bridge stayed open.")]
    [InlineData("After that, the bridge stayed open.")]
    [InlineData("Some of them left the city.")]
    [InlineData("At the time, Lund was mayor.")]
    [InlineData("“The bridge is safe,” she said.")]
    [InlineData("It was closed,” said Lund.")]
    [InlineData("“The bridge was closed.")]
    [InlineData("Both left the city.")]
    [InlineData("It was their first vote on the bridge.")]
    [InlineData("She also voted for the bridge.")]
    [InlineData("Some had left the city by noon.")]
    [InlineData("Many were still in the city.")]
    [InlineData("None were hurt.")]
    [InlineData("Most also said that the bridge was safe.")]
    [InlineData("One is that the bridge is old.")]
    [InlineData("As a result, the bridge stayed closed.")]
    [InlineData("For example, the ferries stopped at night.")]
    [InlineData("On the other hand, Lund voted for it.")]
    [InlineData("In response, the council closed the bridge.")]
    public void Read_NeedsTheSentenceBefore_SaysSo(string sentence) => Assert.Equal(Leaning.OnNeighbour, LeaningReader.Read(sentence));

    [Theory]
    [InlineData("The suspect fled to the river.")]
    [InlineData("The two masked men fled to the river.")]
    [InlineData("As the suspect fled, Lund called the police.")]
    public void Read_NamesSomethingAsKnown_LeansOnWhatIsNear(string sentence) => Assert.Equal(Leaning.OnNearby, LeaningReader.Read(sentence));

    [Theory]
    [InlineData("As I wrote in May, the bridge is old.")]
    [InlineData("Below, we look at the bridge.")]
    public void Read_AuthorsVoice_LeansOnTheAuthor(string sentence) => Assert.Equal(Leaning.OnAuthor, LeaningReader.Read(sentence));

    [Theory]
    [InlineData("The White House said that the bridge was safe.")]
    [InlineData("The city council closed the bridge on Monday.")]
    [InlineData("Ida Lund said she would leave.")]
    [InlineData("“We lost,” said Ida Lund.")]
    [InlineData("This week the council closed the bridge.")]
    [InlineData("Those who live in the city take the ferry.")]
    [InlineData("Both Lund and Holm voted for it.")]
    [InlineData("Instead of steel, the city used wood.")]
    [InlineData("Some schools in the city had closed by noon.")]
    [InlineData("Many in Northfield were for the bridge.")]
    [InlineData("Most left-wing parties voted for it.")]
    [InlineData("One May morning the bridge fell into the river.")]
    [InlineData("As a result of the vote, the bridge stayed closed.")]
    [InlineData("In response to the vote, the council closed the bridge.")]
    [InlineData("For example alone, nobody would close a bridge.")]
    [InlineData("Then-Governor Holm closed the bridge.")]
    [InlineData("A man who fled said he had seen nothing.")]
    [InlineData("The U.S. left, and US troops with it.")]
    public void Read_StandsAlone_IsNone(string sentence) => Assert.Equal(Leaning.None, LeaningReader.Read(sentence));
}
