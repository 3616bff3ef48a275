using System.Text.Json.Nodes;
using Pipeline.Storage.Keys;
using Pipeline.Testing.Browsing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Pipeline.EndToEnd.Tests.Page;

/// <summary>What is marked in an article's text is what the API names, to the character.</summary>
[Collection<PageCollectionDefinition>]
public sealed class EvidenceTests(PageFixture pipeline)
{
    /// <summary>Surrogate pairs, emoji of several joined by zero-width joiners, combining characters, and text from right to left with names.</summary>
    private const string Scripts =
        """
        Vaccination campaign 👩‍👩‍👧‍👦 reaches the islands
        1957-02-03

        👩‍⚕️🧑🏽‍⚕️ Health officials vaccinated 🧒🏽🧒🏽🧒🏽 children against measles on Sunday; the vaccine 💉 is free of charge, the ministry of health said. “Zoé Crème” – written Zoe\u0301 Cre\u0300me – praised the measles vaccine 𝒂𝒏𝒅 its makers.

        قالت منظمة الصحة العالمية (World Health Organization) إن اللقاحات آمنة، وقال Tedros Adhanom Ghebreyesus إن حملة التطعيم measles vaccination مستمرة 💉.

        שר הבריאות אמר כי World Health Organization תומכת בקמפיין החיסונים measles vaccine 🇮🇱 בישראל.

        - 🩺 The World Health Organization sends vaccines to the islands.
        - The health ministry orders more measles vaccines 💉💉.

        Officials of the World Health Organization and the ministry of health said that hospitals had enough vaccine for each child.

        FAQs

        What does the World Health Organization 🌍 say?

        The World Health Organization says that the 👩‍⚕️ measles vaccine is safe. Ask the World Health Organization for more.

        Who pays for it?

        The ministry of health pays.
        """;

    // For each block of the text, its text and the stretches of it that a selector finds, those that touch as one: "text|start-end,start-end".
    private const string Stretches =
        """
        ([blocks, selector]) => [...document.querySelectorAll(blocks)].map((block) => {
          const stretches = [];
          let at = 0;
          const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const { length } = walker.currentNode.data;
            if (walker.currentNode.parentElement.closest(selector)) {
              stretches.length > 0 && stretches.at(-1)[1] === at ? (stretches.at(-1)[1] += length) : stretches.push([at, at + length]);
            }
            at += length;
          }
          return `${block.textContent}|${stretches.map((one) => one.join('-')).join()}`;
        })
        """;

    private const string Blocks = ".text h3, .text p, .text li";

    [Fact]
    public async Task Marks_OfEachTagAndOfAll_AreTheStretchesOfTheApi()
    {
        var id = await ServeAsync();
        var text = await pipeline.ReadAsync($"articles/{id}/text");
        var tags = await pipeline.ReadAsync($"articles/{id}/tags");
        var summary = await pipeline.ReadAsync($"summaries/{id}");
        await using var page = await pipeline.OpenViewAsync($"articles/{id}?tag=none");
        Assert.Equal(Expected(text, summary["summary"]!.AsArray()), await MarkedAsync(page, Blocks, ".in-summary"));
        Assert.Equal(Expected(text, []), await MarkedAsync(page, Blocks, "mark"));

        var (issues, actors) = (tags["issues"]!.AsArray(), tags["actors"]!.AsArray());
        Assert.NotEmpty(issues);
        Assert.Contains(actors, actor => ((string?)actor!["name"])!.Contains("World Health", StringComparison.Ordinal));
        foreach (var (tag, kind, index) in issues.Select((tag, i) => (tag!, "issue", i)).Concat(actors.Select((tag, i) => (tag!, "actor", i))))
        {
            var button = page.Page.Locator($".switch.{kind}").Nth(index);
            await button.ClickAsync();
            Assert.Equal(Expected(text, tag["evidence"]!.AsArray()), await MarkedAsync(page, Blocks, $"mark.in-{kind}"));
            await button.ClickAsync();
            Assert.Equal(Expected(text, []), await MarkedAsync(page, Blocks, "mark"));
        }

        foreach (var button in await page.Page.Locator(".switch").AllAsync())
        {
            await button.ClickAsync();
        }

        Assert.Equal(Expected(text, issues.SelectMany(issue => issue!["evidence"]!.AsArray())), await MarkedAsync(page, Blocks, ".in-issue"));
        Assert.Equal(Expected(text, actors.SelectMany(actor => actor!["evidence"]!.AsArray())), await MarkedAsync(page, Blocks, ".in-actor"));
        Assert.Equal(Expected(text, summary["summary"]!.AsArray()), await MarkedAsync(page, Blocks, ".in-summary"));
        page.AssertNoProblems();
    }

    [Fact]
    public async Task Marks_OfAnActorInTheQuestions_AreTheStretchesOfTheApi()
    {
        var id = await ServeAsync();
        var faq = (await pipeline.ReadAsync($"articles/{id}/faq"))["faq"]!.AsArray();
        var actor = (await pipeline.ReadAsync($"articles/{id}/tags"))["actors"]!.AsArray().First(actor => ((string?)actor!["name"])!.Contains("World Health", StringComparison.Ordinal))!;
        await using var page = await pipeline.OpenViewAsync($"articles/{id}?tag={Uri.EscapeDataString($"actor:{actor["wikidata"] ?? actor["name"]}")}");

        Assert.NotEmpty(actor["faqEvidence"]!.AsArray());
        foreach (var (part, element) in ((string, string)[])[("question", "dt"), ("answer", "dd")])
        {
            var expected = faq.Select((pair, i) => Marked((string)pair![part]!, 0, actor["faqEvidence"]!.AsArray().Where(mention => (int)mention!["index"]! == i && (string?)mention["part"] == part)));
            Assert.Equal(expected, await MarkedAsync(page, $".faq {element}", ".in-actor"));
        }
    }

    [Fact]
    public async Task Tags_SwitchedOn_AreRestoredByTheAddress()
    {
        var id = ArticleIds.ForFile("samples/port-strike.txt");
        await using var page = await pipeline.OpenViewAsync($"articles/{id}");
        await page.Page.Locator(".switch.issue").Nth(1).ClickAsync();
        await page.Page.Locator(".switch.actor").First.ClickAsync();
        await page.Page.GetByLabel("Underline these sentences").UncheckAsync();
        var marked = await MarkedAsync(page, Blocks, "mark, .in-summary");
        var address = page.Page.Url;

        await using var other = await pipeline.OpenAsync();
        await other.OpenViewAsync(address);

        Assert.Equal(marked, await MarkedAsync(other, Blocks, "mark, .in-summary"));
        Assert.Equal(3, await other.Page.Locator(".switch[aria-pressed=true]").CountAsync());
        await Expect(other.Page.GetByLabel("Underline these sentences")).Not.ToBeCheckedAsync();
        Assert.Equal(3, await other.Page.Locator(".why:visible").CountAsync());
    }

    [Fact]
    public async Task Citation_OfADigest_LeadsToTheMarkedSentence()
    {
        await pipeline.ServeDaysAsync(new DateOnly(1957, 6, 1), 1);
        await using var page = await pipeline.OpenViewAsync("issues/vaccines?from=1957-06-01&to=1957-06-01");
        var digest = await pipeline.ReadAsync("issues/vaccines/summary?from=1957-06-01&to=1957-06-01&sentences=10");
        var sentence = digest["sentences"]!.AsArray()[^1]!;

        await page.Page.Locator(".digest .cite").Last.ClickAsync();
        await page.Page.Locator(".in-place").First.WaitForAsync();

        var text = await pipeline.ReadAsync($"articles/{sentence["article"]}/text");
        Assert.Equal(Expected(text, [sentence]), await MarkedAsync(page, Blocks, ".in-place"));
        await Expect(page.Page.Locator(".in-place").First).ToBeInViewportAsync();
    }

    private Task<string> ServeAsync() =>
        pipeline.ServeAsync($"{Guid.NewGuid():N}.txt", Scripts.Replace(@"\u0301", "\u0301", StringComparison.Ordinal).Replace(@"\u0300", "\u0300", StringComparison.Ordinal));

    private static Task<string[]> MarkedAsync(BrowserPage page, string blocks, string selector) => page.Page.EvaluateAsync<string[]>(Stretches, new[] { blocks, selector });

    private static IEnumerable<string> Expected(JsonNode text, IEnumerable<JsonNode?> spans) => text["blocks"]!.AsArray().Select(block =>
        Marked(Json.Slice((string)text["text"]!, block!["span"]!), (int)block["span"]!["start"]!, spans));

    private static string Marked(string text, int start, IEnumerable<JsonNode?> spans)
    {
        var isMarked = new bool[text.Length + 1];
        foreach (var span in spans)
        {
            for (var i = Math.Max(0, (int)span!["start"]! - start); i < Math.Min(text.Length, (int)span["start"]! + (int)span["length"]! - start); i++)
            {
                isMarked[i] = true;
            }
        }

        var edges = Enumerable.Range(0, text.Length + 1).Where(i => isMarked[i] != (i > 0 && isMarked[i - 1])).Chunk(2);
        return $"{text}|{string.Join(',', edges.Select(edge => $"{edge[0]}-{edge[1]}"))}";
    }
}
