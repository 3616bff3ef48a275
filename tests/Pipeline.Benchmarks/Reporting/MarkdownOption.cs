using System.CommandLine;

namespace Pipeline.Benchmarks.Reporting;

/// <summary>The option of all commands that print tables.</summary>
internal static class MarkdownOption
{
    public static Option<string?> Create() => new("--markdown") { Description = "Add the tables to a file as Markdown too.", HelpName = "FILE" };
}
