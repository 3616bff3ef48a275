using System.Text;
using Pipeline.Text.Parsing.Decoding;

namespace Pipeline.Text.Parsing.Html.Blocks;

/// <summary>Brings text of any kind to one normalised line.</summary>
internal static class OneLine
{
    /// <summary>Returns the text in NFC with every run of white space, line breaks included, as one space, and none around it.</summary>
    public static string Of(string text)
    {
        var normal = TextNormalizer.Normalize(text);
        var line = new StringBuilder(normal.Length);
        var space = false;
        foreach (var c in normal)
        {
            if (c is ' ' or '\n')
            {
                space = line.Length > 0;
                continue;
            }

            if (space)
            {
                line.Append(' ');
                space = false;
            }

            line.Append(c);
        }

        return line.ToString();
    }
}
