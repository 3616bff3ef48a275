using System.Globalization;

namespace Pipeline.Processing.Queries;

/// <summary>Reads parameters that are numbers: digits alone, from 1 on.</summary>
internal static class NumberParameter
{
    /// <summary>Reads a number; false where the text is none from 1 to a greatest one.</summary>
    /// <param name="text">The parameter; null has the default.</param>
    /// <param name="usual">The default.</param>
    /// <param name="max">The greatest number.</param>
    /// <param name="number">The number.</param>
    public static bool TryRead(string? text, int usual, int max, out int number)
    {
        number = usual;
        return text is null || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= max);
    }
}
