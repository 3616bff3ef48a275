using System.Globalization;
using System.Text;

namespace Pipeline.Testing.Mutations.Packed;

/// <summary>Changes the content of a record of a web archive, and says its length anew.</summary>
internal static class PackedWarc
{
    private const string Length = "Content-Length: ";

    /// <summary>Returns the archive with the change inside; null where it has no record with a length.</summary>
    public static byte[]? Change(byte[] file, Random random, Func<byte[], byte[]> change)
    {
        // A character a byte.
        var text = Encoding.Latin1.GetString(file);
        var records = new List<(int Digits, int DigitsEnd, int Start, int End)>();
        for (var at = 0; text.IndexOf(Length, at, StringComparison.Ordinal) is >= 0 and var found;)
        {
            var digits = found + Length.Length;
            var digitsEnd = text.IndexOf('\r', digits);
            var start = text.IndexOf("\r\n\r\n", digits, StringComparison.Ordinal) + 4;
            at = start + int.Parse(text.AsSpan(digits, digitsEnd - digits), CultureInfo.InvariantCulture);
            records.Add((digits, digitsEnd, start, at));
        }

        if (records.Count == 0)
        {
            return null;
        }

        var chosen = records[random.Next(records.Count)];
        var content = change(file[chosen.Start..chosen.End]);
        return [.. file[..chosen.Digits], .. Encoding.ASCII.GetBytes(content.Length.ToString(CultureInfo.InvariantCulture)), .. file[chosen.DigitsEnd..chosen.Start], .. content, .. file[chosen.End..]];
    }
}
