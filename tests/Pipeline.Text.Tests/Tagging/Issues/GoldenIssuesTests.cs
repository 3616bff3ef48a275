using Xunit;

namespace Pipeline.Text.Tests.Tagging.Issues;

/// <summary>Short news texts: the issue each is about must come first.</summary>
public sealed class GoldenIssuesTests
{
    private const string Summit =
        """
        The American president hopes to restart military-to-military contacts with China when the two leaders meet next week, his national security adviser told reporters. Beijing cut those lines of communication last year.

        Open military channels lower the danger of a misunderstanding at sea or in the air, the adviser said, and commanders on both sides want them back. Nobody expects the meeting to settle every quarrel between the United States and China.

        The two will also speak about the Israel-Hamas conflict, Russia’s invasion of Ukraine, North Korea’s relations with Russia, Taiwan, human rights, fentanyl, artificial intelligence and fair trade.

        Feelings have been sore since an American jet shot down a Chinese spy balloon off the coast in winter.
        """;

    [Fact]
    public void Tag_SummitPreview_FindsEveryIssueTheMainOneFirst()
    {
        string[] expected =
        [
            "artificial-intelligence", "espionage", "fentanyl", "human-rights", "israel-hamas-war", "north-korea-russia-relations",
            "russia-ukraine-war", "taiwan", "trade", "us-china-military-relations",
        ];

        var ids = IssueArticles.BuiltIn.Tag(IssueArticles.Of(Summit)).Select(tag => tag.Id).ToList();

        Assert.Equal("us-china-military-relations", ids[0]);
        Assert.Equal(expected, expected.Intersect(ids));
        Assert.DoesNotContain("sports", ids);
        Assert.DoesNotContain("armed-conflict", ids);
    }

    [Theory]
    [InlineData("israel-hamas-war", "Israel–Hamas conflict")]
    [InlineData("russia-ukraine-war", "Russia's invasion of Ukraine")]
    [InlineData("north-korea-russia-relations", "North Korea's relations with Russia")]
    [InlineData("espionage", "spy balloon")]
    public void Tag_SummitPreviewInOtherPunctuation_GivesTheSameEvidence(string id, string evidence)
    {
        var text = Summit.Replace('’', '\'').Replace("Israel-Hamas", "Israel–Hamas", StringComparison.Ordinal);

        Assert.Equal(evidence, IssueArticles.BuiltIn.Evidence(text, id: id));
    }

    [Theory]
    [InlineData("inflation", "Consumer prices rose 0.4 percent in May, and the cost of living is now the first worry of most households. Inflation has not been this high since spring.")]
    [InlineData("central-banks", "The Federal Reserve left interest rates alone on Wednesday. Policymakers at the central bank want to see more data before a rate cut.")]
    [InlineData("voting-rights", "A judge struck down the state's voter ID law, finding that it kept thousands of eligible citizens from casting absentee ballots.")]
    [InlineData("abortion", "Clinics that offer abortions closed their doors on Friday, hours after the state's near-total abortion ban took effect.")]
    [InlineData("lgbtq-rights", "The bill would let same-sex couples adopt. Supporters of gay rights filled the gallery; transgender speakers told of their lives.")]
    [InlineData("health-care", "Premiums under the Affordable Care Act will rise next year. About two million people could lose their health insurance.")]
    [InlineData("vaccines", "Health officials urged parents to have their children vaccinated after a case of measles at a school with low vaccination rates.")]
    [InlineData("agriculture", "Farmers in the valley lost half of their corn crop to the frost, and dairy farms are selling cattle to pay for feed.")]
    [InlineData("minimum-wage", "Voters agreed to raise the minimum wage to $15 an hour by 2027. Restaurants had fought the new minimum wage.")]
    [InlineData("labor-strikes", "Nurses walked off the job at dawn. The walkout is the third since spring; pickets went up at two hospitals, and the strike vote was lopsided.")]
    [InlineData("student-loans", "The court stopped a plan for student loan forgiveness. Borrowers with student debt must start to pay again in fall.")]
    [InlineData("climate-change", "Greenhouse gas emissions rose again last year. Climate scientists warned that global warming would pass 1.5 degrees within the decade.")]
    [InlineData("wind-power", "The wind farm off the coast will power 300,000 homes. A solar company plans to build panels nearby.")]
    [InlineData("deportation", "Agents began to deport undocumented immigrants whose asylum claims had failed. Immigration lawyers went to court.")]
    [InlineData("plane-crashes", "The jetliner made an emergency landing after the pilot reported smoke. The Federal Aviation Administration is looking into it.")]
    [InlineData("mass-shootings", "A gunman opened fire in a supermarket on Saturday and killed four people, the third mass shooting in the state this year.")]
    [InlineData("death-penalty", "The governor stopped the execution an hour before the lethal injection was to begin. Twenty men are on death row.")]
    [InlineData("food-assistance", "Half a million families will lose food stamps under the new rule. Child poverty will rise, a food bank warned.")]
    [InlineData("homelessness", "The city cleared a tent city under the bridge. Homeless people were offered beds in a shelter.")]
    [InlineData("antitrust", "Regulators sued to block the merger, saying that the deal would create a monopoly. An antitrust trial is set for June.")]
    [InlineData("veterans", "Veterans waited months for care at the VA hospital. The Department of Veterans Affairs promised more doctors.")]
    [InlineData("space", "Two astronauts left the space station for a spacewalk of six hours. NASA will launch the next crew in March.")]
    [InlineData("tariffs", "The new tariffs on steel took effect at midnight. Both sides say that they do not want a trade war.")]
    [InlineData("russia-ukraine-war", "Ukrainian forces said they had shot down drones over Kyiv. Russia has attacked Ukraine's power grid all winter.")]
    [InlineData("israel-hamas-war", "Hamas militants freed two hostages on Friday. Israel said that the war in Gaza would go on.")]
    [InlineData("nuclear-weapons", "Talks on Iran's nuclear program ended without a deal. Tehran wants sanctions lifted before it gives up enriched uranium.")]
    [InlineData("impeachment", "The House voted to impeach the president. The impeachment trial in the Senate will begin next week.")]
    [InlineData("public-lands", "The national park will close its north gate. The Bureau of Land Management has no money for roads on public land.")]
    [InlineData("earthquakes", "An earthquake of magnitude 7.1 shook the capital. Aftershocks went on all night, and a tsunami warning was lifted.")]
    [InlineData("wildfires", "The wildfire has burned 40,000 acres. Firefighters hope that rain will come before the flames reach the town.")]
    [InlineData("american-football", "The quarterback threw three touchdowns, and the team won its first playoff game in ten years.")]
    [InlineData("catholic-church", "Pope Francis met with bishops and asked Catholics to pray. Churches were full on Sunday.")]
    public void Tag_ShortNews_PutsItsIssueFirst(string id, string text) =>
        Assert.Equal(id, IssueArticles.BuiltIn.Tag(IssueArticles.Of(text))[0].Id);

    [Theory]
    [InlineData("It fed nobody. The ice on the lake was thin, and us kids went home.")]
    [InlineData("She baked an apple pie and read a novel in the garden all afternoon.")]
    public void Tag_NoNews_IsEmpty(string text) => Assert.Empty(IssueArticles.BuiltIn.Tag(IssueArticles.Of(text)));

    [Theory]
    [InlineData("sahel-insurgency", "Chad won the lottery on Friday. The man said that he would buy a boat.")]
    [InlineData("sahel-insurgency", "Soldiers from Chad joined an exercise in the capital, N'Djamena. The president of Chad opened a school there.")]
    [InlineData("australia", "Turnout in local elections rose by six points, a commission said in Ottawa. Officials from Canada, Ghana, India and New Zealand described similar efforts.")]
    [InlineData("saudi-arabia", "The airline cut flights on Friday, also to Kuwait and the United Arab Emirates. Passengers will get their money back.")]
    [InlineData("turkey", "A turkey for dinner costs more than last year. Turkey is dry when it cooks too long, and no turkey is alike.")]
    [InlineData("turkey", "The Thanksgiving turkey will be smaller this year. Turkey is what most families eat, and cooks brine the turkey.")]
    [InlineData("retail", "A shopper found a wallet in the car park and took it to the police. The shopper wants no reward.")]
    [InlineData("restaurants-food-industry", "Café owner Lucia Ferro was elected to the council on Tuesday. Ferro got 312 votes.")]
    [InlineData("labor", "The Labour leader spoke to supporters in Leeds and promised new trains. Conservative ministers disagreed.")]
    [InlineData("labor-unions", "The Labour leader spoke to supporters in Leeds and promised new trains. Conservative ministers disagreed.")]
    [InlineData("heart-disease", "The researchers followed nurses for twenty years. They did not find any link between coffee and heart disease.")]
    [InlineData("mexico", "Mexico City hosted talks of the United States and sixty other nations on plastic this week.")]
    [InlineData("japan", "An American maker of shoes opened a shop in Tokyo. It will open another one in spring.")]
    [InlineData("primaries", "Delegates of sixty nations came to the talks on plastic. The next round will be in Geneva.")]
    [InlineData("construction", "The 34-year-old electrician won a boat on Friday and gave it to his wife.")]
    [InlineData("labor-strikes", "The army strikes back. The strikes hit oil trucks and a camp in the hills.")]
    [InlineData("restaurants-food-industry", "She kept her e-mail on a server at home, and the server was found to be blank.")]
    [InlineData("consumer-debt", "The journalists wait for a visa. Without a visa they must leave.")]
    [InlineData("space", "Students want a safe space. There is no space for it on campus, the dean said.")]
    [InlineData("natural-gas", "Divers finished demining the bay where the gas terminal will stand. They lifted forty unexploded shells.")]
    [InlineData("renewable-energy", "The lunar lander unfolded a solar panel and sent a picture home. The spacecraft will dig for ice.")]
    [InlineData("environment", "The spacecraft flew past Mercury on its way to the sun. Astronauts will not follow it soon.")]
    [InlineData("holidays", "Dockers walked out at six ports and want higher pay before Thanksgiving. Shops fear for the holiday season.")]
    [InlineData("kidnapping", "The ransomware locked the hospital's files. The hackers asked for a ransom in bitcoin.")]
    [InlineData("arts-entertainment", "Tony and Oscar Quillfeather left the town on Monday.")]
    public void Tag_WordsThatMeanSomethingElse_AreNotItsIssue(string id, string text) =>
        Assert.DoesNotContain(id, IssueArticles.BuiltIn.Tag(IssueArticles.Of(text)).Select(tag => tag.Id));
}
