namespace Pipeline.Text.Parsing.Elements.Fields;

/// <summary>Reads the publishing status of the IPTC standards: <c>stat:usable</c>, <c>withheld</c>, <c>canceled</c>, and their addresses.</summary>
internal static class PublishingStatus
{
    /// <summary>Tells whether the status says that the article is not to be used.</summary>
    public static bool IsWithdrawn(string status)
    {
        var code = status.AsSpan().Trim();
        code = code[(code.LastIndexOfAny(':', '/') + 1)..];
        return code.Equals("canceled", StringComparison.OrdinalIgnoreCase) || code.Equals("cancelled", StringComparison.OrdinalIgnoreCase)
            || code.Equals("withheld", StringComparison.OrdinalIgnoreCase) || code.Equals("killed", StringComparison.OrdinalIgnoreCase);
    }
}
