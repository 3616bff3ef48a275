using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Pipeline.Text;

namespace Pipeline.Evaluation.Summaries;

/// <summary>What the verbs that learn weights have in common.</summary>
internal sealed class TrainingOptions
{
    private static readonly JsonSerializerOptions Indented = new(PipelineJson.Options) { WriteIndented = true };

    private readonly Argument<string[]> _files = new("FILE") { Description = "Tasks, as the verb summaries reads them.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> _sentences = new("--sentences") { Description = "The length to learn for, in sentences: 1 to 5.", HelpName = "N", DefaultValueFactory = _ => 3 };
    private readonly Option<int> _parts = new("--cross-validate") { Description = "Learn without each of N parts in turn, and score that part.", HelpName = "N" };
    private readonly Option<string?> _output = new("--output") { Description = "Write the weights, learned from all.", HelpName = "FILE" };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        command.Add(_files);
        foreach (var option in new Option[] { _sentences, _parts, _output })
        {
            command.Add(option);
        }
    }

    /// <summary>Returns the length to learn for, in sentences.</summary>
    public int Sentences(ParseResult result) => result.GetValue(_sentences);

    /// <summary>Reads the tasks.</summary>
    public IReadOnlyList<SummaryTask> ReadTasks(ParseResult result) => [.. result.GetRequiredValue(_files).SelectMany(SummaryTask.ReadAll)];

    /// <summary>Learns, scores and writes, as the options say.</summary>
    /// <param name="result">The options.</param>
    /// <param name="tasks">What is learned from.</param>
    /// <param name="start">The weights that ship.</param>
    /// <param name="learn">Learns weights from some of the tasks.</param>
    /// <param name="toFile">Makes a file of weights.</param>
    public void Run<TTask, TFile>(ParseResult result, IReadOnlyList<TTask> tasks, double[] start, Func<IReadOnlyList<TTask>, double[]> learn, Func<double[], TFile> toFile)
        where TTask : ITrainingTask
    {
        Write("the weights that ship", tasks.Count, tasks.Average(task => task.Score(start)));
        if (result.GetValue(_parts) is > 1 and var parts)
        {
            Write($"{parts} parts, each by weights learned without it", tasks.Count, CrossValidate(tasks, parts, learn));
        }

        if (result.GetValue(_output) is { } path)
        {
            var learned = learn(tasks);
            Write("weights learned from all", tasks.Count, tasks.Average(task => task.Score(learned)));
            File.WriteAllText(path, JsonSerializer.Serialize(toFile(learned), Indented) + "\n");
        }
    }

    private static double CrossValidate<TTask>(IReadOnlyList<TTask> tasks, int parts, Func<IReadOnlyList<TTask>, double[]> learn)
        where TTask : ITrainingTask =>
        Enumerable.Range(0, parts).Sum(part =>
        {
            var weights = learn([.. tasks.Where((_, i) => i % parts != part)]);
            return tasks.Where((_, i) => i % parts == part).Sum(task => task.Score(weights));
        }) / tasks.Count;

    private static void Write(string name, int count, double score) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {count} tasks, mean of ROUGE-1, -2 and -Lsum F1 {100 * score:0.00}"));
}
