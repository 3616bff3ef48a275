using System.Text.Json;
using FsCheck.Xunit;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;
using Xunit;
using static Pipeline.Text.Tests.Summarization.Digests.DigestArticles;

namespace Pipeline.Text.Tests.Summarization.Digests;

public sealed class DigesterTests
{
    [Fact]
    public void Create_SameArticleTwice_CountsItOnceAndNamesTheOther()
    {
        var digest = new Digester().Create([Article("a", Bridge), Article("b", Bridge), Article("c", Strike)], new SummaryLength(6));

        Assert.Equal((3, 1, 2), (digest.Articles, digest.Duplicates, digest.Stories));
        Assert.DoesNotContain(digest.Sentences, sentence => sentence.ArticleId == "b");
        Assert.Contains(digest.Sentences, sentence => sentence is { ArticleId: "a", AlsoIn: ["b"] });
    }

    [Theory]
    [InlineData("They feared for their trade and asked the council for help with the rents of the harbor.")]
    [InlineData("The suspect fled over the harbor bridge to the ferries of Northfield, the police reported.")]
    [InlineData("I think that the harbor bridge of Northfield needs more than the council will ever spend.")]
    public void Create_SentenceThatLeansOnAnAbsentOne_IsNotQuoted(string leaning)
    {
        var far = new DigestCandidate(leaning, 5_000, leaning.Length, 1);
        var article = Article("a", Bridge[0]);

        var digest = new Digester().Create([article with { Candidates = [.. article.Candidates, far] }, Article("b", Strike)], new SummaryLength(10));

        Assert.DoesNotContain(digest.Sentences, sentence => sentence.Text == leaning);
        Assert.Equal(3, digest.Sentences.Count);
    }

    [Fact]
    public void Create_SentenceThatLeansOnAQuotedOne_StandsBehindIt()
    {
        const string Leaning = "They feared for their trade and asked the mayor for help with the rents.";
        var article = Article("a", Bridge[0], Leaning);
        var adjacent = article with { Candidates = [article.Candidates[0], article.Candidates[1] with { Start = Bridge[0].Length + 1 }] };

        var digest = new Digester().Create([adjacent, Article("b", Strike)], new SummaryLength(10));

        var texts = digest.Sentences.Select(sentence => sentence.Text).ToList();
        Assert.Equal(texts.IndexOf(Bridge[0]) + 1, texts.IndexOf(Leaning));
    }

    [Fact]
    public void Create_NothingStandsAlone_StillGivesOneSentence() =>
        Assert.Single(new Digester().Create([Article("a", "They left the city.", "He said so too.")], new SummaryLength(3)).Sentences);

    [Fact]
    public void Create_ReportsOfOneFormWithOtherFigures_AreNoRepeats()
    {
        var digest = new Digester().Create([Article("a", Market("1.2", "187.40", "3,100")), Article("b", Market("4.7", "190.10", "5,900"))], new SummaryLength(5));

        Assert.Equal(0, digest.Duplicates);

        static string Market(string percent, string price, string shares) =>
            $"Shares of the Northfield ferry company rose {percent} percent to {price} dollars at the close of trading in Weston, where brokers sold {shares} of them to funds and savers of the region.";
    }

    [Fact]
    public void Create_ReprintWithAChangedFigure_IsARepeat()
    {
        const string Report = "The flood in Northfield killed 12 people and damaged 340 homes, while 1,200 people were brought to schools and halls in the hills of the region.";

        var digest = new Digester().Create([Article("a", Report), Article("b", Report.Replace("12 people", "15 people", StringComparison.Ordinal))], new SummaryLength(5));

        Assert.Equal("a", digest.Repeats["b"]);
    }

    [Fact]
    public void Create_SentenceThatRepeatsAChosenOne_IsLeftOut()
    {
        var article = Article("a", Bridge[0], "The council of Northfield voted on Monday to close the old harbor bridge for two years.", Bridge[2]);

        var digest = new Digester().Create([article, Article("b", Strike)], new SummaryLength(10));

        Assert.Single(digest.Sentences, sentence => sentence.Text.Contains("voted", StringComparison.Ordinal));
    }

    [Fact]
    public void Create_SentencesThatShareSomeWords_ComeWhereTheLengthHasRoomForThem()
    {
        string[] more =
        [
            Bridge[0],
            "Repairs of the harbor bridge cost Northfield 40 million dollars, and tolls of nine more are lost meanwhile.",
            "Shop owners by the water asked the council for help with their trade while the harbor is shut.",
        ];

        Assert.Equal(more, new Digester().Create([Article("a", more)], new SummaryLength(7)).Sentences.Select(sentence => sentence.Text));
        Assert.Equal(more, new Digester().Create([Article("a", more)], new SummaryLength(int.MaxValue, 100)).Sentences.Select(sentence => sentence.Text));
        Assert.Single(new Digester().Create([Article("a", more)], new SummaryLength(3)).Sentences);
    }

    [Fact]
    public void Create_ChineseReprint_CountsOnce()
    {
        string[] sentences = ["市议会周一决定关闭旧港口大桥两年。", "工程师在春季检查中发现大桥有很深的裂缝。", "渡轮每天将运送九千名通勤乘客过河。"];

        Assert.Equal(1, new Digester().Create([Article("a", sentences), Article("b", [.. sentences[..2], "渡轮每天将运送九千名通勤乘客。"])], new SummaryLength(3)).Duplicates);
    }

    [Fact]
    public void Create_Issue_RaisesWhatShowsIt()
    {
        var article = Article("a", Bridge);
        var shown = article with { Candidates = [.. article.Candidates.Select((candidate, i) => i == 2 ? candidate with { Issues = ["ferries"] } : candidate)] };

        var digest = new Digester { Weights = DigestWeights.LoadBuiltIn() with { Issue = 5 } }.Create([shown], new SummaryLength(1), "ferries");

        Assert.StartsWith("Ferries", Assert.Single(digest.Sentences).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_EqualArticles_PrefersTheNewest()
    {
        var digest = new Digester().Create(
            [Article("a", Bridge) with { Date = new DateOnly(2024, 1, 1) }, Article("b", Bridge) with { Date = new DateOnly(2024, 1, 2) }], new SummaryLength(1));

        Assert.Equal("b", Assert.Single(digest.Sentences).ArticleId);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(14)]
    public void Create_Words_FitsThem(int words)
    {
        var digest = new Digester().Create([Article("a", Bridge), Article("b", Strike)], new SummaryLength(int.MaxValue, words));

        Assert.InRange(digest.Sentences.Sum(sentence => sentence.Text.Split(' ').Length), 1, words);
    }

    [Fact]
    public void Create_WordsThatFitNoSentence_StillGivesOne() =>
        Assert.Single(new Digester().Create([Article("a", Bridge)], new SummaryLength(int.MaxValue, 1)).Sentences);

    [Fact]
    public void Create_NoArticle_GivesNothing()
    {
        var digest = new Digester().Create([], new SummaryLength(3));

        Assert.Equal((0, 0, 0, 0), (digest.Sentences.Count, digest.Articles, digest.Duplicates, digest.Stories));
        Assert.False(digest.NeedsDates);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Create_NoSentences_GivesNone(int sentences) => Assert.Empty(new Digester().Create([Article("a", Bridge)], new SummaryLength(sentences)).Sentences);

    [Fact]
    public void Create_MoreSentencesThanThereAre_GivesAllThatDoNotRepeat()
    {
        DigestArticle[] articles = [Article("a", Bridge), Article("b", Strike)];

        Assert.Equal(Write(new Digester().Create(articles, new SummaryLength(Bridge.Length + Strike.Length))), Write(new Digester().Create(articles, new SummaryLength(1_000_000_000))));
    }

    [Fact]
    public void Create_TwentyThousandSentences_KeepsToTheLength()
    {
        var articles = Enumerable.Range(0, 2_000)
            .Select(i => Article($"{i:D4}", [.. Enumerable.Range(0, 10).Select(j => $"Report {i} tells of bridge {j} and of road {(i * 10) + j} in the city.")]));

        var digest = new Digester().Create(articles, new SummaryLength(7));

        Assert.InRange(digest.Sentences.Count, 1, 7);
        Assert.Equal(2_000, digest.Articles);
    }

    [Theory]
    [InlineData("THE COUNCIL OF NORTHFIELD CLOSED THE BRIDGE ON MONDAY.")]
    [InlineData("市议会周一决定关闭旧桥。")]
    [InlineData("أغلق المجلس الجسر القديم يوم الاثنين.")]
    [InlineData("?!")]
    public void Create_CapitalsAndOtherScripts_AreQuotedBesideTheRest(string sentence)
    {
        var digest = new Digester().Create([Article("a", sentence), Article("b", Strike)], new SummaryLength(3));

        Assert.Contains(digest.Sentences, quoted => quoted.Text == sentence);
    }

    [Fact]
    public void Create_SentenceOfHundredKilobytes_FitsNoLimitOfWordsButTheOthersDo()
    {
        var digest = new Digester().Create([Article("a", string.Concat(Enumerable.Repeat("word ", 20_000))), Article("b", Strike)], new SummaryLength(int.MaxValue, 40));

        Assert.All(digest.Sentences, sentence => Assert.Equal("b", sentence.ArticleId));
    }

    [Property(MaxTest = 200)]
    public void Create_AnyArticles_GivesTheSameInAnyOrder(byte[] seeds)
    {
        string[] sentences = [.. Bridge, .. Strike, "", "He left.", "😀", "今日は雨です。", "THE COUNCIL VOTED ON THE HARBOR BRIDGE."];
        DigestArticle[] articles = [.. seeds.Select((seed, i) => Article($"{i:D3}", sentences[seed % sentences.Length], sentences[seed / 16 % sentences.Length]))];

        var digest = new Digester().Create(articles, new SummaryLength(5));

        Assert.Equal(Write(digest), Write(new Digester().Create(articles.Reverse(), new SummaryLength(5))));
        Assert.InRange(digest.Sentences.Count, 0, 5);
        Assert.Equal(articles.Length, digest.Articles);
    }

    private static string Write(Digest digest) => JsonSerializer.Serialize(digest, PipelineJson.Options);
}
