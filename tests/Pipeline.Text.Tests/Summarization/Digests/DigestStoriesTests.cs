using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;
using Xunit;
using static Pipeline.Text.Tests.Summarization.Digests.DigestArticles;

namespace Pipeline.Text.Tests.Summarization.Digests;

/// <summary>Which articles a digest takes for one story, and in what order stories come.</summary>
public sealed class DigestStoriesTests
{
    [Fact]
    public void Create_TwoStories_QuotesBothBeforeOneTwice()
    {
        var digest = new Digester().Create([Article("a", Bridge), Article("b", Strike)], new SummaryLength(2));

        Assert.Equal(["a", "b"], digest.Sentences.Select(sentence => sentence.ArticleId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Create_Stories_StandTogetherAndRunByDate()
    {
        DigestArticle[] articles =
        [
            Article("a", Bridge[..1]) with { Date = new DateOnly(2024, 6, 9) },
            Article("b", ["Cracks in the harbor bridge of Northfield had grown for years, the council heard."]) with { Date = new DateOnly(2024, 5, 2) },
            Article("c", Strike) with { Date = new DateOnly(2024, 5, 5) },
        ];

        var digest = new Digester().Create(articles, new SummaryLength(4));

        var stories = digest.Sentences.Select(sentence => sentence.Story).ToList();
        Assert.Equal(stories.Order(), stories);
        Assert.All(digest.Sentences.GroupBy(sentence => sentence.Story), story => Assert.Equal(story.OrderBy(sentence => sentence.Date), story));
        Assert.True(digest.NeedsDates);
    }

    [Fact]
    public void Create_EventsOfOneKindInOtherPlaces_AreStoriesOfTheirOwn()
    {
        DigestArticle[] articles =
        [
            Article("a", "A magnitude 6.8 earthquake struck the north of Peru on Monday and killed 14 people.", "Buildings collapsed in Trujillo, and rescue teams searched the rubble for survivors.", "The earthquake cut the power of 40,000 homes in the region of La Libertad."),
            Article("b", "At least 92 people died when a magnitude 7.1 earthquake struck the east of Nepal.", "Rescue teams searched collapsed buildings in Dharan for survivors.", "Homes in 65 villages of Koshi lost their power in the earthquake."),
            Article("c", "A strong earthquake of magnitude 5.9 killed three people in the south of Italy on Monday.", "The buildings that collapsed in Cosenza were old, and rescue teams found no survivors.", "Power was back in most homes of Calabria by the evening."),
            Article("d", "Rescue teams in the north of Peru found nine survivors under collapsed buildings of Trujillo.", "The magnitude 6.8 earthquake on Monday damaged 40,000 homes in La Libertad, where people wait for power."),
        ];

        var digest = new Digester().Create(articles, new SummaryLength(10));

        Assert.Equal(3, digest.Stories);
        Assert.Equal(StoryOf("a"), StoryOf("d"));

        int StoryOf(string id) => digest.Sentences.First(sentence => sentence.ArticleId == id).Story;
    }

    [Fact]
    public void Create_ArticleWithoutADate_DoesNotOpenItsStory()
    {
        DigestArticle[] articles =
        [
            Article("a", "Cracks in the old harbor bridge of Northfield had grown for years, engineers found during the inspection.", "The ferries of Northfield wait for nine more captains."),
            Article("b", Bridge) with { Date = new DateOnly(2024, 5, 2) },
            Article("c", "Engineers said in Northfield that the deep cracks of the old harbor bridge take two years to mend.", "Commuters asked the council of Northfield for cheaper tickets.") with { Date = new DateOnly(2024, 5, 4) },
        ];

        var digest = new Digester().Create(articles, new SummaryLength(10));

        Assert.Equal(1, digest.Stories);
        Assert.Equal(["b", "c", "a"], digest.Sentences.Select(sentence => sentence.ArticleId).Distinct());
    }

    [Fact]
    public void Create_StoryThatMoreArticlesTell_ComesFirst()
    {
        DigestArticle[] articles =
        [
            Article("a", Strike[0]) with { Date = new DateOnly(2024, 5, 1) },
            Article("b", Bridge[0]) with { Date = new DateOnly(2024, 5, 2) },
            Article("c", "The old harbor bridge in Northfield will close for two years, its council decided.") with { Date = new DateOnly(2024, 5, 3) },
        ];

        Assert.Contains("bridge", new Digester().Create(articles, new SummaryLength(5)).Sentences[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(60, 2)]
    public void Create_LikeArticlesFarApartInTime_AreStoriesOfTheirOwn(int days, int stories)
    {
        var first = new DateOnly(2024, 5, 2);
        DigestArticle[] articles =
        [
            Article("a", Bridge) with { Date = first },
            Article("b", "Engineers found more deep cracks in the old harbor bridge of Northfield.", "The council of Northfield had voted to close the harbor bridge for two years.") with { Date = first.AddDays(days) },
        ];

        Assert.Equal(stories, new Digester().Create(articles, new SummaryLength(3)).Stories);
    }

    [Fact]
    public void Create_StoryOfManyDays_EndsWhereItsNewestArticleIsTooFarAway()
    {
        var articles = Enumerable.Range(0, 5).Select(i => Article($"{i}", $"The council of Northfield spoke for hour {i}0 of the harbor bridge and the ferries.", $"Cracks in the harbor bridge of Northfield grew by 1{i} inches.") with { Date = new DateOnly(2024, 5, 1).AddDays(i * 10) });

        Assert.Equal(3, new Digester().Create(articles, new SummaryLength(3)).Stories);
    }
}
