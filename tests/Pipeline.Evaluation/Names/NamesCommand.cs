using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Actors.Recognition;

namespace Pipeline.Evaluation.Names;

/// <summary>The verb <c>names</c>: the names that the tagger finds, against labelled ones.</summary>
internal static class NamesCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Labelled sentences.", Arity = ArgumentArity.OneOrMore };
        var folds = new Option<int>("--cross-validate") { Description = "Learn without each of N parts of a file in turn, and score that part.", HelpName = "N" };
        var with = new Option<string[]>("--with") { Description = "Files to learn from besides, when cross-validating.", AllowMultipleArgumentsPerToken = true, HelpName = "FILE" };
        var output = new Option<string?>("--output") { Description = "Write the names found as JSON lines {\"spans\":[[start,end,type]]}, by tokens.", HelpName = "FILE" };
        var command = new Command("names", "Score the names that the tagger finds: the evidence of an article's actors.") { files, folds, with, output };
        command.SetAction(result =>
        {
            var count = result.GetValue(folds);
            var others = (result.GetValue(with) ?? []).Select(NameCorpus.Read).ToList();
            var tagger = count == 0 ? ActorTagger.CreateDefault() : null;
            var found = new List<IReadOnlySet<(int Start, int End, NameType Type)>>();
            foreach (var file in result.GetRequiredValue(files))
            {
                var sentences = NameCorpus.Read(file);
                var scores = new NameScores();
                if (tagger is not null)
                {
                    scores.AddAll(tagger, sentences);
                }
                else
                {
                    scores = CrossValidation.Score(sentences, others, count, Console.Error.WriteLine);
                }

                Write(Path.GetFileName(file), scores);
                found.AddRange(scores.Found);
            }

            if (result.GetValue(output) is { } path)
            {
                File.WriteAllLines(path, found.Select(names =>
                    JsonSerializer.Serialize(new { spans = names.OrderBy(name => name.Start).Select(name => new object[] { name.Start, name.End, NameTags.Of(name.Type) }) })));
            }
        });
        return command;
    }

    private static void Write(string name, NameScores scores)
    {
        Write($"{name}, place", scores.Untyped);
        Write($"{name}, place and type", scores.Typed);
        Write($"{name}, names of each document", scores.PerDocument);
        foreach (var (type, score) in scores.ByType)
        {
            Write($"{name}, {type}", score);
        }
    }

    private static void Write(string name, NameScore score) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: precision {score.Precision:0.0000}, recall {score.Recall:0.0000}, F1 {score.F1:0.0000}"));
}
