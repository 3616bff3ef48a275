using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Pipeline.Testing.Archives;

namespace Pipeline.Testing.Mutations.Packed;

/// <summary>Changes an object of a PDF, or what its stream shrinks, and writes the table of objects anew.</summary>
internal static partial class PackedPdf
{
    /// <summary>Returns the document with the change inside; null where its objects are not numbered without gaps.</summary>
    public static byte[]? Change(byte[] file, Random random, Func<byte[], byte[]> change)
    {
        // A character a byte.
        var text = Encoding.Latin1.GetString(file);
        var objects = Objects().Matches(text);
        var trailer = text.IndexOf("trailer", StringComparison.Ordinal);
        var end = text.LastIndexOf("startxref", StringComparison.Ordinal);
        if (objects.Count == 0 || trailer < 0 || end < trailer || objects.Where((match, i) => match.Groups["number"].Value != (i + 1).ToString(CultureInfo.InvariantCulture)).Any())
        {
            return null;
        }

        var chosen = random.Next(objects.Count);
        var document = new StringBuilder(text[..objects[0].Index]);
        var table = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n"));
        for (var i = 0; i < objects.Count; i++)
        {
            var content = objects[i].Groups["content"].Value;
            table.Append(CultureInfo.InvariantCulture, $"{document.Length:D10} 00000 n \n");
            document.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{(i == chosen ? ChangeObject(content, change) : content)}endobj\n");
        }

        var start = document.Length;
        document.Append(table).Append(text, trailer, end - trailer).Append(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(document.ToString());
    }

    private static string ChangeObject(string content, Func<byte[], byte[]> change)
    {
        var stream = Stream().Match(content);
        if (!stream.Success)
        {
            return Encoding.Latin1.GetString(change(Encoding.Latin1.GetBytes(content)));
        }

        var dictionary = stream.Groups["dictionary"].Value;
        var data = Encoding.Latin1.GetBytes(stream.Groups["data"].Value);
        data = dictionary.Contains("/FlateDecode", StringComparison.Ordinal) ? Gzip.Zlib(change(Inflate(data))) : change(data);
        return string.Create(CultureInfo.InvariantCulture, $"{Length().Replace(dictionary, $"/Length {data.Length}")}stream\n{Encoding.Latin1.GetString(data)}\nendstream\n");
    }

    private static byte[] Inflate(byte[] data)
    {
        using var content = new MemoryStream();
        using var stream = new ZLibStream(new MemoryStream(data), CompressionMode.Decompress);
        stream.CopyTo(content);
        return content.ToArray();
    }

    [GeneratedRegex(@"(?<=\n)(?<number>\d+) 0 obj\n(?<content>[\s\S]*?)endobj\n", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Objects();

    [GeneratedRegex(@"^(?<dictionary>[\s\S]*?>>\s*)stream\n(?<data>[\s\S]*?)\nendstream\s*$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Stream();

    [GeneratedRegex(@"/Length \d+", RegexOptions.None, 1_000)]
    private static partial Regex Length();
}
