using System.Globalization;
using FsCheck.Xunit;
using Pipeline.Text.Summarization;
using Pipeline.Text.Tagging;
using Xunit;
using static Pipeline.Text.Tests.Summarization.Northfield;

namespace Pipeline.Text.Tests.Summarization;

public sealed class ExtractiveSummarizerTests
{
    private static readonly ExtractiveSummarizer Summarizer = new(new SummaryOptions());

    [Fact]
    public void Summarize_RepeatedSentence_IsNotTakenTwiceForAShortSummary()
    {
        var summary = Summarize(Create(Story)).Take(3);

        Assert.Single(summary, sentence => sentence.Text.Contains("voted on Monday", StringComparison.Ordinal));
    }

    [Fact]
    public void Summarize_SentenceThatLeansOnTheOneBefore_GivesWayToOneThatStandsAlone()
    {
        const string Text =
            "Rescue teams reached the village of Aland on Friday after the flood. Roads stayed shut in the valley all weekend long. " +
            "He praised the rescue teams of the village for the work after the flood. Doctors praised the rescue teams of the village for the work after the flood. Nothing else is known of the dead so far.";

        var texts = Summarize(Create(Text)).Candidates.Select(sentence => sentence.Text[..3]).ToList();

        Assert.True(texts.IndexOf("Doc") < texts.IndexOf("He "), string.Join('|', texts));
    }

    [Fact]
    public void Summarize_SentenceThatLeansOnALeaningOne_NeedsWhatBothLeanOn()
    {
        const string Text =
            "Rescue teams reached the village of Aland on Friday after the flood. Roads stayed shut in the valley all weekend long. Who came? " +
            "He praised the rescue teams of the village. She also praised the rescue teams of the village of Aland for the work after the flood. " +
            "Doctors came by boat. Schools in Weston took in the families. Engineers will look at the dam above the valley.";

        var texts = Summarize(Create(Text)).Candidates.Select(sentence => sentence.Text).ToList();

        Assert.All(texts.Take(5), text => Assert.False(text.StartsWith("He ", StringComparison.Ordinal) || text.StartsWith("She ", StringComparison.Ordinal), text));
    }

    [Fact]
    public void Summarize_VeryShortArticle_GivesItWhole()
    {
        var summary = Summarize(Create("It rained. The river rose. Nobody was hurt."));

        Assert.Equal(["It rained.", "The river rose.", "Nobody was hurt."], summary.Take(3).Select(sentence => sentence.Text));
        Assert.Equal((SummaryKind.Whole, SummaryKind.Lead), (summary.KindOf(3), summary.KindOf(2)));
    }

    [Fact]
    public void Summarize_SameSentenceSixTimes_QuotesItOnce()
    {
        const string Repeated = "The council of Northfield closed the old harbor bridge on Monday.";
        var text = string.Join(' ', Enumerable.Repeat(Repeated, 6)) + " Ferries carry the commuters across the harbor of the city. Shop owners asked the council for help with their trade. Engineers found cracks.";

        var summary = Summarize(Create(text));

        Assert.Single(summary.Candidates, sentence => sentence.Text == Repeated);
        Assert.Equal(4, summary.Candidates.Count);
    }

    [Fact]
    public void Summarize_ListWithoutProse_IsItsLead()
    {
        string[] items = [.. Enumerable.Range(1, 9).Select(i => $"Candidate {i} of the citizens of Northfield for the seat of district {i}")];
        var text = string.Join("\n\n", items);
        var blocks = items.Select(item => new Block(BlockKind.ListItem, new TextSpan(text.IndexOf(item, StringComparison.Ordinal), item.Length)));

        var summary = Summarize(Create(text) with { Blocks = [.. blocks] });

        Assert.Equal(items, summary.Candidates.Select(sentence => sentence.Text));
        Assert.Equal(SummaryKind.Lead, summary.KindOf(3));
    }

    [Fact]
    public void Summarize_Story_IsAnExtract() => Assert.Equal((SummaryKind.Extract, (SummaryKind?)null), (Summarize(Create(Story)).Kind, Summarize(Create("")).KindOf(3)));

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    public void Summarize_NoSentence_GivesNothing(string text) => Assert.Empty(Summarize(Create(text)).Candidates);

    [Fact]
    public void Summarize_OnlyUnfitSentences_StillGivesSome() =>
        Assert.NotEmpty(Summarize(Create("Who? What? When? Where? Why? How?")).Candidates);

    [Fact]
    public void Summarize_OneHugeSentence_IsCutAfterAWordAndMarked()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 20_000)).TrimEnd();

        var sentence = Assert.Single(Summarize(Create(text)).Candidates);

        Assert.InRange(sentence.Length, 900, 1000);
        Assert.Equal(text[..sentence.Length] + " […]", sentence.Text);
        Assert.EndsWith("word […]", sentence.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Summarize_TableOnly_IsItsFirstRowsInOrder()
    {
        var rows = Enumerable.Range(1, 6).Select(i => $"Town {i} | {i}00 votes for the mayor of the town | {i} percent more").ToList();
        var text = string.Join("\n\n", rows);
        var blocks = rows.Select(row => new Block(BlockKind.TableRow, new TextSpan(text.IndexOf(row, StringComparison.Ordinal), row.Length)));

        var summary = Summarize(Create(text) with { Blocks = [.. blocks] });

        Assert.Equal(rows[..3], summary.Take(3).Select(sentence => sentence.Text));
        Assert.Equal(SummaryKind.Lead, summary.KindOf(3));
    }

    [Fact]
    public void Summarize_Explain_NamesFeaturesThatMakeTheScore()
    {
        var explained = Summarizer.Summarize(Create(Story), [], [], explain: true).Candidates;
        var weights = SummaryWeights.LoadBuiltIn().ToFile().Features;

        Assert.All(explained, sentence => Assert.Equal(sentence.Features!.Sum(feature => feature.Value * weights[feature.Key]), sentence.Score, tolerance: 0.005));
        Assert.Equal(1, explained[0].Features!["early"]);
        Assert.All(Summarize(Create(Story)).Candidates, sentence => Assert.Null(sentence.Features));
    }

    [Fact]
    public void Summarize_TwentyThousandSentences_StaysWithinTheFirstThousand()
    {
        var text = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"Report {i} tells of the bridge and of road {i % 97} in the city. "));

        var summary = Summarize(Create(text));

        Assert.Equal(10, summary.Candidates.Count);
        AssertSound(text, summary, 10);
    }

    [Fact]
    public void Summarize_IssuesAndActors_RaiseTheSentencesThatShowThem()
    {
        var sentences = string.Join(' ', Enumerable.Range(0, 12).Select(i => $"Sentence number {i} of this long article tells something else about topic{i}."));
        var at = sentences.IndexOf("topic9", StringComparison.Ordinal);
        var issue = new IssueTag { Id = "x", Label = "X", Score = 1, Evidence = [new IssueEvidence(at, 6, EvidenceKind.Term, 1)] };
        var actor = new ActorTag { Name = "X", Type = ActorType.Person, Score = 1, Evidence = [new TextSpan(at, 6)] };

        var plain = Rank(Summarizer.Summarize(Create(sentences), [], []));
        var tagged = Rank(Summarizer.Summarize(Create(sentences), [issue], [actor]));

        Assert.True(tagged < plain, $"{tagged} is not before {plain}");

        int Rank(Summary summary)
        {
            var rank = summary.Candidates.ToList().FindIndex(sentence => sentence.Text.Contains("topic9", StringComparison.Ordinal));
            return rank < 0 ? int.MaxValue : rank;
        }
    }

    [Fact]
    public void Summarize_AllCapitals_PicksWholeSentences() => AssertSound(Story.ToUpperInvariant(), Summarize(Create(Story.ToUpperInvariant())), 10);

    [Theory]
    [InlineData("de", "Der Stadtrat schloss am Montag die alte Brücke. Ingenieure fanden Risse. Die Reparatur kostet Millionen. Fähren helfen aus. Händler klagen laut.")]
    [InlineData("zh", "市议会周一决定关闭旧桥。工程师发现了裂缝。维修将耗资四千万。渡轮将运送乘客。商人担心生意。")]
    [InlineData("ar", "أغلق المجلس الجسر القديم يوم الاثنين. وجد المهندسون شقوقا. ستكلف الإصلاحات الملايين. تساعد العبارات ركاب المدينة. يشكو التجار من الخسائر.")]
    public void Summarize_OtherLanguage_PicksWholeSentences(string language, string text)
    {
        var summary = Summarize(Create(text) with { Language = language });

        Assert.Equal(5, summary.Candidates.Count);
        AssertSound(text, summary, 10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void Summarize_FewerCandidates_AreTheFirstOfMore(int count)
    {
        var few = new ExtractiveSummarizer(new SummaryOptions { MaxCandidates = count }).Summarize(Create(Story), [], []);
        var many = new ExtractiveSummarizer(new SummaryOptions { MaxCandidates = 20 }).Summarize(Create(Story), [], []);

        Assert.Equal(many.Candidates.Take(count), few.Candidates);
    }

    [Property(MaxTest = 300)]
    public void Summarize_AnyText_QuotesItExactly(string? input)
    {
        var text = input ?? string.Empty;

        AssertSound(text, Summarize(Create(text)), 10);
    }

    [Property(MaxTest = 300)]
    public void Summarize_AnySentences_QuotesThemExactlyAndOnce(byte[] seeds)
    {
        string[] pieces = ["He left. ", "The bridge of the city is closed for now. ", "Why? ", "\n\n", "• item ", "“Yes.” ", "Click here. ", "A council voted on the bridge in the city. ", "x", "\ud83d\ude00 "];
        var text = string.Concat(seeds.Select(seed => pieces[seed % pieces.Length]));

        var summary = Summarize(Create(text));

        AssertSound(text, summary, 10);
        Assert.Equal(summary.Candidates, Summarize(Create(text)).Candidates);
    }

    [Fact]
    public void Summarize_TurkishCulture_ChangesNothing()
    {
        var expected = Summarize(Create(Story.ToUpperInvariant())).Candidates;
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
        try
        {
            Assert.Equal(expected, Summarize(Create(Story.ToUpperInvariant())).Candidates);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static void AssertSound(string text, Summary summary, int max)
    {
        Assert.InRange(summary.Candidates.Count, 0, max);
        Assert.All(summary.Candidates, sentence => Assert.Equal(text.Substring(sentence.Start, sentence.Length), sentence.Text));
        var end = 0;
        foreach (var sentence in summary.Take(max))
        {
            Assert.True(sentence.Start >= end && sentence.Length > 0);
            end = sentence.Start + sentence.Length;
        }
    }

    private static Summary Summarize(Article article) => Summarizer.Summarize(article, [], []);

    private static Article Create(string text) => new() { Format = "text", Text = text, Language = "en" };
}
