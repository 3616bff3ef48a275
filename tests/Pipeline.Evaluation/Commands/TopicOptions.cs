using System.CommandLine;
using Pipeline.Evaluation.Data;
using Pipeline.Evaluation.Topics;

namespace Pipeline.Evaluation.Commands;

/// <summary>Options of the verbs for issues.</summary>
internal static class TopicOptions
{
    public static Option<string> Label() => new("--label") { Description = "The field of the label.", HelpName = "FIELD", DefaultValueFactory = _ => "topic" };

    public static Option<string> Crosswalk() => new("--crosswalk")
    {
        Description = $"Which issues stand for a label: {Topics.Crosswalk.AllSides}, {Topics.Crosswalk.NewYorkTimes}, or a file.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Topics.Crosswalk.AllSides,
    };

    public static Option<int[]> Years() => new("--year")
    {
        Description = "Take the articles of these years, whatever their half.",
        HelpName = "FROM TO",
        Arity = new ArgumentArity(2, 2),
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<Part> PartOf(Part @default)
    {
        var option = EvaluationOptions.PartOf(@default);
        option.Description = $"Which articles: {string.Join(", ", Parts.Names.Keys)}. Half are held out, by a hash of the ids.";
        return option;
    }

    public static Option<string?> Model() => new("--model") { Description = "A learned model in place of the one that ships.", HelpName = "FILE" };

    /// <summary>Says which articles are taken: by year where years are given, else by half.</summary>
    public static Func<string, int?, bool> Filter(Part part, int[]? years) =>
        years is [var from, var to] ? (_, year) => from <= year && year <= to : (id, _) => part.HoldsHalf(id);
}
