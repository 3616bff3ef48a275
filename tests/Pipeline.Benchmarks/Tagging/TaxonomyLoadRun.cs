using Pipeline.Benchmarks.Reporting;
using Pipeline.Text.Tagging;

namespace Pipeline.Benchmarks.Tagging;

/// <summary>Times what a start of the pipeline waits for on account of the taxonomy.</summary>
internal static class TaxonomyLoadRun
{
    /// <summary>Loads the taxonomy, and makes the tagger of it, some times each; prints the medians.</summary>
    /// <param name="runs">How many times, after one that warms up.</param>
    /// <param name="markdownFile">Where to write the table as Markdown too; null for nowhere.</param>
    public static int Run(int runs, string? markdownFile)
    {
        var taxonomy = Taxonomy.LoadBuiltIn();
        var extension = """{ "formatVersion": 1, "mode": "extend", "concepts": [{ "id": "own-issue", "preferredLabel": "Own issue" }] }"""u8.ToArray();
        var table = new ReportTable("step", "ms", "allocated MB");
        Add(table, $"load the built-in taxonomy: {taxonomy.Concepts.Count} issues, {taxonomy.Concepts.Sum(concept => concept.Terms.Count)} terms", () => Taxonomy.LoadBuiltIn(), runs);
        Add(table, "make the tagger of it", () => _ = new IssueTagger(taxonomy), runs);
        Add(table, "check and load an own taxonomy that extends it", () => Taxonomy.Parse(extension), runs);
        table.Write(markdownFile);
        return 0;
    }

    private static void Add(ReportTable table, string step, Action work, int runs)
    {
        var measured = Measurement.Of(work, runs);
        table.Add(step, ReportTable.Number(measured.Time.TotalMilliseconds, "0"), ReportTable.Number(measured.AllocatedBytes / 1e6, "0.0"));
    }
}
