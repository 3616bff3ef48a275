using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Pipeline.Testing.Mutations.Packed;

/// <summary>Changes a part of a mail that is encoded (RFC 2045, 6.7 and 6.8), and encodes it again.</summary>
internal static partial class PackedMail
{
    private const int LineLength = 72;

    /// <summary>Returns the mail with the change inside; null where no part is encoded.</summary>
    public static byte[]? Change(byte[] file, Random random, Func<byte[], byte[]> change)
    {
        // A character a byte.
        var text = Encoding.Latin1.GetString(file);
        var parts = EncodedPart().Matches(text);
        if (parts.Count == 0)
        {
            return null;
        }

        var chosen = parts[random.Next(parts.Count)];
        var body = chosen.Groups["body"];
        var encoded = chosen.Groups["base64"].Success
            ? Convert.ToBase64String(change(Convert.FromBase64String(body.Value)), Base64FormattingOptions.InsertLineBreaks)
            : Quote(change(Unquote(body.Value)));
        return Encoding.Latin1.GetBytes(string.Concat(text.AsSpan(0, body.Index), encoded, text.AsSpan(body.Index + body.Length)));
    }

    private static byte[] Unquote(string quoted) => Encoding.Latin1.GetBytes(QuotedByte().Replace(
        SoftBreak().Replace(quoted, string.Empty), match => ((char)int.Parse(match.Value.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    private static string Quote(byte[] bytes)
    {
        var quoted = new StringBuilder();
        var line = 0;
        foreach (var value in bytes)
        {
            var start = quoted.Length;
            if (value is (byte)'\n' or (>= (byte)' ' and <= (byte)'~' and not (byte)'='))
            {
                quoted.Append((char)value);
            }
            else
            {
                quoted.Append(CultureInfo.InvariantCulture, $"={value:X2}");
            }

            line = value == (byte)'\n' ? 0 : line + quoted.Length - start;
            if (line >= LineLength)
            {
                quoted.Append("=\n");
                line = 0;
            }
        }

        return quoted.ToString();
    }

    [GeneratedRegex(@"Content-Transfer-Encoding: (?:(?<base64>base64)|quoted-printable)\r?\n(?:[^\r\n]+\r?\n)*\r?\n(?<body>[\s\S]*?)(?=\r?\n--|$)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex EncodedPart();

    [GeneratedRegex(@"=\r?\n", RegexOptions.None, 1_000)]
    private static partial Regex SoftBreak();

    [GeneratedRegex("=[0-9A-F]{2}", RegexOptions.None, 1_000)]
    private static partial Regex QuotedByte();
}
