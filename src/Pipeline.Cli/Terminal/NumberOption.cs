using System.CommandLine;
using System.Globalization;

namespace Pipeline.Cli.Terminal;

/// <summary>Options that take a number within bounds, and say so when they get something else.</summary>
internal static class NumberOption
{
    /// <summary>Makes an option without a default.</summary>
    public static Option<int?> Create(string name, int least, int most, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => Parse(name, result.Tokens[0].Value, least, most, result.AddError),
    };

    /// <summary>Makes an option with a default.</summary>
    public static Option<int> Create(string name, int least, int most, int @default, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => @default,
        CustomParser = result => Parse(name, result.Tokens[0].Value, least, most, result.AddError) ?? @default,
    };

    private static int? Parse(string name, string text, int least, int most, Action<string> addError)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        addError(most == int.MaxValue ? $"{name} takes a number from {least} on, not '{text}'." : $"{name} takes a number from {least} to {most}, not '{text}'.");
        return null;
    }
}
