using System.CommandLine;
using System.Globalization;
using Pipeline.Evaluation.Data;
using Pipeline.Text.Sentences;
using Pipeline.Text.Tagging.Actors;

namespace Pipeline.Evaluation.Names;

/// <summary>The verb <c>cluster-words</c>: sorts the words of news articles into clusters of like use.</summary>
internal static class ClusterWordsCommand
{
    // One byte a word in the product, 0 for words in none.
    private const int Clusters = 255;

    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Articles: JSON lines {\"text\"}.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output") { Description = "Where the clusters go, one a line.", Required = true };
        var command = new Command("cluster-words", "Sort the words of news articles into clusters of like use, for the recogniser of names.") { files, output };
        command.SetAction(result =>
        {
            var clustering = new WordClustering();
            foreach (var text in result.GetRequiredValue(files).SelectMany(JsonLines.Read).Select(row => row.Text("text", "tokens")).OfType<string>())
            {
                foreach (var sentence in SentenceSplitter.Split(text))
                {
                    clustering.Add([.. WordReader.Read(text, sentence).Select(word => Normalize(text[word.Start..word.End]))]);
                }
            }

            using var writer = new StreamWriter(result.GetRequiredValue(output)) { NewLine = "\n" };
            foreach (var cluster in clustering.Cluster(Clusters))
            {
                writer.WriteLine(string.Join(' ', cluster));
            }
        });
        return command;
    }

    private static string Normalize(string word) =>
        string.Concat(word.ToLower(CultureInfo.InvariantCulture).Select(c => char.IsAsciiDigit(c) ? '0' : c));
}
