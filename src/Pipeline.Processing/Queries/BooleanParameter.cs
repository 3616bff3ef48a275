namespace Pipeline.Processing.Queries;

/// <summary>Reads parameters that are <c>true</c> or <c>false</c>.</summary>
internal static class BooleanParameter
{
    /// <summary>Reads a parameter; false where the text is neither.</summary>
    /// <param name="text">The parameter; null is false.</param>
    /// <param name="value">The value.</param>
    public static bool TryRead(string? text, out bool value)
    {
        value = text == "true";
        return text is null or "true" or "false";
    }
}
