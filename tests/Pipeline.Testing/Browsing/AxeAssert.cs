using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Pipeline.Testing.Browsing;

/// <summary>What axe-core can tell of a page's accessibility.</summary>
public static class AxeAssert
{
    // The Web Content Accessibility Guidelines 2.0, 2.1 and 2.2, levels A and AA, as axe-core tags its rules; 2.2 added none of level A that it knows.
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    /// <summary>Asserts that the page, as it is now, breaks no rule.</summary>
    public static async Task HasNoViolationsAsync(IPage page)
    {
        var violations = await FindViolationsAsync(page);

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    /// <summary>Finds the rules that the page breaks as it is now.</summary>
    /// <returns>A text each: the rule, what it asks for, and where it is broken, with what would mend it.</returns>
    public static async Task<IReadOnlyList<string>> FindViolationsAsync(IPage page) =>
        [.. (await page.RunAxe(Rules)).Violations.Select(Describe)];

    private static string Describe(AxeResultItem violation) =>
        $"{violation.Id} ({violation.Impact}): {violation.Help}{string.Concat(violation.Nodes.Select(Describe))}";

    private static string Describe(AxeResultNode node) =>
        $"\n  {node.Target}: {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}\n    {node.Html}";
}
