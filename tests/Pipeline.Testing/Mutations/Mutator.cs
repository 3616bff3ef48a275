using System.Text;
using Pipeline.Testing.Mutations.Packed;

namespace Pipeline.Testing.Mutations;

/// <summary>
/// Damages files the way that finds faults: bytes changed, taken out and repeated; numbers set to their limits; lines moved;
/// pieces of markup and headers put where they do not belong; and, inside archives, all that to what they hold, packed
/// again so that it is reached. The same seed and number give the same file.
/// </summary>
/// <param name="seed">The seed of all files.</param>
public sealed class Mutator(int seed)
{
    // Longer files only take longer: what they find, a short one does.
    private const int MaxBytes = 64 * 1024;

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "<", ">", "</", "/>", "<!--", "-->", "<![CDATA[", "]]>", "<div>", "</div>", "<p>", "<table><tr><td>", "<script>", "<style>", "<title>", "<a href=\"", "<svg>", "<template>",
            "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>", "&a;", "&#x110000;", "&amp;", "&#0;", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>", "<item>", "<entry>", "{", "}", "[", "]", "\"", "\\u", "\\ud800", ":", ",",
            "null", "1e999", "-1", "{\"a\":", "[[[[", "\n\n", "\r\n", "\r", "---\n", "# ", "> ", "- ", "| a | b |\n|---|---|\n", "```\n", "~~~", "[a](b)", "![", "Content-Type: multipart/mixed; boundary=a\r\n\r\n",
            "--a\r\n", "--a--", "Content-Transfer-Encoding: base64\r\n", "Content-Length: 99999999999\r\n", "Content-Length: -1\r\n", "WARC/1.0\r\n", "HTTP/1.1 200 OK\r\n\r\n", "Transfer-Encoding: chunked\r\n",
            "=?utf-8?B?", "From ", "%PDF-1.7\n", "obj\n<<", ">> stream\n", "endstream", "/Length 99999999 ", "/Kids [1 0 R] ", "xref\n", "startxref\n0\n%%EOF", "BT /F1 12 Tf (", ") Tj ET", "PK\u0003\u0004", "PK\u0005\u0006",
            "2024-02-30", "9999-12-31T23:59:59+14:00", "0000-00-00", "By ", "(AP) - ", "Q: ", "FAQ\n\n", "\u201C", "\u201D", "\u0301", "\u202E", "\u0000", "\uFEFF", "\u2028", "\U0001F600", "\uFFFD",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xFE, 0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x1F, 0x8B, 8], [0, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF], [0x80, 0x81, 0x82],
    ];

    /// <summary>Returns a damaged file.</summary>
    /// <param name="samples">Good files of one format; what is damaged is one of them, with pieces of the others.</param>
    /// <param name="number">Which damaged file.</param>
    public byte[] Mutate(IReadOnlyList<byte[]> samples, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var sample = samples[random.Next(samples.Count)];
        var content = PackedContent.Change(sample, random, inner => Damage(inner, samples, random));
        return content.Length <= MaxBytes ? content : content[..MaxBytes];
    }

    private static byte[] Damage(byte[] sample, IReadOnlyList<byte[]> samples, Random random)
    {
        var content = new List<byte>(sample);

        // Mostly few: after many, little is left that a reader would follow.
        for (var changes = random.Next(1, 2 << random.Next(4)); changes > 0 && content.Count is > 0 and < MaxBytes; changes--)
        {
            Change(content, samples, random);
        }

        return [.. content];
    }

    private static void Change(List<byte> content, IReadOnlyList<byte[]> samples, Random random)
    {
        var at = random.Next(content.Count);
        var length = Math.Min(content.Count - at, random.Next(1, random.Next(4) == 0 ? 2_000 : 40));
        switch (random.Next(12))
        {
            case 0:
                content[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                content[at] = (byte)random.Next(256);
                break;
            case 2:
                content.RemoveRange(at, length);
                break;
            case 3:
                content.InsertRange(at, content.GetRange(random.Next(content.Count - length + 1), length));
                break;
            case 4:
                content.RemoveRange(at, content.Count - at);
                break;
            case 5:
                content.InsertRange(at, Repeat(content.GetRange(at, Math.Min(length, 40)), Times(random)));
                break;
            case 6:
                content.InsertRange(at, Repeat(Pieces[random.Next(Pieces.Length)], random.Next(3) == 0 ? Times(random) : 1));
                break;
            case 7:
                SetNumber(content, at, random);
                break;
            case 8:
                SwapLines(content, random);
                break;
            case 9:
                var other = samples[random.Next(samples.Count)];
                var from = random.Next(other.Length + 1);
                content.InsertRange(at, other[from..Math.Min(other.Length, from + random.Next(1, 4_000))]);
                break;
            case 10:
                SetDigits(content, at, random);
                break;
            default:
                content.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                content.InsertRange(random.Next(content.Count + 1), Pieces[random.Next(Pieces.Length)]);
                break;
        }
    }

    private static IEnumerable<byte> Repeat(IReadOnlyList<byte> piece, int times) => Enumerable.Repeat(piece, Math.Min(times, MaxBytes / piece.Count)).SelectMany(bytes => bytes);

    /// <summary>Returns how often something is repeated: seldom often, since most of the time would go into reading that.</summary>
    private static int Times(Random random) => random.Next(2, 1 << random.Next(2, 13));

    /// <summary>Sets two, four or eight bytes to a limit of their range.</summary>
    private static void SetNumber(List<byte> content, int at, Random random)
    {
        var bytes = BitConverter.GetBytes(random.Next(6) switch { 0 => 0L, 1 => 1L, 2 => -1L, 3 => int.MaxValue, 4 => long.MinValue, _ => content.Count });
        var count = Math.Min(1 << random.Next(1, 4), content.Count - at);
        for (var i = 0; i < count; i++)
        {
            content[at + i] = bytes[i];
        }
    }

    private static void SwapLines(List<byte> content, Random random)
    {
        var lines = Encoding.Latin1.GetString([.. content]).Split('\n');
        var (first, second) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[first], lines[second]) = (lines[second], lines[first]);
        content.Clear();
        content.AddRange(Encoding.Latin1.GetBytes(string.Join('\n', lines)));
    }

    /// <summary>Replaces the next number in the text by one at the limits.</summary>
    private static void SetDigits(List<byte> content, int at, Random random)
    {
        var start = content.FindIndex(at, value => char.IsAsciiDigit((char)value));
        if (start >= 0)
        {
            var end = content.FindIndex(start, value => !char.IsAsciiDigit((char)value));
            content.RemoveRange(start, (end < 0 ? content.Count : end) - start);
            content.InsertRange(start, Encoding.ASCII.GetBytes(random.Next(5) switch { 0 => "0", 1 => "-1", 2 => "2147483648", 3 => "99999999999999999999", _ => "00000000000" }));
        }
    }
}
