using System.CommandLine;
using Pipeline.Evaluation.Data;

namespace Pipeline.Evaluation.Commands;

/// <summary>Options that several verbs have.</summary>
internal static class EvaluationOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Write one JSON object a row instead of a table." };

    public static Option<Part> PartOf(Part @default) => new("--part")
    {
        Description = $"Which pages: {string.Join(", ", Parts.Names.Keys)}. A third is held out, by a hash of the ids.",
        HelpName = string.Join('|', Parts.Names.Keys),
        DefaultValueFactory = _ => @default,
        CustomParser = result =>
        {
            if (!Parts.Names.TryGetValue(result.Tokens[0].Value, out var part))
            {
                result.AddError($"--part takes {string.Join(", ", Parts.Names.Keys)}, not '{result.Tokens[0].Value}'.");
            }

            return part;
        },
    };
}
