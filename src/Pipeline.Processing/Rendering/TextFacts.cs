using System.Globalization;

namespace Pipeline.Processing.Rendering;

/// <summary>How facts stand in a line.</summary>
internal static class TextFacts
{
    /// <summary>Writes a day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Writes a number of things.</summary>
    public static string Count(int number, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {(number == 1 ? one : many)}");

    /// <summary>Joins the facts that there are.</summary>
    public static string Join(params string?[] facts) => string.Join(" · ", facts.Where(fact => !string.IsNullOrEmpty(fact)));

    /// <summary>Lists things behind what they are, with commas.</summary>
    public static IReadOnlyList<TextRun> Listed(string label, IEnumerable<TextRun> things) =>
        [new TextRun(label), .. things.SelectMany((thing, i) => i == 0 ? [thing] : new[] { new TextRun(", "), thing })];
}
