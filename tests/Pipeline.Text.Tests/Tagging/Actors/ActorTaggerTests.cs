using System.Globalization;
using FsCheck.Xunit;
using Pipeline.Text.Tagging;
using Xunit;

namespace Pipeline.Text.Tests.Tagging.Actors;

public sealed class ActorTaggerTests
{
    private static readonly ActorTagger Tagger = ActorTagger.CreateDefault();

    [Theory]
    [InlineData("U.S. President Joe Biden spoke. Biden’s aides left.", "Joe Biden", ActorType.Person, "Joe Biden|Biden")]
    [InlineData("White House national security adviser Jake Sullivan spoke. Sullivan left.", "Jake Sullivan", ActorType.Person, "Jake Sullivan|Sullivan")]
    [InlineData("They met President Xi on Tuesday.", "Xi Jinping", ActorType.Person, "Xi")]
    [InlineData("The Biden-Xi meeting ended.", "Xi Jinping", ActorType.Person, "Xi")]
    [InlineData("Sen. Mara Quillfeather voted. Later Quillfeather explained it.", "Mara Quillfeather", ActorType.Person, "Mara Quillfeather|Quillfeather")]
    [InlineData("Ines Okonkwo-Ruiz, 45, was hurt.", "Ines Okonkwo-Ruiz", ActorType.Person, "Ines Okonkwo-Ruiz")]
    [InlineData("Leaders of the Asia-Pacific Economic Cooperation (APEC) met. APEC has 21 members.", "Asia-Pacific Economic Cooperation", ActorType.Organization, "Asia-Pacific Economic Cooperation|APEC|APEC")]
    [InlineData("The Harwick Widget Council (HWC) met. The HWC voted.", "Harwick Widget Council", ActorType.Organization, "Harwick Widget Council|HWC|HWC")]
    [InlineData("He studied at the University of Northfield in May.", "University of Northfield", ActorType.Organization, "University of Northfield")]
    [InlineData("Quillcorp Inc. lost money. Quillcorp said so.", "Quillcorp Inc", ActorType.Organization, "Quillcorp Inc|Quillcorp")]
    [InlineData("The House Oversight and Reform Committee met.", "House Oversight and Reform Committee", ActorType.Organization, "House Oversight and Reform Committee")]
    [InlineData("The U.S. Defense Department agreed.", "US Department of Defense", ActorType.Organization, "Defense Department")]
    [InlineData("Russia’s invasion went on, and Russia paid.", "Russia", ActorType.Country, "Russia|Russia")]
    [InlineData("The Chinese government agreed over a Chinese meal.", "China", ActorType.Country, "Chinese|Chinese")]
    [InlineData("The International Widget Safety Agency met on Monday. IWSA inspectors left.", "International Widget Safety Agency", ActorType.Organization, "International Widget Safety Agency|IWSA")]
    [InlineData("The Fed raised rates, and the Federal Reserve said why.", "Federal Reserve", ActorType.Organization, "Fed|Federal Reserve")]
    [InlineData("Thousands fled before the Battle of Marrowfield began.", "Battle of Marrowfield", ActorType.Event, "Battle of Marrowfield")]
    [InlineData("FRANCE AND SPAIN SIGN PACT WITH GERMANY", "Spain", ActorType.Country, "SPAIN")]
    [InlineData("Maria Keller ( Germany ) beat Joan Pratt ( Britain ) 6-3 7-5", "Joan Pratt", ActorType.Person, "Joan Pratt")]
    [InlineData("U.S.-China relations froze.", "China", ActorType.Country, "China")]
    [InlineData("They met in San Francisco.", "San Francisco", ActorType.Place, "San Francisco")]
    [InlineData("Governor Ada Quill of Washington signed the bill.", "Washington state", ActorType.Place, "Washington")]
    [InlineData("Washington Governor Ada Quill signed the bill.", "Washington state", ActorType.Place, "Washington")]
    [InlineData("Wildfires burn in Washington state. The fires spread.", "Washington state", ActorType.Place, "Washington state")]
    [InlineData("Officials in Spokane, Washington, closed the schools.", "Washington state", ActorType.Place, "Washington")]
    [InlineData("They met in London, Washington and Paris.", "Washington, D.C.", ActorType.Place, "Washington")]
    [InlineData("Denzel Washington took the prize. Washington bowed.", "Denzel Washington", ActorType.Person, "Denzel Washington|Washington")]
    [InlineData("Paula Berlin, 41, was hurt. Berlin left.", "Paula Berlin", ActorType.Person, "Paula Berlin|Berlin")]
    [InlineData("Hurricane Milton hit the coast. Milton tore off roofs, and Milton killed two.", "Hurricane Milton", ActorType.Event, "Hurricane Milton|Milton|Milton")]
    [InlineData("Liverpool led at half-time. The Liverpool striker scored two goals in the match.", "Liverpool", ActorType.Organization, "Liverpool|Liverpool")]
    [InlineData("They voted in Liverpool. The match ended with a late goal.", "Liverpool", ActorType.Place, "Liverpool")]
    [InlineData("The Jordan Brand shop sells shoes.", "Jordan Brand", ActorType.Organization, "Jordan Brand")]
    [InlineData("Floods hit the town of Villabruna.", "Villabruna", ActorType.Place, "Villabruna")]
    [InlineData("Talks in Erdoğan’s palace. ERDOGAN left.", "Recep Tayyip Erdoğan", ActorType.Person, "Erdoğan|ERDOGAN")]
    public void Tag_Name_IsFoundWithEveryMention(string text, string name, ActorType type, string mentions)
    {
        var actor = Assert.Single(Tag(text), tag => tag.Name == name);

        Assert.Equal(type, actor.Type);
        Assert.Equal(mentions, string.Join('|', actor.Evidence.Select(span => text[span.Start..span.End])));
    }

    [Theory]
    [InlineData("White House national security adviser Jake Sullivan spoke.", "Jake Sullivan", "national security adviser")]
    [InlineData("Secretary of State Nora Hallett left.", "Nora Hallett", "Secretary of State")]
    [InlineData("Lt. Gen. Mark Oswin left.", "Mark Oswin", "Lieutenant General")]
    [InlineData("Former Sen. Ruth Oswin left.", "Ruth Oswin", "former Senator")]
    [InlineData("Paul Marrow, the mayor of Denver, agreed.", "Paul Marrow", "mayor of Denver")]
    [InlineData("Paul Marrow, CEO of Quillcorp, agreed.", "Paul Marrow", "CEO of Quillcorp")]
    [InlineData("Paul Marrow, President Joe Biden’s adviser, agreed.", "Paul Marrow", null)]
    [InlineData("Mr. Paul Marrow agreed.", "Paul Marrow", null)]
    [InlineData("First lady Jill Biden came.", "Jill Biden", "First lady")]
    [InlineData("Jill Biden, the first lady, came.", "Jill Biden", "first lady")]
    [InlineData("Chancellor of the Exchequer Rachel Reeves spoke.", "Rachel Reeves", "Chancellor of the Exchequer")]
    [InlineData("Rachel Reeves, the chancellor of the exchequer, spoke.", "Rachel Reeves", "chancellor of the exchequer")]
    [InlineData("Peng Liyuan, Xi’s wife, came.", "Peng Liyuan", "Xi’s wife")]
    [InlineData("Paul Marrow, the former head of the CIA, agreed.", "Paul Marrow", "former head of the CIA")]
    [InlineData("Former CIA director Paul Marrow agreed.", "Paul Marrow", "former director")]
    public void Tag_Office_BecomesTheRole(string text, string name, string? role) =>
        Assert.Equal(role, Assert.Single(Tag(text), tag => tag.Name == name).Role);

    [Theory]
    [InlineData("Michael Jordan played. Jordan scored.", "Michael Jordan", "Jordan")]
    [InlineData("Talks in Amman went on. Jordan agreed.", "Jordan", "Michael Jordan")]
    [InlineData("Protests went on in Tbilisi, where Georgia has its parliament.", "Georgia", "Georgia (U.S. state)")]
    [InlineData("Voters in Atlanta decide for Georgia.", "Georgia (U.S. state)", "Georgia")]
    [InlineData("Paula Jordan flew to Amman, Jordan, at night.", "Jordan", "")]
    [InlineData("Paula Jordan met the king of Jordan.", "Jordan", "")]
    [InlineData("Chad Verrick scored. Chad's government fell.", "Chad", "")]
    [InlineData("Tom Georgia spoke in Tbilisi, the capital of Georgia.", "Georgia", "")]
    [InlineData("Theresa May resigned. May said so in July.", "Theresa May", "May")]
    [InlineData("A Chinese restaurant opened in May.", "China", "May")]
    [InlineData("Soldiers from Chad crossed into Niger.", "Chad", "")]
    [InlineData("Jordan closed its border with Syria.", "Jordan", "")]
    [InlineData("Talks in Amman went on. Jordan won a delay.", "Jordan", "")]
    [InlineData("Chad has a new army. Voters in Chad chose a president.", "Chad", "")]
    [InlineData("Chad and Niger signed a pact.", "Chad", "")]
    [InlineData("Chad Verrick scored twice. Chad waved.", "Chad Verrick", "Chad")]
    [InlineData("Turkey sent its foreign minister to Ankara.", "Turkey", "")]
    [InlineData("They roasted a turkey. Turkey is dry when it cooks too long.", "", "Turkey")]
    [InlineData("Martin Washington sang. Washington bowed.", "Martin Washington", "Washington, D.C.")]
    [InlineData("Talks in Washington went on.", "Washington, D.C.", "")]
    [InlineData("Fed up with delays, they left.", "", "Federal Reserve")]
    [InlineData("Will he go? May Day passed. Monday came.", "", "May")]
    [InlineData("Interior Secretary Rosa Field spoke in Rosa Field’s office.", "Rosa Field", "Interior Secretary Rosa Field")]
    public void Tag_AmbiguousName_IsReadByItsContext(string text, string expected, string absent)
    {
        var names = Tag(text).Select(tag => tag.Name).ToList();

        Assert.DoesNotContain(absent, names);
        if (expected.Length > 0)
        {
            Assert.Contains(expected, names);
        }
    }

    [Theory]
    [InlineData("Chad won the lottery.", "Chad")]
    [InlineData("Jordan bought a ticket on Friday.", "Jordan")]
    public void Tag_CountryThatIsAGivenName_IsNoCountryWithoutEvidenceOfIt(string text, string name) =>
        Assert.DoesNotContain(Tag(text), tag => tag.Name == name && tag.Type == ActorType.Country);

    [Fact]
    public void Tag_TwoFullNamesWithOneFamilyName_AreTwoPeople()
    {
        var names = Tag("Colt Gray, 14, was charged. His father, Colin Gray, was arrested. Gray had given him the rifle.").ToDictionary(tag => tag.Name, tag => tag.Evidence.Count);

        Assert.Equal(1, names["Colt Gray"]);
        Assert.Equal(2, names["Colin Gray"]);
    }

    [Theory]
    [InlineData("Sen. Jon Ossoff, D-Ga., met Sen. Ted Cruz, R-Texas.")]
    [InlineData("Rep. Andrew Clyde (R-Ga.) left with Rep. Lloyd Doggett (D-Texas).")]
    public void Tag_PartyAndState_AreNoNames(string text) =>
        Assert.All(Tag(text), tag => Assert.Equal(ActorType.Person, tag.Type));

    [Theory]
    [InlineData("Voters in Atlanta decide for Georgia.", "Georgia (U.S. state)", "Q1428")]
    [InlineData("Voters in Atlanta decide for Georgia.", "Atlanta", "Q23556")]
    [InlineData("Protests went on in Tbilisi.", "Tbilisi", "Q994")]
    [InlineData("Talks in Amman went on.", "Amman", "Q3805")]
    public void Tag_KnownPlace_CarriesItsWikidataItem(string text, string name, string item) =>
        Assert.Equal(item, Assert.Single(Tag(text), tag => tag.Name == name).Wikidata);

    [Fact]
    public void Tag_KnownActors_CarryTheirWikidataItems()
    {
        var items = Tag("President Joe Biden left Washington for China, Hamas and the White House said.").ToDictionary(tag => tag.Name, tag => tag.Wikidata);

        Assert.Equal("Q6279", items["Joe Biden"]);
        Assert.Equal("Q148", items["China"]);
        Assert.Equal("Q38799", items["Hamas"]);
        Assert.Equal("Q35525", items["White House"]);
    }

    [Fact]
    public void Tag_ActorInFaqOnly_HasFaqEvidenceOnly()
    {
        var faq = new QuestionAnswer("Will Biden and President Xi meet?", "President Xi will come.");

        var tags = Tagger.Tag(Create("Joe Biden will travel.") with { Faq = [faq] });

        var xi = Assert.Single(tags, tag => tag.Name == "Xi Jinping");
        Assert.Empty(xi.Evidence);
        Assert.Equal([new FaqMention(0, FaqPart.Question, 25, 2), new FaqMention(0, FaqPart.Answer, 10, 2)], xi.FaqEvidence);
        var biden = Assert.Single(tags, tag => tag.Name == "Joe Biden");
        Assert.Equal([new FaqMention(0, FaqPart.Question, 5, 5)], biden.FaqEvidence);
        Assert.True(biden.Score > xi.Score);
    }

    [Fact]
    public void Tag_NameInTitleOnly_IsNotReturnedButRaisesItsScore()
    {
        var without = Tag("France and Spain agreed.");

        var with = Tagger.Tag(Create("France and Spain agreed.") with { Title = "Spain beats Italy" });

        Assert.DoesNotContain(with, tag => tag.Name == "Italy");
        Assert.True(with.Single(tag => tag.Name == "Spain").Score > without.Single(tag => tag.Name == "Spain").Score);
    }

    [Fact]
    public void Tag_Heading_IsReadToo()
    {
        const string Text = "Ursula Bork to lead France’s bank\n\nUrsula Bork agreed.";
        var article = Create(Text) with { Blocks = [new Block(BlockKind.Heading, new TextSpan(0, 33)), new Block(BlockKind.Paragraph, new TextSpan(35, 19))] };

        Assert.Equal([0, 35], Tagger.Tag(article).Single(tag => tag.Name == "Ursula Bork").Evidence.Select(span => span.Start));
    }

    [Fact]
    public void Tag_KnownPlacesAndCountries_CarryTheirCountry()
    {
        var countries = Tag("Talks in Beijing between Japan and Europe failed.").ToDictionary(tag => tag.Name, tag => tag.Country);

        Assert.Equal("CN", countries["Beijing"]);
        Assert.Equal("JP", countries["Japan"]);
        Assert.Null(countries["Europe"]);
    }

    [Fact]
    public void Tag_OtherLanguage_FindsKnownNamesOnly()
    {
        var tags = Tagger.Tag(Create("Der Bürgermeister Hans Meier sprach mit Angela Merkel.") with { Language = "de" });

        Assert.Equal(["Angela Merkel"], tags.Select(tag => tag.Name));
    }

    [Fact]
    public void Tag_ManyNames_ReturnsTheBestUpToTheLimits()
    {
        var text = string.Concat(Enumerable.Range(0, 600).Select(i => $"Anna Quill{(char)('a' + (i % 26))}{(char)('a' + (i / 26))} spoke. "))
            + string.Concat(Enumerable.Repeat("France won. ", ActorTagger.MaxEvidence + 5));

        var tags = Tag(text);

        Assert.Equal(ActorTagger.MaxActors, tags.Count);
        Assert.Equal(ActorTagger.MaxEvidence, tags.Single(tag => tag.Name == "France").Evidence.Count);
    }

    [Property(MaxTest = 300)]
    public void Tag_AnyText_ReturnsOrderedMentionsInsideIt(string? input) => AssertSound(Create(input ?? string.Empty));

    [Property(MaxTest = 300)]
    public void Tag_AnyNames_ReturnsOrderedMentionsThatDoNotOverlap(byte[] seeds)
    {
        string[] pieces =
            ["Joe ", "Biden ", "President ", "of ", "the ", "U.S. ", "China", "-", "’s ", "University ", "Mr. ", "Xi ", "said ", ", ", ". ", "(", "APEC", ") ", "Jordan ", "Ruth ", "A. ", "van ", "Committee ", "and ", "in ", "May ", "CEO ", "\n\n", "İ", "Ǆ", "\ud83d\ude00", "e\u0301", "\u200b", "\u202e", "\ufeff", "محمد ", "北京", "Москва ", "שלום ", "\ud83d", "\u00ad", "WAR "];
        AssertSound(Create(string.Concat(seeds.Select(seed => pieces[seed % pieces.Length]))));
    }

    [Fact]
    public void Tag_LongArticle_IsReadInTimeThatGrowsWithIt()
    {
        var text = string.Concat(Enumerable.Repeat("President Joe Biden met Ines Okonkwo-Ruiz of Quillcorp Inc. in Paris. ", 71_000));

        var tags = Tag(text);

        Assert.True(text.Length > 4_900_000);
        Assert.Equal(ActorTagger.MaxEvidence, tags.Single(tag => tag.Name == "Ines Okonkwo-Ruiz").Evidence.Count);
    }

    [Fact]
    public void Tag_InvisibleCharactersAndMarks_KeepTheOffsets()
    {
        const string Text = "\ufeffIn Bogota\u0301, Joe\u00a0Biden met Ine\u0301s Okonkwo. \u202bبايدن\u202c";

        var tags = Tag(Text);

        Assert.Equal("Joe\u00a0Biden", EvidenceOf(tags, "Joe Biden", Text));
        Assert.Equal("Bogota\u0301", EvidenceOf(tags, "Bogotá", Text));
    }

    [Fact]
    public void Tag_TurkishCulture_ChangesNothing()
    {
        var article = Create("In Istanbul, INTERPOL met Iran. Indian Prime Minister Narendra Modi, the leader, said IMF officials listened. It is I.");
        var expected = PipelineJsonOf(Tagger.Tag(article));
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("tr-TR");
        try
        {
            Assert.Equal(expected, PipelineJsonOf(ActorTagger.CreateDefault().Tag(article)));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static void AssertSound(Article article)
    {
        var tags = Tagger.Tag(article);

        Assert.Equal(PipelineJsonOf(tags), PipelineJsonOf(Tagger.Tag(article)));
        Assert.Equal(tags.Select(tag => tag.Score).OrderDescending(), tags.Select(tag => tag.Score));
        Assert.All(tags, tag => Assert.InRange(tag.Score, 0, 1));
        Assert.All(tags, tag => Assert.NotEmpty(tag.Evidence));
        Assert.All(tags, tag => Assert.Equal(tag.Evidence.OrderBy(span => span.Start), tag.Evidence));
        var end = 0;
        foreach (var span in tags.SelectMany(tag => tag.Evidence).OrderBy(span => span.Start))
        {
            Assert.True(span.Start >= end && span.Length > 0 && span.End <= article.Text.Length);
            end = span.End;
        }
    }

    private static string EvidenceOf(IReadOnlyList<ActorTag> tags, string name, string text) =>
        string.Join('|', tags.Single(tag => tag.Name == name).Evidence.Select(span => text[span.Start..span.End]));

    private static string PipelineJsonOf(IReadOnlyList<ActorTag> tags) => System.Text.Json.JsonSerializer.Serialize(tags, PipelineJson.Options);

    private static IReadOnlyList<ActorTag> Tag(string text) => Tagger.Tag(Create(text));

    private static Article Create(string text) => new() { Format = "text", Text = text, Language = "en" };
}
