using System.Text;

namespace Pipeline.Text.Parsing.Mail;

/// <summary>Undoes the wrapping of <c>format=flowed</c> (RFC 3676): a line that ends in a space goes on in the next.</summary>
internal static class FlowedText
{
    /// <summary>Returns the text with its paragraphs on one line each; quoted lines keep their marks.</summary>
    /// <param name="text">The text of the part; line ends are line feeds.</param>
    /// <param name="deleteSpace">Whether the space at the line's end is not part of the text (<c>delsp=yes</c>).</param>
    public static string Join(string text, bool deleteSpace)
    {
        var result = new StringBuilder(text.Length);
        var (open, depth) = (false, 0);
        foreach (var range in text.AsSpan().Split('\n'))
        {
            var line = text.AsSpan(range);
            var quotes = line.IndexOfAnyExcept('>') is >= 0 and var first ? first : line.Length;
            var content = line[quotes..];
            content = content is [' ', ..] ? content[1..] : content;
            var signature = content is "-- ";
            if (!(open && quotes == depth && !signature))
            {
                result.Append(result.Length > 0 ? "\n" : string.Empty).Append('>', quotes).Append(quotes > 0 ? " " : string.Empty);
            }

            (open, depth) = (content is [.., ' '] && !signature, quotes);
            result.Append(open && deleteSpace ? content[..^1] : content);
        }

        return result.ToString();
    }
}
