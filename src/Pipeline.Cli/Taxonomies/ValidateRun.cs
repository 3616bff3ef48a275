using System.Globalization;
using System.Text.Json;
using Pipeline.Cli.Files;
using Pipeline.Cli.Terminal;
using Pipeline.Text;
using Pipeline.Text.Tagging;
using Pipeline.Text.Tagging.Taxonomies;
using Spectre.Console;

namespace Pipeline.Cli.Taxonomies;

/// <summary>Checks taxonomy files and says what is wrong.</summary>
internal sealed class ValidateRun(CommandTerminal terminal, bool json)
{
    /// <summary>Checks the files, in order.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(IReadOnlyList<InputFile> files, CancellationToken cancellationToken)
    {
        var allValid = true;
        foreach (var file in files)
        {
            var content = await File.ReadAllBytesAsync(file.Path, cancellationToken);
            var (taxonomy, problems) = Check(content);
            allValid &= taxonomy is not null;
            if (json)
            {
                WriteJson(file, taxonomy, problems);
            }
            else
            {
                Write(file, taxonomy, problems);
            }
        }

        return allValid ? ExitCode.Ok : ExitCode.Failed;
    }

    private static (Taxonomy? Taxonomy, IReadOnlyList<TaxonomyProblem> Problems) Check(byte[] content)
    {
        try
        {
            var taxonomy = Taxonomy.Parse(content);
            return (taxonomy, taxonomy.Warnings);
        }
        catch (TaxonomyException exception)
        {
            return (null, exception.Problems);
        }
    }

    private void Write(InputFile file, Taxonomy? taxonomy, IReadOnlyList<TaxonomyProblem> problems)
    {
        var name = PlainText.Clean(file.Display);
        foreach (var problem in problems)
        {
            var colour = problem.IsWarning ? "yellow" : "red";
            var kind = problem.IsWarning ? "warning" : "error";
            var message = Markup.Escape(PlainText.Clean(problem.Message));
            terminal.Console.MarkupLine(string.Create(
                CultureInfo.InvariantCulture, $"{Markup.Escape(name)}:{problem.Line}: [{colour}]{kind}[/] {message}"));
        }

        var warnings = problems.Count(problem => problem.IsWarning);
        var errors = problems.Count - warnings;
        terminal.Console.MarkupLine(taxonomy is null
            ? $"{Markup.Escape(name)}: [red]not valid[/], {Count(errors, "error")}{(warnings > 0 ? $", {Count(warnings, "warning")}" : "")}"
            : $"{Markup.Escape(name)}: [green]valid[/], {Count(taxonomy.Concepts.Count, "issue")}, {Count(TermsOf(taxonomy), "term")}, version {taxonomy.Version}{(warnings > 0 ? $", [yellow]{Count(warnings, "warning")}[/]" : "")}");
    }

    private void WriteJson(InputFile file, Taxonomy? taxonomy, IReadOnlyList<TaxonomyProblem> problems) =>
        terminal.Out.WriteLine(JsonSerializer.Serialize(
            new
            {
                File = file.Display,
                Valid = taxonomy is not null,
                taxonomy?.Version,
                Concepts = taxonomy?.Concepts.Count,
                Terms = taxonomy is null ? (int?)null : TermsOf(taxonomy),
                Problems = problems,
            },
            PipelineJson.Options));

    private static int TermsOf(Taxonomy taxonomy) => taxonomy.Concepts.Sum(concept => concept.Terms.Count);

    private static string Count(int number, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:N0} {what}{(number == 1 ? "" : "s")}");
}
