using System.Globalization;
using System.Text;

namespace Pipeline.Benchmarks.Parsing;

/// <summary>Paragraphs made of the samples, each with a sentence of its own. The same each time.</summary>
internal static class SyntheticText
{
    private const int Sample = 4_000;

    /// <summary>Gets about that many characters of ASCII in paragraphs.</summary>
    public static IReadOnlyList<string> Paragraphs(int size)
    {
        var paragraphs = new List<string>();
        for (var number = 0; size > 0; number++)
        {
            foreach (var part in Ascii(SyntheticArticles.Make(number, Sample)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Skip(1))
            {
                if (size <= 0)
                {
                    break;
                }

                var own = string.Create(CultureInfo.InvariantCulture, $"Office {(paragraphs.Count * 7_919L) % 99_991} counted {(paragraphs.Count * 104_729L) % 999_983} cases in that week. ");
                var paragraph = own + part.ReplaceLineEndings(" ").Trim();
                paragraphs.Add(paragraph[..Math.Min(paragraph.Length, Math.Max(size, own.Length))]);
                size -= paragraph.Length;
            }
        }

        return paragraphs;
    }

    private static string Ascii(byte[] text)
    {
        var ascii = new StringBuilder(text.Length);
        foreach (var c in Encoding.UTF8.GetString(text))
        {
            ascii.Append(c switch { < '\u0080' => c, '’' or '‘' => '\'', '“' or '”' => '"', '–' or '—' => '-', _ => 'x' });
        }

        return ascii.ToString();
    }
}
