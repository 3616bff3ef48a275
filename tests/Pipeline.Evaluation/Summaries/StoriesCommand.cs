using System.CommandLine;
using System.Globalization;
using Pipeline.Text.Summarization;
using Pipeline.Text.Summarization.Digests;

namespace Pipeline.Evaluation.Summaries;

/// <summary>The verb <c>stories</c>: how well a digest tells events apart, by B-cubed (Bagga and Baldwin, "Entity-Based Cross-Document Coreferencing Using the Vector Space Model", COLING 1998).</summary>
internal static class StoriesCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "JSON lines {\"id\",\"docs\":[…],\"reference\"}, an event a line." };
        var events = new Option<int>("--events") { Description = "How many events are put into one digest.", HelpName = "N", DefaultValueFactory = _ => int.MaxValue };
        var command = new Command("stories", "Put the articles of many events into one digest, and score the stories that it makes of them.") { file, events };
        command.SetAction(result =>
        {
            var tasks = SummaryTask.ReadAll(result.GetRequiredValue(file)).Take(result.GetValue(events)).ToList();
            var summarizer = new TaskSummarizer(new SummaryLength(1));
            DigestArticle[][] read = [.. tasks.AsParallel().AsOrdered().Select(task => summarizer.ReadArticles(task).ToArray())];
            var table = new DigestTable([.. read.SelectMany(articles => articles)]);
            var labelled = read.SelectMany((articles, number) => articles.Select(_ => number)).ToArray();
            var storyOf = table.CreateRows(issue: null, out _).DistinctBy(row => row.Article).ToDictionary(row => row.Article, row => row.Story);
            Write(labelled, [.. table.First.Select(first => storyOf.GetValueOrDefault(first, -1))]);
        });
        return command;
    }

    private static void Write(int[] labelled, int[] given)
    {
        var events = labelled.CountBy(label => label).ToDictionary();
        var stories = given.CountBy(story => story).ToDictionary();
        var both = labelled.Zip(given).CountBy(pair => pair).ToDictionary();
        var precision = labelled.Zip(given).Average(pair => (double)both[pair] / stories[pair.Second]);
        var recall = labelled.Zip(given).Average(pair => (double)both[pair] / events[pair.First]);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{labelled.Length} articles of {events.Count} events, {stories.Count} stories: B-cubed precision {precision:.000}, recall {recall:.000}, F1 {2 * precision * recall / (precision + recall):.000}"));
    }
}
