using System.Text.RegularExpressions;
using Pipeline.Text.Parsing.Elements;

namespace Pipeline.Text.Parsing.NewsXml;

/// <summary>Takes off how agencies sign their reports: the initials of who wrote and edited them, and whose they are.</summary>
internal static partial class WireSignOff
{
    private const int MaxNoticeLength = 100;

    /// <summary>Returns the passages without the lines of that kind at their end.</summary>
    /// <param name="passages">The passages in order.</param>
    public static IReadOnlyList<Passage> Remove(IReadOnlyList<Passage> passages)
    {
        var end = passages.Count;
        while (end > 1 && IsSignOff(passages[end - 1].Text))
        {
            end--;
        }

        return end == passages.Count ? passages : [.. passages.Take(end)];
    }

    private static bool IsSignOff(string text) =>
        (text.Length <= MaxNoticeLength && (text.StartsWith('©') || text.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase))) || Initials().IsMatch(text);

    /// <summary><c>mm/jd/kl</c>, <c>bur-mm/kl</c></summary>
    [GeneratedRegex(@"^[a-z]{2,4}(?:[/-][a-z]{2,4}){1,5}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Initials();
}
