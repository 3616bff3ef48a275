namespace Pipeline.Text.Parsing.Elements.Names;

/// <summary>The credit at the end of a wire service's report: <c>(Reporting by Jane Doe in London; editing by John Roe)</c>.</summary>
internal static class WireCredit
{
    private const int MaxLength = 600;

    private static readonly string[] Openings = ["reporting by ", "additional reporting by ", "writing by ", "editing by ", "compiled by "];

    /// <summary>Returns the reporters, or the writers, that a credit names; null where the passage is no credit.</summary>
    public static IReadOnlyList<string>? Read(string passage)
    {
        var bracketed = passage.StartsWith('(') && passage.TrimEnd('.').EndsWith(')');
        var text = passage.Trim('(', ')', '.', ' ');
        var opening = Array.Find(Openings, candidate => text.StartsWith(candidate, StringComparison.OrdinalIgnoreCase));

        // Without brackets only the whole formula is sure: "Reporting by X; editing by Y".
        if (opening is null || passage.Length > MaxLength || !(bracketed || text.Contains("; editing by", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            foreach (var wanted in (ReadOnlySpan<string>)["reporting by ", "writing by "])
            {
                if (part.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) && BylineParser.ParseNames(part[wanted.Length..]) is { Authors.Count: > 0 } byline)
                {
                    return byline.Authors;
                }
            }
        }

        return [];
    }
}
